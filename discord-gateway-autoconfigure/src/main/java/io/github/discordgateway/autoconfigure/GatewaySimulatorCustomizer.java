package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.simulator.GatewaySimulatorBuilder;

/**
 * Changes the embedded gateway of {@code discord.gateway.simulator.enabled} before it is
 * started. Any number of beans of this type are called in their order, after the
 * properties were applied.
 */
@FunctionalInterface
public interface GatewaySimulatorCustomizer {

	/**
	 * Changes what the gateway will do.
	 * @param builder the builder to change
	 */
	void customize(GatewaySimulatorBuilder builder);

}
