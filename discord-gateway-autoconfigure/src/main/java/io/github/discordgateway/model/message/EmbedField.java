package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Embed field.
 *
 * @param name its title
 * @param value the text
 * @param inline whether it stands beside others; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-field-structure">Discord's
 * documentation</a>
 */
public record EmbedField(String name, String value, @Nullable Boolean inline) {

}
