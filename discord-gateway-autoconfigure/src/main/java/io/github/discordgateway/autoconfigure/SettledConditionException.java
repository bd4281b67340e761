package io.github.discordgateway.autoconfigure;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A property that a condition looks at has another value than when the application was
 * processed ahead of time. Conditions are settled then, so that the new value would be
 * ignored: a bot that is switched off would connect, or one that has a token would talk
 * to a simulator.
 */
final class SettledConditionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final boolean settled;

	private SettledConditionException(String property, boolean settled) {
		super("The property " + property + " is " + !settled + ", but was " + settled
				+ " when the application was processed ahead of time");
		this.property = property;
		this.settled = settled;
	}

	/**
	 * Compares the properties with what was settled, if anything was.
	 * @param properties the values of today
	 * @param simulator there when the simulator was enabled
	 * @throws SettledConditionException when they differ
	 */
	static void check(DiscordGatewayProperties properties, ObjectProvider<GatewaySimulatorConfiguration> simulator) {
		if (!AotDetector.useGeneratedArtifacts()) {
			return;
		}
		check("discord.gateway.enabled", true, properties.enabled());
		check("discord.gateway.simulator.enabled", simulator.getIfAvailable() != null,
				properties.simulator().enabled());
	}

	private static void check(String property, boolean settled, boolean value) {
		if (settled != value) {
			throw new SettledConditionException(property, settled);
		}
	}

	/** What to do about it. */
	String remedy() {
		return "Set " + this.property + " to " + this.settled + " again, or build the application with " + this.property
				+ "=" + !this.settled + " for the ahead-of-time processing. On a JVM without spring.aot.enabled=true "
				+ "the value of today counts.";
	}

}
