package io.github.discordgateway.model.message;

import org.jspecify.annotations.Nullable;

/**
 * Embed field.
 *
 * @param name title
 * @param value text
 * @param inline side by side; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#embed-object-embed-field-structure">Discord's
 * documentation</a>
 */
public record EmbedField(String name, String value, @Nullable Boolean inline) {

}
