package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * The site that an embed comes from.
 *
 * @param name its name; {@code null} when absent
 * @param url address that it leads to; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-provider-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record EmbedProvider(@Nullable String name, @Nullable String url) {

}
