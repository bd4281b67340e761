package io.github.discordgateway.internal.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.WorkerStatistics;
import io.github.discordgateway.internal.cluster.ShutdownBudget;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.protocol.FrameReader;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes events from a topic to the listeners. Spring Kafka's container reads; its threads
 * hand the records to the dispatcher and never wait for a listener. Of each partition the
 * offset is committed below which everything is handled, so that nothing is missing
 * wherever the partition is read next. A partition of which too much waits is paused.
 */
public final class KafkaWorker implements WorkerStatistics, SmartLifecycle {

	private static final Log logger = LogFactory.getLog(KafkaWorker.class);

	/** Of the container, and of what it listens with. */
	static final String NAME = "discordGatewayWorker";

	static final String CLIENT = "discord-worker";

	private static final long COMMIT_MILLIS = 1000;

	/** A partition that may be read on is, after this at the latest. */
	private static final long POLL_MILLIS = 100;

	private static final long TOPIC_RETRY_MILLIS = 1000;

	private static final Duration AUTH_RETRY = Duration.ofSeconds(10);

	private final KafkaClients clients;

	private final WorkerSettings settings;

	private final EventDispatcher dispatcher;

	private final FrameReader frames;

	private final Supplier<@Nullable Snowflake> bot;

	private final ShutdownBudget shutdown;

	private final WorkerCounters counters = new WorkerCounters();

	private final Map<TopicPartition, PartitionFeed> feeds = new ConcurrentHashMap<>();

	private final List<java.util.function.Consumer<Set<Integer>>> observers = new CopyOnWriteArrayList<>();

	private volatile @Nullable Run run;

	/**
	 * Makes a worker, which does nothing before it is started.
	 * @param clients makes the consumers
	 * @param settings what is read, and how
	 * @param dispatcher gets the events
	 * @param frames reads them
	 * @param bot whose events they have to be; asked at each start, {@code null} when
	 * that is not known
	 * @param shutdown the time that a stop may take
	 */
	public KafkaWorker(KafkaClients clients, WorkerSettings settings, EventDispatcher dispatcher, FrameReader frames,
			Supplier<@Nullable Snowflake> bot, ShutdownBudget shutdown) {
		this.clients = clients;
		this.settings = settings;
		this.dispatcher = dispatcher;
		this.frames = frames;
		this.bot = bot;
		this.shutdown = shutdown;
	}

	private static @Nullable String text(@Nullable Snowflake bot) {
		return (bot != null) ? bot.toString() : null;
	}

	// Statistics

	@Override
	public long received() {
		return this.counters.received.sum();
	}

	@Override
	public long duplicates() {
		return this.counters.duplicates.sum();
	}

	@Override
	public long foreign() {
		return this.counters.foreign.sum();
	}

	@Override
	public long deadLetters() {
		return this.counters.deadLetters.sum();
	}

	@Override
	public long passedOver() {
		return this.counters.passedOver.sum();
	}

	@Override
	public long waiting() {
		return this.feeds.values().stream().mapToLong(PartitionFeed::pending).sum();
	}

	@Override
	public Map<Integer, Long> lag() {
		Map<Integer, Long> lags = new TreeMap<>();
		this.feeds.forEach((partition, feed) -> lags.put(partition.partition(), feed.lag()));
		return lags;
	}

	@Override
	public void observePartitions(java.util.function.Consumer<Set<Integer>> observer) {
		this.observers.add(observer);
		observer.accept(partitions());
	}

	private Set<Integer> partitions() {
		return this.feeds.keySet().stream().map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
	}

	private void tellObservers() {
		Set<Integer> current = partitions();
		this.observers.forEach((observer) -> observer.accept(current));
	}

	@Override
	public @Nullable String problem() {
		Run current = this.run;
		if (current == null) {
			return null;
		}
		String refusal = this.feeds.values()
			.stream()
			.map(PartitionFeed::refusal)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return (refusal != null) ? refusal : current.problem();
	}

	// Life cycle

	@Override
	public synchronized void start() {
		if (this.run == null) {
			Run started = new Run();
			this.run = started;
			started.start();
		}
	}

	@Override
	public void stop() {
		Run stopping;
		synchronized (this) {
			stopping = this.run;
			this.run = null;
		}
		if (stopping != null) {
			stopping.stop();
		}
	}

	@Override
	public boolean isRunning() {
		return this.run != null;
	}

	@Override
	public boolean isAutoStartup() {
		return this.settings.autoStartup();
	}

	/**
	 * What there is from a start to the stop that follows.
	 */
	private final class Run implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>,
			ConsumerSeekAware, ConsumerAwareRebalanceListener {

		private final @Nullable DeadLetters deadLetters;

		private final FeedServices services;

		private final ConcurrentMessageListenerContainer<byte[], byte[]> container;

		private final Thread starter = new Thread(this::requireTopicAndRead, "discord-worker-start");

		/** When each consumer has committed last. */
		private final Map<Consumer<?, ?>, Long> committedAt = new ConcurrentHashMap<>();

		private volatile boolean stopping;

		private volatile @Nullable String problem = "The worker has not begun to read yet";

		private Run() {
			WorkerSettings with = KafkaWorker.this.settings;
			String topic = with.deadLetterTopic();
			this.deadLetters = (topic != null)
					? new DeadLetters(KafkaWorker.this.clients, topic, KafkaWorker.this.counters) : null;
			this.services = new FeedServices(with, new WatchedBot(text(KafkaWorker.this.bot.get())), this::leave,
					KafkaWorker.this.dispatcher, KafkaWorker.this.frames, KafkaWorker.this.counters, this.deadLetters,
					KafkaWorker.this.clients.eventObservations());
			ContainerProperties properties = new ContainerProperties(with.topic());
			properties.setMessageListener(this);
			properties.setConsumerRebalanceListener(this);
			properties.setAckMode(ContainerProperties.AckMode.MANUAL);
			properties.setGroupId(with.group());
			properties.setClientId(CLIENT);
			properties.setPollTimeout(POLL_MILLIS);
			properties.setIdleEventInterval(COMMIT_MILLIS);
			properties.setIdleBeforeDataMultiplier(1);
			properties.setAuthExceptionRetryInterval(AUTH_RETRY);
			properties.setShutdownTimeout(KafkaWorker.this.shutdown.remaining().toMillis());
			this.container = new ConcurrentMessageListenerContainer<>(KafkaWorker.this.clients.consumers(with.group()),
					properties);
			this.container.setConcurrency(with.concurrency());
			this.container.setBeanName(NAME);
		}

		/** So that those who are right in the group go on with its partitions. */
		private void leave(String why) {
			this.problem = why;
			this.container.stop(() -> {
			});
		}

		private void start() {
			this.starter.setDaemon(true);
			this.starter.start();
		}

		/** Not in the thread of the start, which does not wait for Kafka. */
		private void requireTopicAndRead() {
			WorkerSettings with = KafkaWorker.this.settings;
			RelayTopic topic = new RelayTopic(KafkaWorker.this.clients, with.topic(), with.createTopic(),
					with.partitions());
			try {
				while (!this.stopping && !isThere(topic)) {
					TimeUnit.MILLISECONDS.sleep(TOPIC_RETRY_MILLIS);
				}
			}
			catch (InterruptedException ex) {
				logger.debug("The worker was stopped before it could read");
				return;
			}
			synchronized (this) {
				if (!this.stopping) {
					this.container.start();
					this.problem = null;
				}
			}
		}

		private boolean isThere(RelayTopic topic) throws InterruptedException {
			try {
				topic.require();
				return true;
			}
			catch (KafkaException ex) {
				if (!String.valueOf(ex.getMessage()).equals(this.problem)) {
					logger.error("Nothing can be read, and the worker waits: " + ex.getMessage());
				}
				this.problem = String.valueOf(ex.getMessage());
				return false;
			}
		}

		private @Nullable String problem() {
			String known = this.problem;
			if (known != null) {
				return known;
			}
			return this.container.isChildRunning() ? null : "The consumers have ended: the log tells why";
		}

		private void stop() {
			synchronized (this) {
				this.stopping = true;
			}
			this.starter.interrupt();
			// The consumers leave the group, and with that their partitions: see below.
			this.container.stop();
			if (this.deadLetters != null) {
				this.deadLetters.close();
			}
		}

		// Records, on the thread of a consumer

		@Override
		public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment acknowledgment,
				@Nullable Consumer<?, ?> consumer) {
			TopicPartition partition = null;
			PartitionFeed feed = null;
			Set<PartitionFeed> begun = new HashSet<>();
			for (ConsumerRecord<byte[], byte[]> record : records) {
				if (partition == null || partition.partition() != record.partition()) {
					partition = new TopicPartition(record.topic(), record.partition());
					feed = KafkaWorker.this.feeds.get(partition);
					if (feed != null && begun.add(feed)) {
						feed.pollBegins();
					}
				}
				if (feed != null) {
					feed.receive(record);
				}
			}
			KafkaWorker.this.dispatcher.handOver();
			if (consumer != null) {
				commitWhenDue(consumer);
			}
		}

		@Override
		public void onIdleContainer(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
			assignments.keySet()
				.stream()
				.map(KafkaWorker.this.feeds::get)
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent((feed) -> commitWhenDue(feed.consumer()));
		}

		private void commitWhenDue(Consumer<?, ?> consumer) {
			long now = System.nanoTime();
			Long last = this.committedAt.get(consumer);
			if (last != null && now - last < TimeUnit.MILLISECONDS.toNanos(COMMIT_MILLIS) / 2) {
				return;
			}
			this.committedAt.put(consumer, now);
			List<PartitionFeed> own = KafkaWorker.this.feeds.values()
				.stream()
				.filter((feed) -> feed.isReadBy(consumer))
				.toList();
			own.forEach(PartitionFeed::measure);
			Map<TopicPartition, OffsetAndMetadata> offsets = offsets(own);
			if (!offsets.isEmpty()) {
				consumer.commitAsync(offsets, (committed, failure) -> committed(own, committed, failure));
			}
		}

		private Map<TopicPartition, OffsetAndMetadata> offsets(Collection<PartitionFeed> of) {
			Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
			for (PartitionFeed feed : of) {
				long next = feed.toCommit();
				if (next >= 0) {
					offsets.put(feed.partition(), new OffsetAndMetadata(next));
				}
			}
			return offsets;
		}

		private void committed(Collection<PartitionFeed> feeds, Map<TopicPartition, OffsetAndMetadata> offsets,
				@Nullable Exception failure) {
			if (failure != null) {
				logger.info("Offsets could not be committed, and are with the next ones: " + failure);
				return;
			}
			for (PartitionFeed feed : feeds) {
				OffsetAndMetadata offset = offsets.get(feed.partition());
				if (offset != null) {
					feed.committed(offset.offset());
				}
			}
		}

		// Partitions, on the thread of a consumer

		@Override
		public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
			for (TopicPartition partition : partitions) {
				KafkaWorker.this.feeds.put(partition,
						new PartitionFeed(partition, consumer, this.services, this::pause));
			}
			tellObservers();
		}

		private void pause(TopicPartition partition, boolean paused) {
			if (paused) {
				this.container.pausePartition(partition);
			}
			else {
				this.container.resumePartition(partition);
			}
		}

		/**
		 * Both interfaces have it; what is to be done is done with the consumer below.
		 */
		@Override
		public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
		}

		/** The listeners finish, and what they have handled is committed. */
		@Override
		public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
			List<PartitionFeed> lost = take(partitions);
			if (lost.isEmpty()) {
				return;
			}
			drain(lost);
			Map<TopicPartition, OffsetAndMetadata> offsets = offsets(lost);
			lost.forEach(PartitionFeed::close);
			if (!offsets.isEmpty()) {
				try {
					consumer.commitSync(offsets);
				}
				catch (RuntimeException ex) {
					logger.warn("What was handled of partitions that are lost could not be committed, "
							+ "and comes again where they are read next: " + ex);
				}
			}
			if (this.stopping) {
				this.committedAt.remove(consumer);
			}
		}

		private void drain(List<PartitionFeed> lost) {
			Duration limit = KafkaWorker.this.settings.drainTimeout();
			if (this.stopping && KafkaWorker.this.shutdown.drain().compareTo(limit) < 0) {
				limit = KafkaWorker.this.shutdown.drain();
			}
			boolean drained = Boolean.TRUE.equals(Flux.fromIterable(lost)
				.flatMap(PartitionFeed::drained, Integer.MAX_VALUE)
				.then(Mono.just(true))
				.timeout(limit, Mono.just(false))
				.block());
			if (!drained) {
				logger.warn("Listeners are still busy after " + limit.toMillis() + " ms with events of partitions that "
						+ "are lost: these are not committed, and come again where the partitions are read next");
			}
		}

		@Override
		public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
			List<PartitionFeed> lost = take(partitions);
			lost.forEach(PartitionFeed::close);
			if (!lost.isEmpty()) {
				logger.warn("Partitions " + partitions + " were taken away: what is not committed of them comes again "
						+ "where they are read next");
			}
		}

		private List<PartitionFeed> take(Collection<TopicPartition> partitions) {
			List<PartitionFeed> taken = new ArrayList<>();
			for (TopicPartition partition : partitions) {
				PartitionFeed feed = KafkaWorker.this.feeds.remove(partition);
				if (feed != null) {
					taken.add(feed);
				}
			}
			tellObservers();
			return taken;
		}

	}

}
