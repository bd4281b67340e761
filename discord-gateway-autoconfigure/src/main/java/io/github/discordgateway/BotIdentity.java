package io.github.discordgateway;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Who a bot is. READY says so once in a session, and a process that resumes the session
 * of another one gets no READY.
 *
 * @param userId the bot's own user
 * @param applicationId its application; {@code null} when READY named none
 */
public record BotIdentity(Snowflake userId, @Nullable Snowflake applicationId) {

	/**
	 * Refuses a bot without a user.
	 */
	public BotIdentity {
		Objects.requireNonNull(userId, "userId");
	}

}
