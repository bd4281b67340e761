package io.github.discordgateway.internal.kafka;

import java.util.function.BiConsumer;

import io.github.discordgateway.internal.dispatch.SourceLoad;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.SendResult;

/**
 * One event on its way to the broker, kept until the broker has taken it.
 */
final class RelayedEvent implements BiConsumer<@Nullable SendResult<byte[], byte[]>, @Nullable Throwable> {

	private final KafkaRelay relay;

	private final SourceLoad load;

	private final int weight;

	private final Runnable handled;

	/** {@code null} once nobody has to send it any more. */
	private volatile @Nullable ProducerRecord<byte[], byte[]> record;

	RelayedEvent(KafkaRelay relay, SourceLoad load, int weight, Runnable handled,
			ProducerRecord<byte[], byte[]> record) {
		this.relay = relay;
		this.load = load;
		this.weight = weight;
		this.handled = handled;
		this.record = record;
	}

	/** What is to be sent; {@code null} when that is over. */
	@Nullable ProducerRecord<byte[], byte[]> record() {
		return this.record;
	}

	/** How sending it ended. Called on the thread of the producer. */
	@Override
	public void accept(@Nullable SendResult<byte[], byte[]> result, @Nullable Throwable failure) {
		if (failure == null) {
			settle();
			this.relay.taken();
		}
		else if (!this.relay.passesOver(this, failure)) {
			this.relay.producerFailed(failure);
		}
	}

	/** The broker has it, or never takes it. */
	void settle() {
		this.record = null;
		try {
			this.handled.run();
		}
		finally {
			this.load.finished(false, this.weight);
		}
	}

	/** It stays what it is to the shard: not handled. */
	void giveUp() {
		if (this.record != null) {
			this.record = null;
			this.load.finished(false, this.weight);
		}
	}

}
