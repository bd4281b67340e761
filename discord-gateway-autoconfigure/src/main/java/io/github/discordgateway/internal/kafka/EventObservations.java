package io.github.discordgateway.internal.kafka;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventType;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;
import org.springframework.kafka.support.micrometer.KafkaRecordSenderContext;
import org.springframework.kafka.support.micrometer.KafkaTemplateObservation;
import org.springframework.kafka.support.micrometer.KafkaTemplateObservation.DefaultKafkaTemplateObservationConvention;

/**
 * The two ends of the way through Kafka, of which a tracer makes one trace: what is
 * between them is observed by Spring Kafka, whose headers carry the trace.
 */
final class EventObservations {

	/** As {@code GatewayObservation.RELAY} documents it. */
	private static final String RELAY = "discord.gateway.relay";

	private static final String SENDER = "discordGatewayRelay";

	private static final String UNKNOWN = "UNKNOWN";

	private final ObservationRegistry registry;

	EventObservations(ObservationRegistry registry) {
		this.registry = registry;
	}

	/** Begins with the receipt of an event by a shard. */
	Observation relayed(ShardId shard, String name, long sequence) {
		return Observation.createNotStarted(RELAY, this.registry)
			.contextualName(name + " relay")
			.lowCardinalityKeyValue("event", (EventType.of(name) != null) ? name : UNKNOWN)
			.highCardinalityKeyValue("sequence", String.valueOf(sequence))
			.highCardinalityKeyValue("shard", shard.toString())
			.start();
	}

	/** Sends a record as Spring Kafka's template does. */
	void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, Observation parent,
			Callback told) {
		Observation sent = KafkaTemplateObservation.TEMPLATE_OBSERVATION
			.observation(null, DefaultKafkaTemplateObservationConvention.INSTANCE,
					() -> new KafkaRecordSenderContext(record, SENDER, () -> null), this.registry)
			.parentObservation(parent)
			.start();
		try {
			producer.send(record, (metadata, failure) -> {
				stop(sent, failure);
				told.onCompletion(metadata, failure);
			});
		}
		catch (RuntimeException ex) {
			stop(sent, ex);
			throw ex;
		}
	}

	private static void stop(Observation observation, @Nullable Exception failure) {
		if (failure != null) {
			observation.error(failure);
		}
		observation.stop();
	}

	/** Begins with the receipt of a record by a worker, as in Spring Kafka. */
	Observation received(ConsumerRecord<byte[], byte[]> record, String listener, String client, String group) {
		return KafkaListenerObservation.LISTENER_OBSERVATION
			.observation(null, DefaultKafkaListenerObservationConvention.INSTANCE,
					() -> new KafkaRecordReceiverContext(record, listener, client, group, () -> null), this.registry)
			.start();
	}

}
