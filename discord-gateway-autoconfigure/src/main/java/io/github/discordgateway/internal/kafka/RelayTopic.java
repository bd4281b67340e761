package io.github.discordgateway.internal.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import io.github.discordgateway.Snowflake;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * The topic, which is there before anybody writes to it or reads from it. One that is
 * there is left as it is: with another number of partitions, events of a guild would come
 * to another one than before.
 */
final class RelayTopic {

	private static final Log logger = LogFactory.getLog(RelayTopic.class);

	private static final Duration LOOK = Duration.ofSeconds(5);

	private static final Duration POLL = Duration.ofMillis(200);

	private final KafkaClients clients;

	private final String name;

	private final boolean create;

	private final int partitions;

	RelayTopic(KafkaClients clients, String name, boolean create, int partitions) {
		this.clients = clients;
		this.name = name;
		this.create = create;
		this.partitions = partitions;
	}

	/**
	 * Looks for the topic, and creates it if need be and allowed. Blocks for some seconds
	 * at most.
	 * @throws KafkaException when it is not there, or Kafka cannot be reached
	 */
	void require() throws InterruptedException {
		try (Admin admin = this.clients.administration()) {
			int found = find(admin);
			if (found == 0) {
				create(admin);
			}
		}
	}

	String name() {
		return this.name;
	}

	/**
	 * Looks at the latest record of each partition, so that nobody writes between the
	 * events of another bot. Blocks for some seconds at most.
	 * @param bot whose events are to be there
	 * @throws KafkaException when there are those of another bot, or Kafka cannot be
	 * reached
	 */
	void requireOnly(Snowflake bot) {
		DefaultKafkaConsumerFactory<byte[], byte[]> consumers = this.clients.consumers(null);
		try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
			for (ConsumerRecord<byte[], byte[]> latest : latest(consumer)) {
				String other = RelayHeaders.text(latest.headers(), RelayHeaders.BOT);
				if (other != null && !other.equals(bot.toString())) {
					throw new KafkaException("The topic " + this.name + " has events of the bot " + other
							+ ", and this one is " + bot + ". Give each bot a topic (discord.gateway.relay.topic) and "
							+ "a group (discord.gateway.relay.group) of its own");
				}
			}
		}
		catch (AuthorizationException ex) {
			logger.debug("Whose events are on the topic " + this.name + " may not be read", ex);
		}
	}

	private List<ConsumerRecord<byte[], byte[]>> latest(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = consumer.partitionsFor(this.name)
			.stream()
			.map((partition) -> new TopicPartition(this.name, partition.partition()))
			.toList();
		Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
		Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
		List<TopicPartition> filled = partitions.stream()
			.filter((partition) -> ends.getOrDefault(partition, 0L) > begins.getOrDefault(partition, 0L))
			.toList();
		consumer.assign(filled);
		filled.forEach((partition) -> consumer.seek(partition, ends.getOrDefault(partition, 1L) - 1));
		List<ConsumerRecord<byte[], byte[]>> latest = new ArrayList<>();
		// A partition may end with something that is no record.
		long end = System.nanoTime() + LOOK.toNanos();
		while (latest.size() < filled.size() && System.nanoTime() < end) {
			ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
			for (TopicPartition partition : polled.partitions()) {
				latest.add(polled.records(partition).get(0));
				consumer.pause(List.of(partition));
			}
		}
		return latest;
	}

	/** Its number of partitions; 0 when it is not there. */
	private int find(Admin admin) throws InterruptedException {
		try {
			TopicDescription found = admin.describeTopics(List.of(this.name)).allTopicNames().get().get(this.name);
			return (found != null) ? found.partitions().size() : 0;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof UnknownTopicOrPartitionException) {
				return 0;
			}
			if (ex.getCause() instanceof AuthorizationException) {
				logger.debug("Whether the topic " + this.name + " exists may not be asked", ex);
				return -1;
			}
			throw problem("could not be looked for", ex);
		}
	}

	private void create(Admin admin) throws InterruptedException {
		if (!this.create) {
			throw new KafkaException("The topic " + this.name + " does not exist. Create it, or let it be created "
					+ "with discord.gateway.relay.create-topic=true");
		}
		try {
			NewTopic topic = new NewTopic(this.name, Optional.of(this.partitions), Optional.empty())
				.configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(KafkaClients.MAX_RECORD_BYTES)));
			admin.createTopics(List.of(topic)).all().get();
			logger.info("Created the topic " + this.name + " with " + this.partitions + " partitions");
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw problem("does not exist and could not be created", ex);
			}
		}
	}

	private KafkaException problem(String what, ExecutionException ex) {
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		return new KafkaException("The topic " + this.name + " " + what + ": " + cause.getMessage(), cause);
	}

}
