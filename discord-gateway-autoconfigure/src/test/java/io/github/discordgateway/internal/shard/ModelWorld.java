package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.identify.InMemoryIdentifyQueue;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.session.StartHistory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * What all shards of a bot share: the clock, and the permits to identify, which come from
 * the real queue.
 */
final class ModelWorld {

	/** What Discord asks for between two IDENTIFYs of one bucket. */
	private static final long IDENTIFY_PAUSE = Duration.ofSeconds(5).toNanos();

	final VirtualTime time = new VirtualTime();

	private final int maxConcurrency;

	private final InMemoryIdentifyQueue queue;

	private final Map<Integer, Long> lastIdentify = new HashMap<>();

	private int waiting;

	private int out;

	ModelWorld(SessionStartLimit limit) {
		this.maxConcurrency = limit.maxConcurrency();
		this.queue = new InMemoryIdentifyQueue(this.time.scheduler(),
				InMemoryIdentifyQueue.DEFAULT_WINDOW.plus(InMemoryIdentifyQueue.DEFAULT_SLACK), IdentifyReserve.DEFAULT,
				StartHistory.ofThisProcess(), Mono::empty, () -> this.time.scheduler().now(TimeUnit.NANOSECONDS),
				() -> Instant.EPOCH);
		this.queue.update(limit);
	}

	void pass(Duration duration) {
		this.time.pass(duration.toNanos(), this::lookAtTheQueue);
	}

	void stall(Duration duration) {
		this.time.stall(duration.toNanos(), this::lookAtTheQueue);
	}

	private void lookAtTheQueue() {
		if (this.waiting > 0) {
			this.time.catchUp();
		}
	}

	/** Permits that are waited for. */
	int waiting() {
		return this.waiting;
	}

	/** Permits that are neither spent nor given back. */
	int out() {
		return this.out;
	}

	/** Waits for a permit, which comes as an event of its own. */
	Wait acquire(ShardId shard, Wait.Receiver receiver) {
		this.time.catchUp();
		Wait wait = new Wait(this, shard, receiver);
		this.waiting++;
		wait.subscription = this.queue.acquire(shard).subscribe(wait::granted);
		return wait;
	}

	private void identified(ShardId shard) {
		long now = this.time.now();
		Long last = this.lastIdentify.put(shard.number() % this.maxConcurrency, now);
		if (last != null && now - last < IDENTIFY_PAUSE) {
			throw new AssertionError("Two IDENTIFYs of a bucket within " + Duration.ofNanos(now - last));
		}
	}

	/** A wait for a permit, and the permit. */
	static final class Wait {

		private final ModelWorld world;

		private final ShardId shard;

		private final Receiver receiver;

		private Disposable subscription = () -> {
		};

		private State state = State.WAITING;

		private IdentifyPermit permit;

		private Wait(ModelWorld world, ShardId shard, Receiver receiver) {
			this.world = world;
			this.shard = shard;
			this.receiver = receiver;
		}

		private void granted(IdentifyPermit granted) {
			this.permit = granted;
			this.world.waiting--;
			this.world.out++;
			this.state = State.GRANTED;
			this.world.time.plan(0, () -> {
				if (this.state == State.GRANTED) {
					this.receiver.granted(this);
				}
			});
		}

		boolean isGranted() {
			return this.state == State.GRANTED;
		}

		void spend() {
			if (this.state != State.GRANTED) {
				throw new AssertionError("An IDENTIFY without a permit: " + this.state);
			}
			this.world.time.catchUp();
			this.world.identified(this.shard);
			settle();
			this.permit.spent();
		}

		/** Leaves the queue, or gives the permit back. */
		void leave() {
			this.world.time.catchUp();
			if (this.state == State.WAITING) {
				this.world.waiting--;
				this.state = State.SETTLED;
				this.subscription.dispose();
			}
			else if (this.state == State.GRANTED) {
				settle();
				this.permit.giveBack();
			}
		}

		private void settle() {
			this.state = State.SETTLED;
			this.world.out--;
		}

		private enum State {

			WAITING, GRANTED, SETTLED

		}

		/** Told of the permit. */
		interface Receiver {

			void granted(Wait wait);

		}

	}

}
