package io.github.discordgateway.model.expression;

import java.util.List;

import io.github.discordgateway.model.OrEmpty;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * A custom emoji, or a Unicode one by its name alone.
 *
 * @param id custom emoji id, {@code null} for unicode
 * @param name name or unicode; {@code null} only in reactions to deleted emoji
 * @param roles roles that may use it; empty when absent
 * @param user creator; {@code null} when absent
 * @param requireColons needs colons; {@code null} when absent
 * @param managed owned by an integration; {@code null} when absent
 * @param animated animated; {@code null} when absent
 * @param available usable now; {@code null} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/resources/emoji#emoji-object-emoji-structure">Discord's
 * documentation</a>
 */
public record Emoji(@Nullable Snowflake id, @Nullable String name, List<Snowflake> roles, @Nullable User user,
		@Nullable Boolean requireColons, @Nullable Boolean managed, @Nullable Boolean animated,
		@Nullable Boolean available) {

	public Emoji {
		roles = OrEmpty.list(roles);
	}

}
