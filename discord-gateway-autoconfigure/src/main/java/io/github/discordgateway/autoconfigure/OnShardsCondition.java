package io.github.discordgateway.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/**
 * Matches in a process that runs shards. An empty value does not say otherwise.
 */
final class OnShardsCondition extends NoneNestedConditions {

	OnShardsCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnProperty(name = "discord.gateway.role", havingValue = "worker")
	static final class Worker {

	}

}
