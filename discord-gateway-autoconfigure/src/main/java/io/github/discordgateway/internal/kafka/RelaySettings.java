package io.github.discordgateway.internal.kafka;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How events go to a topic.
 *
 * @param topic the topic
 * @param createTopic whether it may be created when it is missing
 * @param partitions how many partitions it then gets
 * @param included the names of the events that are relayed; {@code null} for all
 * @param excluded the names of those that are not
 * @param maxPending how many events of a shard may wait for Kafka before the shard stops
 * reading
 * @param maxPendingBytes what the events of all shards may take meanwhile; {@code null}
 * for a quarter of the heap
 * @param stalledAfter how long Kafka may acknowledge nothing before that is a problem
 */
public record RelaySettings(String topic, boolean createTopic, int partitions, @Nullable Set<String> included,
		Set<String> excluded, int maxPending, @Nullable Long maxPendingBytes, Duration stalledAfter) {

	boolean isRelayed(String event) {
		return (this.included != null) ? this.included.contains(event) : !this.excluded.contains(event);
	}

}
