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

	/** Action row. */
	public static final ComponentType ACTION_ROW = new ComponentType(1);

	/** Button. */
	public static final ComponentType BUTTON = new ComponentType(2);

	/** String select. */
	public static final ComponentType STRING_SELECT = new ComponentType(3);

	/** Text input. */
	public static final ComponentType TEXT_INPUT = new ComponentType(4);

	/** User select. */
	public static final ComponentType USER_SELECT = new ComponentType(5);

	/** Role select. */
	public static final ComponentType ROLE_SELECT = new ComponentType(6);

	/** Mentionable select. */
	public static final ComponentType MENTIONABLE_SELECT = new ComponentType(7);

	/** Channel select. */
	public static final ComponentType CHANNEL_SELECT = new ComponentType(8);

	/** Section. */
	public static final ComponentType SECTION = new ComponentType(9);

	/** Text display. */
	public static final ComponentType TEXT_DISPLAY = new ComponentType(10);

	/** Thumbnail. */
	public static final ComponentType THUMBNAIL = new ComponentType(11);

	/** Media gallery. */
	public static final ComponentType MEDIA_GALLERY = new ComponentType(12);

	/** File. */
	public static final ComponentType FILE = new ComponentType(13);

	/** Separator. */
	public static final ComponentType SEPARATOR = new ComponentType(14);

	/** Content inventory entry. Not documented by Discord. */
	public static final ComponentType CONTENT_INVENTORY_ENTRY = new ComponentType(16);

	/** Container. */
	public static final ComponentType CONTAINER = new ComponentType(17);

	/** Label. */
	public static final ComponentType LABEL = new ComponentType(18);

	/** File upload. */
	public static final ComponentType FILE_UPLOAD = new ComponentType(19);

	/** Radio group. */
	public static final ComponentType RADIO_GROUP = new ComponentType(21);

	/** Checkbox group. */
	public static final ComponentType CHECKBOX_GROUP = new ComponentType(22);

	/** Checkbox. */
	public static final ComponentType CHECKBOX = new ComponentType(23);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
