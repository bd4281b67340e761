package io.github.discordgateway.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/**
 * Matches in a process whose listeners are called. An empty value does not say otherwise.
 */
final class OnListenersCondition extends NoneNestedConditions {

	OnListenersCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnProperty(name = "discord.gateway.role", havingValue = "gateway")
	static final class GatewayOnly {

	}

}
