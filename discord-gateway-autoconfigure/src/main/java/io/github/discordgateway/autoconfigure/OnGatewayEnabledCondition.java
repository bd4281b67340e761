package io.github.discordgateway.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/**
 * Matches unless the gateway is switched off. An empty value does not do that.
 */
final class OnGatewayEnabledCondition extends NoneNestedConditions {

	OnGatewayEnabledCondition() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnBooleanProperty(name = "discord.gateway.enabled", havingValue = false)
	static final class SwitchedOff {

	}

}
