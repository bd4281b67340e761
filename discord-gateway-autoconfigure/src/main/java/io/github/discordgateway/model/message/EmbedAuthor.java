package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Embed author.
 *
 * @param name name
 * @param url link; {@code null} when absent
 * @param iconUrl icon; {@code null} when absent
 * @param proxyIconUrl icon proxy; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-author-structure">Discord's
 * documentation</a>
 */
public record EmbedAuthor(String name, @Nullable String url, @Nullable String iconUrl, @Nullable String proxyIconUrl) {

}
