package io.github.discordgateway.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/**
 * Matches in a process whose shards hand their events to its own listeners. An empty
 * value does not say otherwise.
 */
final class OnNoRelayCondition extends NoneNestedConditions {

	OnNoRelayCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnProperty(name = "discord.gateway.relay", havingValue = "kafka")
	static final class Kafka {

	}

}
