package io.github.discordgateway.internal.interaction;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.model.interaction.Interaction;
import reactor.core.scheduler.Scheduler;

/**
 * Tells how old interactions are. Their ids hold when Discord made them, on its own
 * clock. The wall clock of this machine may be wrong, and would then make all of them too
 * old: how far the two are apart is learnt from the interaction that came the soonest,
 * and time is measured by a clock that never jumps.
 */
final class InteractionClock {

	/** After that Discord takes no first answer. */
	private static final Duration LIMIT = Duration.ofSeconds(3);

	/**
	 * Nothing that comes is older: its token is no longer good. Such an id is made up.
	 */
	private static final Duration TOKEN = Duration.ofMinutes(15);

	private final Scheduler clock;

	private final AtomicLong offset = new AtomicLong(Long.MIN_VALUE);

	InteractionClock(Scheduler clock) {
		this.clock = clock;
	}

	/**
	 * Notes an interaction as it came, and tells whether it is too late for an answer.
	 * @param interaction the interaction
	 * @return whether it took longer than 3 seconds to come
	 */
	boolean isLate(Interaction interaction) {
		long made = interaction.id().timestamp().toEpochMilli();
		long now = TimeUnit.NANOSECONDS.toMillis(this.clock.now(TimeUnit.NANOSECONDS));
		long age = now + this.offset.accumulateAndGet(made - now, Math::max) - made;
		return age > LIMIT.toMillis() && age <= TOKEN.toMillis();
	}

}
