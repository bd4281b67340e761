package io.github.discordgateway.model.component;

import io.github.discordgateway.model.IntValue;

/**
 * The kind of a component, in a message or in a modal.
 *
 * @param value the number on the wire, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#component-object-component-types">Discord's
 * documentation</a>
 */
public record ComponentType(int value) implements IntValue {

	/** A row of up to five buttons, or with one select menu. */
	public static final ComponentType ACTION_ROW = new ComponentType(1);

	/** A button. */
	public static final ComponentType BUTTON = new ComponentType(2);

	/** A menu to choose from texts of the developer's. */
	public static final ComponentType STRING_SELECT = new ComponentType(3);

	/** A field for text, in modals only. */
	public static final ComponentType TEXT_INPUT = new ComponentType(4);

	/** A menu to choose users. */
	public static final ComponentType USER_SELECT = new ComponentType(5);

	/** A menu to choose roles. */
	public static final ComponentType ROLE_SELECT = new ComponentType(6);

	/** A menu to choose users and roles. */
	public static final ComponentType MENTIONABLE_SELECT = new ComponentType(7);

	/** A menu to choose channels. */
	public static final ComponentType CHANNEL_SELECT = new ComponentType(8);

	/** Texts with a picture or a button beside them. */
	public static final ComponentType SECTION = new ComponentType(9);

	/** A text in Markdown. */
	public static final ComponentType TEXT_DISPLAY = new ComponentType(10);

	/** A small picture, as accessory of a section. */
	public static final ComponentType THUMBNAIL = new ComponentType(11);

	/** Up to ten pictures and videos side by side. */
	public static final ComponentType MEDIA_GALLERY = new ComponentType(12);

	/** A file that came with the message. */
	public static final ComponentType FILE = new ComponentType(13);

	/** Room between components, with or without a line. */
	public static final ComponentType SEPARATOR = new ComponentType(14);

	/** A card of a user's activity, as replies to it show. Not documented by Discord. */
	public static final ComponentType CONTENT_INVENTORY_ENTRY = new ComponentType(16);

	/** A frame around components, with a coloured bar at its side. */
	public static final ComponentType CONTAINER = new ComponentType(17);

	/** A label with the field that it is for, in modals only. */
	public static final ComponentType LABEL = new ComponentType(18);

	/** A field for files, in modals only. */
	public static final ComponentType FILE_UPLOAD = new ComponentType(19);

	/** Choices of which one can be taken, in modals only. */
	public static final ComponentType RADIO_GROUP = new ComponentType(21);

	/** Choices of which several can be taken, in modals only. */
	public static final ComponentType CHECKBOX_GROUP = new ComponentType(22);

	/** One box to tick, in modals only. */
	public static final ComponentType CHECKBOX = new ComponentType(23);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
