package io.github.discordgateway.internal.kafka;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How events come from a topic.
 *
 * @param topic the topic
 * @param createTopic whether it may be created when it is missing
 * @param partitions how many partitions it then gets
 * @param group the group of workers that share the partitions
 * @param concurrency how many threads read
 * @param duplicateWindow how many of the events that came last of a partition are known
 * when they come again
 * @param deadLetterTopic gets the records that listeners fail on; {@code null} for none
 * @param drainTimeout for how long the listeners may finish what they have of a partition
 * that is lost
 * @param autoStartup whether the worker starts with the application
 */
public record WorkerSettings(String topic, boolean createTopic, int partitions, String group, int concurrency,
		int duplicateWindow, @Nullable String deadLetterTopic, Duration drainTimeout, boolean autoStartup) {
}
