package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One Kafka for all test classes of a process, started by the first that needs it. Each
 * test has topics and groups of its own.
 */
final class KafkaBroker {

	private static final Duration POLL = Duration.ofMillis(100);

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

	private final Admin admin;

	private final KafkaProducer<byte[], byte[]> producer;

	private KafkaBroker() {
		// Topics are there because somebody has made them.
		this.broker.brokerProperties(Map.of("auto.create.topics.enable", "false", "group.initial.rebalance.delay.ms",
				"0", "offsets.topic.num.partitions", "1", "group.min.session.timeout.ms", "1000"));
		this.broker.afterPropertiesSet();
		this.admin = Admin.create(Map.of("bootstrap.servers", address()));
		this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address()),
				new ByteArraySerializer(), new ByteArraySerializer());
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
	}

	static KafkaBroker get() {
		return Holder.BROKER;
	}

	private void stop() {
		this.producer.close(Duration.ZERO);
		this.admin.close(Duration.ZERO);
		this.broker.destroy();
	}

	String address() {
		return this.broker.getBrokersAsString();
	}

	/** A name that no other test has. */
	static String name(String what) {
		return what + "-" + UUID.randomUUID().toString().substring(0, 8);
	}

	void createTopic(String topic, int partitions) {
		done(this.admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
	}

	int partitions(String topic) {
		return done(this.admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().size();
	}

	boolean exists(String topic) {
		return done(this.admin.listTopics().names()).contains(topic);
	}

	long committed(String group, String topic, int partition) {
		OffsetAndMetadata offset = done(this.admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
			.get(new TopicPartition(topic, partition));
		return (offset != null) ? offset.offset() : -1;
	}

	void send(ProducerRecord<byte[], byte[]> record) {
		try {
			this.producer.send(record).get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Reads what is on a topic now. */
	static List<ConsumerRecord<byte[], byte[]>> readAll(String address, String topic) {
		return read(address, topic, Integer.MAX_VALUE);
	}

	/** Reads a topic from its begin until so many records have come. */
	List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
		return read(address(), topic, count);
	}

	private static List<ConsumerRecord<byte[], byte[]>> read(String address, String topic, int count) {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((partition) -> new TopicPartition(topic, partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			long end = System.nanoTime() + LIMIT.toNanos();
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (records.size() < count && System.nanoTime() < end) {
				consumer.poll(POLL).forEach(records::add);
				if (count == Integer.MAX_VALUE && partitions.stream()
					.allMatch((partition) -> consumer.position(partition) >= ends.get(partition))) {
					return records;
				}
			}
		}
		return records;
	}

	private static <T> T done(KafkaFuture<T> future) {
		try {
			return future.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Holder {

		private static final KafkaBroker BROKER = new KafkaBroker();

	}

}
