package io.github.discordgateway.internal.kafka;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topic, which is there before anybody writes to it or reads from it. One that is
 * there is left as it is: with another number of partitions, events of a guild would come
 * to another one than before.
 */
final class RelayTopic {

	private static final Log logger = LogFactory.getLog(RelayTopic.class);

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
