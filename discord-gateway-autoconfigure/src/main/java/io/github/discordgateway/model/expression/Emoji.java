package io.github.discordgateway.model.expression;

import java.util.List;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.RecordValues;
import io.github.discordgateway.model.user.User;
import org.jspecify.annotations.Nullable;

/**
 * A custom emoji, or a Unicode one by its name alone.
 *
 * @param id id of a custom emoji; {@code null} for a Unicode one
 * @param name name of a custom emoji, or the Unicode one itself; {@code null} only in
 * reactions with a deleted emoji
 * @param roles ids of the roles that may use it; all may when empty; empty when absent
 * @param user the user who added it; {@code null} when absent
 * @param requireColons whether it is written between colons; {@code null} when absent
 * @param managed whether an integration manages it; {@code false} when absent
 * @param animated whether it moves; {@code false} when absent
 * @param available whether it can be used now; not after boosts were lost; {@code null}
 * when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/emoji#emoji-object-emoji-structure">Discord's
 * documentation</a>
 */
@DiscordJson
public record Emoji(@Nullable Snowflake id, @Nullable String name, List<Snowflake> roles, @Nullable User user,
		@Nullable Boolean requireColons, boolean managed, boolean animated, @Nullable Boolean available) {

	public Emoji {
		roles = RecordValues.listOrEmpty(roles);
	}

}
