package io.github.discordgateway.internal.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.github.discordgateway.RelayStatistics;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.cluster.EventSink;
import io.github.discordgateway.internal.dispatch.BackPressure;
import io.github.discordgateway.internal.dispatch.EventSource;
import io.github.discordgateway.internal.dispatch.PendingBudget;
import io.github.discordgateway.internal.dispatch.SourceLoad;
import io.github.discordgateway.internal.protocol.Frame;
import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/**
 * Takes the events of the shards to a topic. A shard's event loop makes a record of each
 * and goes on; one thread hands the records to the producer in that order, waits where
 * the producer makes it wait, and sends again what was not taken. An event is handled
 * when the broker has acknowledged it. What waits is bounded as for listeners: a shard
 * with too much of it stops reading.
 */
public final class KafkaRelay implements EventSink, RelayStatistics, SmartLifecycle {

	private static final Log logger = LogFactory.getLog(KafkaRelay.class);

	/** Starts before the shards do, and stops after them. */
	private static final int PHASE = DEFAULT_PHASE - 1024;

	/** So many events that cannot be relayed are reported, then each doubling. */
	private static final int REPORTED_FAILURES = 10;

	/** What an event takes besides its body: headers, key, receipt. */
	private static final int EVENT_BYTES = 512;

	private final KafkaClients clients;

	private final RelaySettings settings;

	private final Duration stopTimeout;

	private final Supplier<@Nullable Snowflake> bot;

	private final @Nullable EventObservations observations;

	private final PendingBudget budget = new PendingBudget();

	private final Map<ShardId, SourceLoad> loads = new ConcurrentHashMap<>();

	private final LongAdder relayed = new LongAdder();

	private final LongAdder skipped = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final AtomicLong waiting = new AtomicLong();

	private volatile @Nullable BackPressure backPressure;

	private volatile @Nullable RelaySender sender;

	/** When something was taken last, or began to wait while nothing else did. */
	private volatile long progressAt;

	/**
	 * Makes a relay, which does nothing before it is started.
	 * @param clients makes the producer
	 * @param settings what is relayed, and where to
	 * @param bot whose events they are; asked at each start, {@code null} when that is
	 * not known
	 * @param stopTimeout how long a stop may take
	 */
	public KafkaRelay(KafkaClients clients, RelaySettings settings, Supplier<@Nullable Snowflake> bot,
			Duration stopTimeout) {
		this.clients = clients;
		this.settings = settings;
		this.stopTimeout = stopTimeout;
		this.bot = bot;
		this.observations = clients.eventObservations();
		if (settings.maxPendingBytes() != null) {
			this.budget.setMaxBytes(settings.maxPendingBytes());
		}
	}

	// Events

	@Override
	public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		RelaySender current = this.sender;
		if (current == null) {
			// As for listeners: what comes when all is over is not acknowledged.
			return;
		}
		String name = frame.name();
		if (name == null || !this.settings.isRelayed(name)) {
			this.skipped.increment();
			handled.run();
			return;
		}
		ProducerRecord<byte[], byte[]> record = record(current.writer(), shard, sessionId, name, frame, replayed);
		if (record == null) {
			handled.run();
			return;
		}
		SourceLoad load = this.loads.get(shard);
		if (load == null) {
			load = this.loads.computeIfAbsent(shard, this::newLoad);
		}
		int weight = (record.value().length + EVENT_BYTES) / PendingBudget.UNIT;
		Observation observation = (this.observations != null) ? this.observations.relayed(shard, name, frame.sequence())
				: null;
		RelayedEvent event = new RelayedEvent(this, load, weight, handled, observation, record);
		if (this.waiting.getAndIncrement() == 0) {
			this.progressAt = System.nanoTime();
		}
		load.started(false, weight);
		current.add(event);
	}

	private @Nullable ProducerRecord<byte[], byte[]> record(RecordWriter writer, ShardId shard,
			@Nullable String sessionId, String name, Frame frame, boolean replayed) {
		String problem = frame.problem();
		try {
			if (frame.hasWholeBody()) {
				return writer.write(shard, sessionId, name, frame, replayed);
			}
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Only its class: the message of a parser may quote the body.
			problem = ex.getClass().getName();
		}
		report("Event " + name + " " + frame.sequence() + " of shard " + shard + " cannot be relayed, since its body "
				+ "cannot be read (" + problem + ")");
		return null;
	}

	private SourceLoad newLoad(ShardId shard) {
		return new SourceLoad(new ShardSource(shard), this.settings.maxPending(), this.budget);
	}

	@Override
	public void readComplete() {
		RelaySender current = this.sender;
		if (current != null) {
			current.wake();
		}
	}

	/** An event was taken. */
	void taken() {
		this.relayed.increment();
		settled();
	}

	/** An event is not on its way any more, however that came. */
	private void settled() {
		this.progressAt = System.nanoTime();
		this.waiting.decrementAndGet();
		RelaySender current = this.sender;
		if (current != null) {
			current.problem(null);
		}
	}

	/**
	 * An event was not taken. When it would fail for ever, it is done with.
	 * @return whether that is so
	 */
	boolean passesOver(RelayedEvent event, Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		if (!(cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException)) {
			return false;
		}
		ProducerRecord<byte[], byte[]> record = event.record();
		report("An event of " + ((record != null) ? record.value().length : 0)
				+ " bytes is passed over, since Kafka does not take it: " + cause.getMessage());
		event.settle(cause);
		settled();
		return true;
	}

	/** The producer has given an event up that it might have sent. */
	void producerFailed(Throwable failure) {
		RelaySender current = this.sender;
		if (current != null) {
			current.failed(failure);
		}
	}

	/** It is over before the broker could take an event. */
	void givenUp(RelayedEvent event) {
		event.giveUp();
		this.waiting.decrementAndGet();
	}

	private void report(String what) {
		this.failed.increment();
		long count = this.failed.sum();
		if (count <= REPORTED_FAILURES || Long.bitCount(count) == 1) {
			logger.error(what + ". So far this was so for " + count);
		}
	}

	// What the cluster asks

	@Override
	public void setBackPressure(BackPressure backPressure) {
		this.backPressure = backPressure;
	}

	@Override
	public Mono<Void> drain(Collection<ShardId> shards) {
		return Mono.defer(() -> Mono
			.when(shards.stream().map(this.loads::get).filter(Objects::nonNull).map(SourceLoad::drained).toList()));
	}

	// Statistics

	@Override
	public long relayed() {
		return this.relayed.sum();
	}

	@Override
	public long skipped() {
		return this.skipped.sum();
	}

	@Override
	public long waiting() {
		return this.waiting.get();
	}

	@Override
	public long failed() {
		return this.failed.sum();
	}

	@Override
	public @Nullable String problem() {
		long count = this.waiting.get();
		Duration silent = Duration.ofNanos(System.nanoTime() - this.progressAt);
		RelaySender current = this.sender;
		if (count == 0 || current == null || silent.compareTo(this.settings.stalledAfter()) < 0) {
			return null;
		}
		String problem = current.problem();
		return "Kafka has acknowledged nothing for " + silent.toSeconds() + " s, and " + count + " events wait"
				+ ((problem != null) ? ": " + problem : "");
	}

	// Life cycle

	@Override
	public synchronized void start() {
		if (this.sender == null) {
			RelaySender started = new RelaySender(this, this.clients, new RelayTopic(this.clients,
					this.settings.topic(), this.settings.createTopic(), this.settings.partitions()), this.bot.get());
			this.sender = started;
			started.start();
		}
	}

	@Override
	public void stop() {
		RelaySender stopping;
		synchronized (this) {
			stopping = this.sender;
			this.sender = null;
		}
		if (stopping != null) {
			stopping.stop(this.stopTimeout);
		}
	}

	@Override
	public boolean isRunning() {
		return this.sender != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private final class ShardSource implements EventSource {

		private final ShardId shard;

		private ShardSource(ShardId shard) {
			this.shard = shard;
		}

		@Override
		public String description() {
			return "Shard " + this.shard;
		}

		@Override
		public void pauseReading(boolean paused) {
			BackPressure told = KafkaRelay.this.backPressure;
			if (told == null) {
				return;
			}
			if (paused) {
				told.pause(this.shard);
			}
			else {
				told.resume(this.shard);
			}
		}

		@Override
		public String takers() {
			return "brokers";
		}

		@Override
		public String describeBacklog() {
			RelaySender current = KafkaRelay.this.sender;
			String problem = (current != null) ? current.problem() : null;
			return (problem != null) ? problem : "Kafka takes them more slowly than they come, or not at all";
		}

	}

}
