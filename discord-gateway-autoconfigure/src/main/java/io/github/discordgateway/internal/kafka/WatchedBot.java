package io.github.discordgateway.internal.kafka;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The bot whose events a worker takes: the one of its token, or else the first whose
 * events it meets.
 */
final class WatchedBot {

	private final @Nullable String own;

	private final AtomicReference<@Nullable String> known;

	/**
	 * Makes a worker's bot.
	 * @param own the id of the worker's own; {@code null} when it has no token
	 */
	WatchedBot(@Nullable String own) {
		this.own = own;
		this.known = new AtomicReference<>(own);
	}

	/** Whether an event of a bot is for this worker; one that tells no bot is. */
	boolean accepts(@Nullable String bot) {
		return bot == null || bot.equals(this.known.get()) || this.known.compareAndSet(null, bot);
	}

	/** Whether others of its group may be right where this worker is wrong. */
	boolean isOwn() {
		return this.own != null;
	}

	@Override
	public String toString() {
		return String.valueOf(this.known.get());
	}

}
