package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.simulator.SimulatorPortInUseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when the embedded gateway cannot have its port.
 */
final class SimulatorPortInUseFailureAnalyzer extends AbstractFailureAnalyzer<SimulatorPortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SimulatorPortInUseException cause) {
		return new FailureAnalysis(
				"The gateway simulator could not start: port " + cause.getPort() + " is already in use.",
				"Stop what listens on port " + cause.getPort() + ", or set discord.gateway.simulator.port to "
						+ "another port, or to 0 for any that is free.",
				cause);
	}

}
