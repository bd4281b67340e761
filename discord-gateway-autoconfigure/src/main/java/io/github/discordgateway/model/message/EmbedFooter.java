package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Embed footer.
 *
 * @param text text
 * @param iconUrl icon; {@code null} when absent
 * @param proxyIconUrl icon proxy; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-footer-structure">Discord's
 * documentation</a>
 */
public record EmbedFooter(String text, @Nullable String iconUrl, @Nullable String proxyIconUrl) {

}
