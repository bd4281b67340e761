package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import org.jspecify.annotations.Nullable;

/**
 * An embed of a message.
 *
 * @param title title; {@code null} when absent
 * @param type kind; {@code null} when absent
 * @param description text; {@code null} when absent
 * @param url link; {@code null} when absent
 * @param timestamp time shown; {@code null} when absent
 * @param color colour; {@code null} when absent
 * @param footer footer; {@code null} when absent
 * @param image image; {@code null} when absent
 * @param thumbnail thumbnail; {@code null} when absent
 * @param video video; {@code null} when absent
 * @param provider provider; {@code null} when absent
 * @param author author; {@code null} when absent
 * @param fields fields, up to 25; empty when absent
 * @param flags bit set; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-structure">Discord's
 * documentation</a>
 */
public record Embed(@Nullable String title, @Nullable EmbedType type, @Nullable String description,
		@Nullable String url, @Nullable Instant timestamp, @Nullable Integer color, @Nullable EmbedFooter footer,
		@Nullable EmbedImage image, @Nullable EmbedImage thumbnail, @Nullable EmbedVideo video,
		@Nullable EmbedProvider provider, @Nullable EmbedAuthor author, List<EmbedField> fields,
		@Nullable EmbedFlags flags) {

	public Embed {
		fields = OrEmpty.list(fields);
	}

}
