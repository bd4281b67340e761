package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.component.MessageComponent;
import org.jspecify.annotations.Nullable;

/**
 * An embed of a message.
 *
 * @param title its title, at most 256 characters; {@code null} when absent
 * @param type which kind it is; {@code null} when absent
 * @param description the text, at most 4096 characters; {@code null} when absent
 * @param url address that it leads to; {@code null} when absent
 * @param timestamp the time that is shown; {@code null} when absent
 * @param color the colour, 0xRRGGBB; {@code null} when absent
 * @param footer the text at its end; {@code null} when absent
 * @param image the large picture; {@code null} when absent
 * @param thumbnail the small picture; {@code null} when absent
 * @param video the video; {@code null} when absent
 * @param provider the site that it comes from; {@code null} when absent
 * @param author who is shown as its author; {@code null} when absent
 * @param fields the fields, at most 25; empty when absent
 * @param flags the flags that are set; {@code null} when absent
 * @param components the containers that it is shown with; empty when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Embed(@Nullable String title, @Nullable EmbedType type, @Nullable String description,
		@Nullable String url, @Nullable Instant timestamp, @Nullable Integer color, @Nullable EmbedFooter footer,
		@Nullable EmbedImage image, @Nullable EmbedImage thumbnail, @Nullable EmbedVideo video,
		@Nullable EmbedProvider provider, @Nullable EmbedAuthor author, List<EmbedField> fields,
		@Nullable EmbedFlags flags, List<MessageComponent> components) {

	public Embed {
		fields = RecordValues.listOrEmpty(fields);
		components = RecordValues.listOrEmpty(components);
	}

	/**
	 * Starts an embed.
	 * @return a builder
	 */
	public static EmbedBuilder builder() {
		return new EmbedBuilder();
	}

	/**
	 * An embed with a title and a text.
	 * @param title its title, at most 256 characters
	 * @param description the text, at most 4096 characters
	 * @return the embed
	 */
	public static Embed of(String title, String description) {
		return builder().title(title).description(description).build();
	}

}
