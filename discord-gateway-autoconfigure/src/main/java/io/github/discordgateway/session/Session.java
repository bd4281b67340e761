package io.github.discordgateway.session;

import io.github.discordgateway.BotIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A session on the server, which outlives a dropped connection for a while.
 *
 * @param id what READY called it
 * @param resumeUrl where READY said to resume it; {@code null} when it named no place
 * @param sequence the number of the last event to be acknowledged; -1 before the first
 * @param bot whose session READY said it is; {@code null} when that is not known
 * @see <a href="https://discord.com/developers/docs/events/gateway#resuming">Resuming</a>
 */
public record Session(String id, @Nullable String resumeUrl, long sequence, @Nullable BotIdentity bot) {

	/**
	 * A session of nobody in particular.
	 * @param id what READY called it
	 * @param resumeUrl where READY said to resume it; {@code null} when it named no place
	 * @param sequence the number of the last event to be acknowledged; -1 before the
	 * first
	 */
	public Session(String id, @Nullable String resumeUrl, long sequence) {
		this(id, resumeUrl, sequence, null);
	}

	/**
	 * The same session, further on.
	 * @param acknowledged the new sequence
	 * @return the session with that sequence
	 */
	public Session withSequence(long acknowledged) {
		return new Session(this.id, this.resumeUrl, acknowledged, this.bot);
	}

	/**
	 * The same session, of a bot that is known.
	 * @param identity who the bot is
	 * @return the session with that bot
	 */
	public Session withBot(@Nullable BotIdentity identity) {
		return new Session(this.id, this.resumeUrl, this.sequence, identity);
	}

	/** The id is a credential of a kind: only its end is shown. */
	@Override
	public String toString() {
		return "..." + this.id.substring(Math.max(this.id.length() - 6, this.id.length() / 2)) + " at " + this.sequence;
	}

}
