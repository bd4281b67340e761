package io.github.discordgateway.demo;

import java.net.URI;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.autoconfigure.DiscordGatewayConnectionDetails;
import io.github.discordgateway.simulator.GatewaySimulator;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Leads the further nodes of a cluster to the simulator that the first one has.
 */
@Component
@Profile("node & simulator")
class SimulatorOfTheFirstNode implements DiscordGatewayConnectionDetails {

	private final URI apiUrl;

	SimulatorOfTheFirstNode(@Value("${demo.simulator-url}") URI apiUrl) {
		this.apiUrl = apiUrl;
	}

	/** All simulators have the same, unless they are told otherwise. */
	@Override
	public GatewayToken getToken() {
		return GatewayToken.of(GatewaySimulator.builder().build().token());
	}

	@Override
	public URI getApiUrl() {
		return this.apiUrl;
	}

}
