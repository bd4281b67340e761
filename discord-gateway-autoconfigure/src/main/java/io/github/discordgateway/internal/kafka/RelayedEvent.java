package io.github.discordgateway.internal.kafka;

import java.util.concurrent.CancellationException;

import io.github.discordgateway.internal.dispatch.SourceLoad;
import io.micrometer.observation.Observation;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to the broker, kept until the broker has taken it.
 */
final class RelayedEvent implements Callback {

	private final KafkaRelay relay;

	private final SourceLoad load;

	private final int weight;

	private final Runnable handled;

	private final @Nullable Observation observation;

	/** {@code null} once nobody has to send it any more. */
	private volatile @Nullable ProducerRecord<byte[], byte[]> record;

	/** Whether the producer has it, and has not told yet what became of it. */
	private volatile boolean underWay;

	/** The thread that is handing it to the producer. */
	private volatile @Nullable Thread sending;

	/** What the producer said meanwhile. */
	private @Nullable Throwable refusal;

	private boolean tried;

	RelayedEvent(KafkaRelay relay, SourceLoad load, int weight, Runnable handled, @Nullable Observation observation,
			ProducerRecord<byte[], byte[]> record) {
		this.relay = relay;
		this.load = load;
		this.weight = weight;
		this.handled = handled;
		this.observation = observation;
		this.record = record;
	}

	/** What is to be sent; {@code null} when that is over. */
	@Nullable ProducerRecord<byte[], byte[]> record() {
		return this.record;
	}

	boolean isUnderWay() {
		return this.underWay;
	}

	/**
	 * Hands it to the producer, unless that is over.
	 * @return why the producer does not take it; {@code null} when it has taken it
	 * @throws RuntimeException when the producer does not take it either
	 */
	@Nullable Throwable send(Producer<byte[], byte[]> producer, @Nullable EventObservations observations) {
		ProducerRecord<byte[], byte[]> next = this.record;
		if (next == null) {
			return null;
		}
		if (this.tried) {
			// Headers that were sent cannot be changed, as the context of a trace has to.
			next = new ProducerRecord<>(next.topic(), next.partition(), next.timestamp(), next.key(), next.value(),
					next.headers());
		}
		this.tried = true;
		this.refusal = null;
		this.underWay = true;
		this.sending = Thread.currentThread();
		try {
			if (observations != null && this.observation != null) {
				observations.send(producer, next, this.observation, this);
			}
			else {
				producer.send(next, this);
			}
		}
		catch (RuntimeException ex) {
			this.underWay = false;
			throw ex;
		}
		finally {
			this.sending = null;
		}
		return this.refusal;
	}

	/**
	 * How sending it ended. Called on the thread of the producer, or, when the producer
	 * does not take it, on the one that hands it over.
	 */
	@Override
	public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
		try {
			if (failure == null) {
				settle(null);
				this.relay.taken();
			}
			else if (this.sending == Thread.currentThread()) {
				this.refusal = failure;
			}
			else if (!this.relay.passesOver(this, failure)) {
				this.relay.producerFailed(failure);
			}
		}
		finally {
			this.underWay = false;
		}
	}

	/** The broker has it, or never takes it. */
	void settle(@Nullable Throwable failure) {
		this.record = null;
		try {
			this.handled.run();
		}
		finally {
			this.load.finished(false, this.weight);
			observed(failure);
		}
	}

	/** It stays what it is to the shard: not handled. */
	void giveUp() {
		if (this.record != null) {
			this.record = null;
			this.load.finished(false, this.weight);
			observed(new CancellationException("The relay was stopped before Kafka had the event"));
		}
	}

	private void observed(@Nullable Throwable failure) {
		if (this.observation != null) {
			if (failure != null) {
				this.observation.error(failure);
			}
			this.observation.stop();
		}
	}

}
