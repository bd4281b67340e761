package io.github.discordgateway.internal.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Makes the clients of Kafka as the application has configured its own, but for what the
 * promises rest on: bytes that nobody converts, every replica's acknowledgement, order
 * over retries, and offsets that nobody else commits.
 *
 * @param producer what the application has configured for producers
 * @param consumer what it has configured for consumers
 * @param admin what it has configured for administration
 * @param producerCustomizers change a factory of producers before that
 * @param consumerCustomizers change a factory of consumers before that
 * @param observations gets the observations; {@code null} when nothing is observed
 */
public record KafkaClients(Map<String, Object> producer, Map<String, Object> consumer, Map<String, Object> admin,
		List<Consumer<DefaultKafkaProducerFactory<?, ?>>> producerCustomizers,
		List<Consumer<DefaultKafkaConsumerFactory<?, ?>>> consumerCustomizers,
		@Nullable ObservationRegistry observations) {

	/** So long a call may block the thread that sends, which does nothing else. */
	private static final int MAX_BLOCK_MILLIS = 5000;

	private static final int ADMIN_MILLIS = 10_000;

	private static final int MAX_IN_FLIGHT = 5;

	/** The largest guilds come in one event of some megabytes. */
	static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

	static final int CLOSE_SECONDS = 5;

	/** Makes producers that give up never, and keep the order meanwhile. */
	DefaultKafkaProducerFactory<byte[], byte[]> relayProducers() {
		Map<String, Object> settings = reliable();
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
		return producers(settings);
	}

	/** Makes producers that tell when a record could not be written. */
	DefaultKafkaProducerFactory<byte[], byte[]> deadLetterProducers() {
		return producers(reliable());
	}

	private Map<String, Object> reliable() {
		Map<String, Object> settings = new HashMap<>(this.producer);
		settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
		settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, MAX_IN_FLIGHT);
		settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
		return settings;
	}

	private DefaultKafkaProducerFactory<byte[], byte[]> producers(Map<String, Object> settings) {
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		DefaultKafkaProducerFactory<byte[], byte[]> factory = new DefaultKafkaProducerFactory<>(settings);
		this.producerCustomizers.forEach((customizer) -> customizer.accept(factory));
		factory.updateConfigs(settings);
		factory.setKeySerializer(new ByteArraySerializer());
		factory.setValueSerializer(new ByteArraySerializer());
		factory.setPhysicalCloseTimeout(CLOSE_SECONDS);
		return factory;
	}

	/** What observes the ends of the way; {@code null} when nothing is observed. */
	@Nullable EventObservations eventObservations() {
		return (this.observations != null && !this.observations.isNoop()) ? new EventObservations(this.observations)
				: null;
	}

	KafkaTemplate<byte[], byte[]> template(DefaultKafkaProducerFactory<byte[], byte[]> producers) {
		KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
		// Failures are reported once, where they are dealt with.
		template.setProducerListener(null);
		if (this.observations != null) {
			template.setObservationEnabled(true);
			template.setObservationRegistry(this.observations);
		}
		return template;
	}

	DefaultKafkaConsumerFactory<byte[], byte[]> consumers(@Nullable String group) {
		Map<String, Object> settings = new HashMap<>(this.consumer);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		if (group != null) {
			settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
		}
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		if (!"consumer".equalsIgnoreCase(String.valueOf(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
			// Only what goes to another worker is taken from one; the rest goes on.
			settings.putIfAbsent(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
					CooperativeStickyAssignor.class.getName());
		}
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		DefaultKafkaConsumerFactory<byte[], byte[]> factory = new DefaultKafkaConsumerFactory<>(settings);
		this.consumerCustomizers.forEach((customizer) -> customizer.accept(factory));
		factory.updateConfigs(settings);
		factory.setKeyDeserializer(new ByteArrayDeserializer());
		factory.setValueDeserializer(new ByteArrayDeserializer());
		return factory;
	}

	Admin administration() {
		Map<String, Object> settings = new HashMap<>(this.admin);
		settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_MILLIS);
		settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_MILLIS / 2);
		return Admin.create(settings);
	}

}
