package io.github.discordgateway.internal.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.micrometer.observation.Observation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Brings records that listeners have failed on to the dead letter topic, with Spring
 * Kafka's recoverer and its headers. A record that the topic does not take is brought
 * again, until it does or nobody is interested any more: meanwhile it is not handled.
 */
final class DeadLetters implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(KafkaWorker.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** The recoverer leaves it to the producer. */
	private static final int ANY_PARTITION = -1;

	private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

	private final DeadLetterPublishingRecoverer recoverer;

	private final WorkerCounters counters;

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread made = new Thread(task, "discord-dead-letters");
		made.setDaemon(true);
		return made;
	});

	DeadLetters(KafkaClients clients, String topic, WorkerCounters counters) {
		this.producers = clients.deadLetterProducers();
		this.recoverer = new DeadLetterPublishingRecoverer(clients.template(this.producers),
				(record, failure) -> new TopicPartition(topic, ANY_PARTITION));
		this.recoverer.setFailIfSendResultIsError(true);
		this.counters = counters;
	}

	/**
	 * Brings a record to the topic.
	 * @param record the record
	 * @param failure why it is there
	 * @param observation what the record is observed by; {@code null} for nothing
	 * @param wanted asked whether the record is still this worker's
	 * @param done run when it is there
	 */
	void publish(ConsumerRecord<byte[], byte[]> record, Throwable failure, @Nullable Observation observation,
			BooleanSupplier wanted, Runnable done) {
		Exception reason = (failure instanceof Exception exception) ? exception : new IllegalStateException(failure);
		this.thread.execute(() -> {
			try {
				while (wanted.getAsBoolean()) {
					if (tryTo(record, reason, observation)) {
						this.counters.deadLetters.increment();
						done.run();
						return;
					}
					TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private boolean tryTo(ConsumerRecord<byte[], byte[]> record, Exception reason, @Nullable Observation observation) {
		Observation.Scope scope = (observation != null) ? observation.openScope() : null;
		try {
			this.recoverer.accept(record, null, reason);
			return true;
		}
		catch (RuntimeException ex) {
			logger.error("The record " + record.topic() + "-" + record.partition() + "@" + record.offset()
					+ " could not be brought to the dead letter topic, and is not committed until it is", ex);
			return false;
		}
		finally {
			if (scope != null) {
				scope.close();
			}
		}
	}

	@Override
	public void close() {
		this.thread.shutdownNow();
		this.producers.destroy();
	}

}
