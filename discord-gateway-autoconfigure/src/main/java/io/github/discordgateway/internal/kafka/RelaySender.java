package io.github.discordgateway.internal.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.discordgateway.Snowflake;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * The thread that hands records to the producer, one after the other. The producer itself
 * repeats what the broker does not answer, for ever and in order. When it gives up all
 * the same, because it is not allowed to write or has lost its place, it is replaced, and
 * all that was not acknowledged is sent again in the order in which it came: some of it a
 * second time, which whoever reads can tell by session and sequence.
 */
final class RelaySender implements Runnable {

	private static final Log logger = LogFactory.getLog(KafkaRelay.class);

	private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

	private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

	private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

	/** Below this many it is not worth looking for those that are taken. */
	private static final int COMPACT_FROM = 1024;

	private final KafkaRelay relay;

	private final RelayTopic topic;

	private final @Nullable Snowflake bot;

	private final RecordWriter writer;

	private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

	private final @Nullable EventObservations observations;

	private final Queue<RelayedEvent> queue = new ConcurrentLinkedQueue<>();

	/** What was sent and, as far as is known, not taken; in the order of the queue. */
	private final Deque<RelayedEvent> sent = new ArrayDeque<>();

	private final Thread thread;

	/** Always the same until it is replaced: only one keeps the order. */
	private @Nullable Producer<byte[], byte[]> producer;

	private int compactAt = COMPACT_FROM;

	private volatile boolean parked;

	private volatile boolean stopped;

	private volatile @Nullable String problem;

	/** Why the producer is of no use any more. */
	private volatile @Nullable Throwable broken;

	RelaySender(KafkaRelay relay, KafkaClients clients, RelayTopic topic, @Nullable Snowflake bot) {
		this.relay = relay;
		this.topic = topic;
		this.bot = bot;
		this.writer = new RecordWriter(topic.name(), bot);
		this.producers = clients.relayProducers();
		this.observations = clients.eventObservations();
		this.thread = new Thread(this, "discord-relay");
	}

	void start() {
		this.thread.start();
	}

	/** Takes an event in; a {@link #wake()} has to follow. */
	void add(RelayedEvent event) {
		this.queue.add(event);
	}

	void wake() {
		if (this.parked) {
			this.parked = false;
			LockSupport.unpark(this.thread);
		}
	}

	RecordWriter writer() {
		return this.writer;
	}

	@Nullable String problem() {
		return this.problem;
	}

	void problem(@Nullable String problem) {
		if (problem != null || this.problem != null) {
			this.problem = problem;
		}
	}

	/** The producer has given something up. */
	void failed(Throwable cause) {
		if (!this.stopped) {
			this.broken = cause;
			wake();
		}
	}

	@Override
	public void run() {
		try {
			requireTopic();
			while (!this.stopped) {
				if (this.broken != null) {
					sendAgain();
				}
				RelayedEvent next = this.queue.poll();
				if (next != null) {
					send(next);
				}
				else {
					idle();
				}
			}
		}
		catch (InterruptedException ex) {
			logger.debug("The relay was stopped while it waited");
		}
	}

	private void requireTopic() throws InterruptedException {
		long pause = FIRST_PAUSE_NANOS;
		while (!this.stopped) {
			try {
				this.topic.require();
				if (this.bot != null) {
					this.topic.requireOnly(this.bot);
				}
				this.problem = null;
				return;
			}
			catch (RuntimeException ex) {
				report(ex);
				pause = pause(pause);
			}
		}
	}

	/** Both sides first write what the other one reads, and then look. */
	private void idle() {
		this.parked = true;
		if (this.queue.isEmpty() && this.broken == null && !this.stopped) {
			LockSupport.parkNanos(this, IDLE_NANOS);
		}
		this.parked = false;
	}

	/** Hands a record to the producer, and stays with it until the producer has it. */
	private void send(RelayedEvent event) throws InterruptedException {
		tidy();
		long pause = FIRST_PAUSE_NANOS;
		boolean handedOver = false;
		try {
			while (!handedOver && !this.stopped) {
				Throwable refusal = tryToSend(event);
				if (refusal == null) {
					this.sent.addLast(event);
					handedOver = true;
				}
				else if (this.relay.passesOver(event, refusal)) {
					handedOver = true;
				}
				else {
					report(refusal);
					pause = pause(pause);
					// One that has no room, or does not know the brokers yet, is in
					// order.
					if (!(NestedExceptionUtils.getMostSpecificCause(refusal) instanceof TimeoutException)) {
						sendAgain();
					}
				}
			}
		}
		finally {
			if (!handedOver) {
				this.relay.givenUp(event);
			}
		}
	}

	private @Nullable Throwable tryToSend(RelayedEvent event) throws InterruptedException {
		Producer<byte[], byte[]> current = this.producer;
		if (current == null) {
			current = this.producers.createProducer();
			this.producer = current;
		}
		try {
			return event.send(current, this.observations);
		}
		catch (InterruptException ex) {
			throw (InterruptedException) new InterruptedException(ex.getMessage()).initCause(ex);
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	/** Begins with another producer, and with what the one before did not get through. */
	private void sendAgain() throws InterruptedException {
		Throwable cause = this.broken;
		if (cause != null) {
			report(cause);
			pause(FIRST_PAUSE_NANOS);
		}
		replaceProducer();
		Deque<RelayedEvent> again = new ArrayDeque<>(this.sent);
		this.sent.clear();
		long pause = FIRST_PAUSE_NANOS;
		try {
			RelayedEvent next;
			while ((next = again.peekFirst()) != null && !this.stopped) {
				Throwable failure = this.broken;
				Throwable refusal = (failure != null) ? failure : tryToSend(next);
				if (refusal == null) {
					this.sent.addLast(again.removeFirst());
				}
				else if (failure != null || !this.relay.passesOver(next, refusal)) {
					report(refusal);
					pause = pause(pause);
					replaceProducer();
					this.sent.descendingIterator().forEachRemaining(again::addFirst);
					this.sent.clear();
				}
			}
		}
		finally {
			this.sent.addAll(again);
		}
	}

	/**
	 * The one before tells what became of all that it has, so that nothing of that is
	 * taken for a failure of the next one. It may have been closed already by its
	 * factory, which then knows nothing of it any more.
	 */
	private void replaceProducer() {
		this.producer = null;
		this.producers.reset();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(KafkaClients.CLOSE_SECONDS);
		while (!this.stopped && System.nanoTime() < end && this.sent.stream().anyMatch(RelayedEvent::isUnderWay)) {
			LockSupport.parkNanos(this, LOOK_NANOS);
		}
		this.broken = null;
	}

	private void tidy() {
		RelayedEvent first;
		while ((first = this.sent.peekFirst()) != null && first.record() == null) {
			this.sent.removeFirst();
		}
		// One partition that takes nothing must not keep what the others have taken.
		if (this.sent.size() >= this.compactAt) {
			this.sent.removeIf((event) -> event.record() == null);
			this.compactAt = Math.max(COMPACT_FROM, this.sent.size() * 2);
		}
	}

	private void report(Throwable failure) {
		String text = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
		if (!String.valueOf(text).equals(this.problem)) {
			logger.error("Events cannot be relayed, and wait: " + text);
			logger.debug("The failure of Kafka's producer", failure);
		}
		this.problem = String.valueOf(text);
	}

	private long pause(long nanos) throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(nanos);
		return Math.min(nanos * 2, LONGEST_PAUSE_NANOS);
	}

	/**
	 * Ends the thread and the producer. What was not taken is given up.
	 * @param timeout how long that may take
	 */
	void stop(Duration timeout) {
		this.stopped = true;
		this.thread.interrupt();
		try {
			this.thread.join(timeout.toMillis());
			if (this.thread.isAlive()) {
				logger.warn("The thread of the relay has not ended after " + timeout);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.producers.setPhysicalCloseTimeout(Math.toIntExact(timeout.toSeconds()));
		this.producers.destroy();
		this.sent.forEach(this::giveUp);
		this.queue.forEach(this::giveUp);
	}

	private void giveUp(RelayedEvent event) {
		if (event.record() != null) {
			this.relay.givenUp(event);
		}
	}

}
