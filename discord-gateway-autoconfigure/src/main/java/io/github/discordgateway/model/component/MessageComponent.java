package io.github.discordgateway.model.component;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.Union;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message or of a modal. Messages hold rows, sections, texts, galleries,
 * files, separators and containers; what is for modals only says so. What kind it is
 * stands in its {@code type}; one that is not known is kept as it was sent.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#component-object-component-types">Discord's
 * documentation</a>
 */
@DiscordJson
@Union(discriminator = "type")
public sealed interface MessageComponent permits ActionRow, Button, StringSelect, TextInput, UserSelect, RoleSelect,
		MentionableSelect, ChannelSelect, Section, TextDisplay, Thumbnail, MediaGallery, FileComponent, Separator,
		Container, Label, FileUpload, RadioGroup, CheckboxGroup, Checkbox, UnknownComponent {

	/**
	 * The kind of component.
	 * @return the kind, known or not
	 */
	ComponentType type();

	/**
	 * The number of the component.
	 * @return the number, which is unique in its message or modal; {@code null} when
	 * absent
	 */
	@Nullable Integer id();

}
