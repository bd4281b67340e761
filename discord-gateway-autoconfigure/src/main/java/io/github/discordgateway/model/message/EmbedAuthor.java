package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * Who is shown as the author of an embed.
 *
 * @param name the author's name, at most 256 characters
 * @param url address that it leads to; {@code null} when absent
 * @param iconUrl address of the icon; {@code null} when absent
 * @param proxyIconUrl address of the icon at Discord's proxy; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-author-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record EmbedAuthor(String name, @Nullable String url, @Nullable String iconUrl, @Nullable String proxyIconUrl) {

}
