package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * The text at the end of an embed.
 *
 * @param text the text, at most 2048 characters
 * @param iconUrl address of the icon; {@code null} when absent
 * @param proxyIconUrl address of the icon at Discord's proxy; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-footer-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record EmbedFooter(String text, @Nullable String iconUrl, @Nullable String proxyIconUrl) {

}
