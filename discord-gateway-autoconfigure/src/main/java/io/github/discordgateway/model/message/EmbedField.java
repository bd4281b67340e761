package io.github.discordgateway.model.message;

import io.github.discordgateway.DiscordJson;

/**
 * A title with a text, in an embed.
 *
 * @param name its title, at most 256 characters
 * @param value the text, at most 1024 characters
 * @param inline whether it stands beside others; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-field-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record EmbedField(String name, String value, boolean inline) {

}
