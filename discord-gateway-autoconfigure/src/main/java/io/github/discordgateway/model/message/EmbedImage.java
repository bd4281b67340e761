package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an embed.
 *
 * @param url its address
 * @param proxyUrl its address at Discord's proxy; {@code null} when absent
 * @param height height in pixels; {@code null} when absent
 * @param width width in pixels; {@code null} when absent
 * @param contentType its media type; {@code null} when absent
 * @param placeholder a ThumbHash to show while it is loaded; {@code null} when absent
 * @param placeholderVersion version of that placeholder; {@code null} when absent
 * @param description what it shows, for those who do not see it; {@code null} when absent
 * @param flags the flags that are set; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-image-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record EmbedImage(String url, @Nullable String proxyUrl, @Nullable Integer height, @Nullable Integer width,
		@Nullable String contentType, @Nullable String placeholder, @Nullable Integer placeholderVersion,
		@Nullable String description, @Nullable EmbedMediaFlags flags) {

}
