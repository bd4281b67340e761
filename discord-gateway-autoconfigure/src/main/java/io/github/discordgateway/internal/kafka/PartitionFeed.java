package io.github.discordgateway.internal.kafka;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.dispatch.EventReceipt;
import io.github.discordgateway.internal.dispatch.EventSource;
import io.github.discordgateway.internal.dispatch.SourceLoad;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.tracking.EventTracker;
import io.github.discordgateway.internal.tracking.UnhandledEvent;
import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One partition, from its assignment to this worker to its loss: hands its records to the
 * dispatcher and knows up to which of them all are handled. Used by the thread of its
 * consumer, but for what others are told through it.
 */
final class PartitionFeed implements EventSource {

	private static final Log logger = LogFactory.getLog(KafkaWorker.class);

	private static final long NONE = -1;

	private final TopicPartition partition;

	private final Consumer<?, ?> consumer;

	private final FeedServices services;

	private final WorkerCounters counters;

	private final @Nullable DeadLetters deadLetters;

	private final PartitionPause pause;

	private final SourceLoad load;

	private final EventTracker tracker = new EventTracker();

	private final RecentRecords recent;

	private boolean begun;

	/** The number of shards that the latest event told, and another one before that. */
	private int total;

	private int totalBefore;

	private long committed = NONE;

	/** The record that could not be handed on last. */
	private long failedAt = NONE;

	/** Whether what is left of a poll is not to be looked at: it comes again. */
	private boolean skipping;

	/** Why it is not read any more; {@code null} as long as it is. */
	private volatile @Nullable String refusal;

	private volatile boolean closed;

	private volatile long lag;

	PartitionFeed(TopicPartition partition, Consumer<?, ?> consumer, FeedServices services, PartitionPause pause) {
		this.partition = partition;
		this.consumer = consumer;
		this.services = services;
		this.counters = services.counters();
		this.deadLetters = services.deadLetters();
		this.recent = new RecentRecords(services.settings().duplicateWindow());
		this.pause = pause;
		this.load = services.dispatcher().source(this);
	}

	TopicPartition partition() {
		return this.partition;
	}

	Consumer<?, ?> consumer() {
		return this.consumer;
	}

	boolean isReadBy(Consumer<?, ?> other) {
		return this.consumer == other;
	}

	/** Records of another poll come. */
	void pollBegins() {
		this.skipping = false;
	}

	/** Takes a record; {@code EventDispatcher.handOver()} has to follow. */
	void receive(ConsumerRecord<byte[], byte[]> record) {
		if (this.refusal != null || this.skipping || this.closed) {
			return;
		}
		if (!this.begun) {
			this.begun = true;
			this.tracker.restart(record.offset() - 1);
		}
		Headers headers = record.headers();
		if (headers.lastHeader(RelayHeaders.VERSION) == null) {
			passOver(record, "is no event of a gateway: it has no header " + RelayHeaders.VERSION);
			return;
		}
		long version = RelayHeaders.number(headers, RelayHeaders.VERSION);
		if (version != RelayHeaders.CURRENT_VERSION) {
			refuse(describe(record) + " has the layout " + RelayHeaders.text(headers, RelayHeaders.VERSION)
					+ ", and this worker knows " + RelayHeaders.CURRENT_VERSION
					+ ": the partition is not read on. Deploy "
					+ "workers of the version that the gateways have, workers before gateways");
			return;
		}
		String bot = RelayHeaders.text(headers, RelayHeaders.BOT);
		if (!this.services.bot().accepts(bot)) {
			refuseBot(record, bot);
			return;
		}
		String name = RelayHeaders.text(headers, RelayHeaders.EVENT);
		ShardId shard = shard(headers);
		byte[] body = record.value();
		if (name == null || shard == null || body == null) {
			passOver(record, "has no body, or not the headers of an event");
			return;
		}
		this.counters.received.increment();
		watchTotal(record, shard.total());
		deliver(record, name, shard, body);
	}

	private static @Nullable ShardId shard(Headers headers) {
		long number = RelayHeaders.number(headers, RelayHeaders.SHARD);
		long total = RelayHeaders.number(headers, RelayHeaders.SHARDS);
		return (number >= 0 && number < total && total <= Integer.MAX_VALUE) ? new ShardId((int) number, (int) total)
				: null;
	}

	private void deliver(ConsumerRecord<byte[], byte[]> record, String name, ShardId shard, byte[] body) {
		Headers headers = record.headers();
		UnhandledEvent open = this.tracker.receive(record.offset());
		String session = RelayHeaders.text(headers, RelayHeaders.SESSION);
		long sequence = RelayHeaders.number(headers, RelayHeaders.SEQUENCE);
		long identity = (session != null && sequence >= 0) ? RecentRecords.identity(session, sequence)
				: RecentRecords.NONE;
		if (this.recent.contains(identity)) {
			this.counters.duplicates.increment();
			open.run();
			return;
		}
		long received = RelayHeaders.number(headers, RelayHeaders.RECEIVED);
		try (Frame frame = this.services.frames().event(name, (sequence >= 0) ? sequence : Frame.NO_SEQUENCE, body)) {
			this.services.dispatcher()
				.collect(this.load, shard, session, frame, headers.lastHeader(RelayHeaders.REPLAYED) != null,
						(received >= 0) ? Instant.ofEpochMilli(received) : null, receipt(record, name, open));
		}
		catch (Throwable ex) {
			failed(record, open, ex);
			return;
		}
		this.recent.add(identity);
	}

	private Runnable receipt(ConsumerRecord<byte[], byte[]> record, String name, UnhandledEvent open) {
		EventObservations observations = this.services.observations();
		Observation observation = (observations != null && this.services.dispatcher().isWanted(name))
				? observations.received(record, KafkaWorker.NAME, KafkaWorker.CLIENT, this.services.settings().group())
				: null;
		return (this.deadLetters != null || observation != null) ? new Receipt(record, open, observation) : open;
	}

	/** It is read once more; what fails twice is passed over, so that nothing waits. */
	private void failed(ConsumerRecord<byte[], byte[]> record, UnhandledEvent open, Throwable failure) {
		if (this.failedAt == record.offset()) {
			this.failedAt = NONE;
			this.counters.report(this.counters.passedOver,
					describe(record) + " is passed over, since for the second time it could not be handed on", failure);
			settle(record, open, failure);
			return;
		}
		this.failedAt = record.offset();
		this.tracker.takeBack(open);
		this.skipping = true;
		this.consumer.seek(this.partition, record.offset());
	}

	/** What nobody of us has written is not for the listeners. */
	private void passOver(ConsumerRecord<byte[], byte[]> record, String why) {
		this.counters.report(this.counters.foreign, describe(record) + " " + why, null);
		settle(record, this.tracker.receive(record.offset()), new ForeignRecordException(describe(record) + " " + why));
	}

	private void settle(ConsumerRecord<byte[], byte[]> record, UnhandledEvent open, Throwable failure) {
		if (this.deadLetters != null) {
			this.deadLetters.publish(record, failure, null, () -> !this.closed, open);
		}
		else {
			open.run();
		}
	}

	/** Nothing is lost: another worker can read it, or a later version of this one. */
	private void refuse(String why) {
		logger.error(why);
		this.refusal = why;
		this.pause.set(this.partition, true);
	}

	private void refuseBot(ConsumerRecord<byte[], byte[]> record, @Nullable String bot) {
		boolean own = this.services.bot().isOwn();
		String why = describe(record) + " is an event of the bot " + bot + ", and this worker is for the bot "
				+ this.services.bot() + ": it " + (own ? "leaves its group" : "does not read the partition on")
				+ ". Give each bot a topic (discord.gateway.relay.topic) and a group (discord.gateway.relay.group) of "
				+ "its own";
		refuse(why);
		if (own) {
			this.services.leave().accept(why);
		}
	}

	/**
	 * Shards change their number once. Where the one before comes back, both are at work,
	 * and each event comes twice, of different sessions.
	 */
	private void watchTotal(ConsumerRecord<byte[], byte[]> record, int current) {
		if (current == this.total) {
			return;
		}
		if (current == this.totalBefore) {
			this.counters.report(this.counters.mixedTotals,
					describe(record) + " is of " + current + " shards, and the one before of " + this.total
							+ ": gateways with both numbers seem to run, and then each event comes twice. Set "
							+ "discord.gateway.sharding.total to the same number for all of them, or let them share "
							+ "the shards with discord.gateway.coordination=redis",
					null);
		}
		this.totalBefore = this.total;
		this.total = current;
	}

	private static String describe(ConsumerRecord<?, ?> record) {
		return "The record " + record.topic() + "-" + record.partition() + "@" + record.offset();
	}

	// Progress

	/** The offset to commit; negative when nothing is to be committed. */
	long toCommit() {
		if (!this.begun) {
			return NONE;
		}
		long next = this.tracker.handledUpTo() + 1;
		return (next > this.committed) ? next : NONE;
	}

	/** Notes what was committed, which may come late and out of order. */
	void committed(long offset) {
		this.committed = Math.max(this.committed, offset);
	}

	/** Notes how far it is behind. */
	void measure() {
		long ahead = this.consumer.currentLag(this.partition).orElse(0);
		this.lag = ahead + this.load.pending();
	}

	@Nullable String refusal() {
		return this.refusal;
	}

	long lag() {
		return this.lag;
	}

	int pending() {
		return this.load.pending();
	}

	/** Completes when nothing of it is on its way. */
	Mono<Void> drained() {
		return this.load.drained();
	}

	/** It is another worker's: what is not handled yet is handled there. */
	void close() {
		this.closed = true;
		this.load.close();
		this.pause.set(this.partition, false);
	}

	// What the dispatcher asks

	@Override
	public String description() {
		return "Partition " + this.partition;
	}

	@Override
	public void pauseReading(boolean paused) {
		if (!this.closed) {
			this.pause.set(this.partition, paused);
		}
	}

	@Override
	public String describeBacklog() {
		return "Listeners that are slow or paused hold them up";
	}

	/** Pauses partitions, or lets them go on, from any thread. */
	interface PartitionPause {

		void set(TopicPartition partition, boolean paused);

	}

	/**
	 * Keeps the record until it is handled, in case that a listener fails on it, and what
	 * observes it.
	 */
	private final class Receipt implements EventReceipt {

		private final ConsumerRecord<byte[], byte[]> record;

		private final UnhandledEvent open;

		private final @Nullable Observation observation;

		private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

		private Receipt(ConsumerRecord<byte[], byte[]> record, UnhandledEvent open, @Nullable Observation observation) {
			this.record = record;
			this.open = open;
			this.observation = observation;
		}

		@Override
		public @Nullable Scope enter() {
			return (this.observation != null) ? this.observation.openScope()::close : null;
		}

		@Override
		public void failed(Throwable error) {
			this.failure.compareAndSet(null, error);
		}

		@Override
		public void run() {
			Throwable first = this.failure.get();
			DeadLetters letters = PartitionFeed.this.deadLetters;
			if (this.observation != null && first != null) {
				this.observation.error(first);
			}
			if (first == null || letters == null) {
				settle();
			}
			else {
				letters.publish(this.record, first, this.observation, () -> !PartitionFeed.this.closed, this::settle);
			}
		}

		private void settle() {
			this.open.run();
			if (this.observation != null) {
				this.observation.stop();
			}
		}

	}

}
