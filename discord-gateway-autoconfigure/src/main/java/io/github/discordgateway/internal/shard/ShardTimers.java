package io.github.discordgateway.internal.shard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

/**
 * The timers of a shard, which fire on its event loop.
 */
final class ShardTimers {

	private final EventLoop eventLoop;

	private final Clock clock;

	private final Consumer<ShardTimer> fired;

	private final Map<ShardTimer, Future<?>> running = new EnumMap<>(ShardTimer.class);

	/** When the next heartbeat is due, by the wall clock. */
	private Instant nextHeartbeat = Instant.MIN;

	ShardTimers(EventLoop eventLoop, Clock clock, Consumer<ShardTimer> fired) {
		this.eventLoop = eventLoop;
		this.clock = clock;
		this.fired = fired;
	}

	void schedule(ShardTimer timer, Duration delay) {
		cancel(timer);
		this.running.put(timer,
				this.eventLoop.schedule(() -> this.fired.accept(timer), delay.toNanos(), TimeUnit.NANOSECONDS));
		if (timer == ShardTimer.HEARTBEAT) {
			this.nextHeartbeat = this.clock.instant().plus(delay);
		}
	}

	void cancel(ShardTimer timer) {
		Future<?> cancelled = this.running.remove(timer);
		if (cancelled != null) {
			cancelled.cancel(false);
		}
	}

	/**
	 * By how much the heartbeat that is due is late. The clock of the timers may stand
	 * still while the machine is suspended.
	 */
	Duration heartbeatDelay() {
		return Duration.between(this.nextHeartbeat, this.clock.instant());
	}

}
