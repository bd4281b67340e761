package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Embed video.
 *
 * @param url source url; {@code null} when absent
 * @param proxyUrl proxy url; {@code null} when absent
 * @param height pixels; {@code null} when absent
 * @param width pixels; {@code null} when absent
 * @param contentType media type; {@code null} when absent
 * @param placeholder thumbhash; {@code null} when absent
 * @param placeholderVersion thumbhash version; {@code null} when absent
 * @param description alt text; {@code null} when absent
 * @param flags bit set; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-video-structure">Discord's
 * documentation</a>
 */
public record EmbedVideo(@Nullable String url, @Nullable String proxyUrl, @Nullable Integer height,
		@Nullable Integer width, @Nullable String contentType, @Nullable String placeholder,
		@Nullable Integer placeholderVersion, @Nullable String description, @Nullable EmbedMediaFlags flags) {

}
