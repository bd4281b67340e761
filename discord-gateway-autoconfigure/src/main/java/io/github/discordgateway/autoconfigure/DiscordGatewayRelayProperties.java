package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.Set;

import io.github.discordgateway.event.EventType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/**
 * How events go from the processes with the shards to the workers, when
 * {@code discord.gateway.relay} says that they do.
 *
 * @param topic Topic of the events. Two bots on one Kafka need one each.
 * @param createTopic Whether the topic is created when it is missing.
 * @param partitions Number of partitions of a topic that is created: as many workers can
 * share the work.
 * @param events Which events are relayed.
 * @param group Group of workers that share the partitions.
 * @param concurrency Number of threads of a worker that read.
 * @param duplicateWindow Number of latest events of each partition that a worker knows
 * when they come again.
 * @param deadLetterTopic Topic for records that a listener has failed on, and for those
 * that are no events; left out, they are reported and passed over.
 * @param drainTimeout Time for which the listeners of a worker may finish what they have
 * of a partition that goes to another worker.
 * @param stalledAfter Time for which the broker may acknowledge nothing before health and
 * readiness show it.
 */
@ConfigurationProperties("discord.gateway.relay")
public record DiscordGatewayRelayProperties(@DefaultValue("discord.gateway.events") String topic,
		@DefaultValue("true") boolean createTopic, @DefaultValue("12") int partitions, @DefaultValue Events events,
		@DefaultValue("discord-gateway-workers") String group, @DefaultValue("1") int concurrency,
		@DefaultValue("10000") int duplicateWindow, @Nullable String deadLetterTopic,
		@DefaultValue("10s") Duration drainTimeout, @DefaultValue("10s") Duration stalledAfter) implements Validator {

	@Override
	public boolean supports(Class<?> candidate) {
		return candidate == DiscordGatewayRelayProperties.class;
	}

	@Override
	public void validate(Object target, Errors errors) {
		DiscordGatewayRelayProperties properties = (DiscordGatewayRelayProperties) target;
		PropertyChecks checks = new PropertyChecks(errors);
		checks.range("partitions", properties.partitions, 1, 10_000, "must be from 1 to 10000");
		checks.range("concurrency", properties.concurrency, 1, 1000, "must be from 1 to 1000");
		checks.range("duplicateWindow", properties.duplicateWindow, 0, 1_000_000, "must be from 0 to 1000000");
		checks.positive("drainTimeout", properties.drainTimeout);
		checks.positive("stalledAfter", properties.stalledAfter);
		if (properties.events.include != null && !properties.events.exclude.isEmpty()) {
			checks.reject("events.exclude",
					"and events.include exclude each other: what is not included is left out anyway");
		}
		if (properties.topic.equals(properties.deadLetterTopic)) {
			checks.reject("deadLetterTopic", "must be another topic than the one with the events");
		}
	}

	/**
	 * Which events are relayed.
	 *
	 * @param include Only these events, such as message-create; left out, all.
	 * @param exclude All events but these, such as typing-start.
	 */
	public record Events(@Nullable Set<EventType> include, @DefaultValue Set<EventType> exclude) {
	}

}
