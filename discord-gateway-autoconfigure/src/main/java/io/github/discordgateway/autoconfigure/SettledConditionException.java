package io.github.discordgateway.autoconfigure;

import java.util.Locale;

import io.github.discordgateway.autoconfigure.DiscordGatewayProperties.Coordination;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties.RelayType;
import io.github.discordgateway.autoconfigure.DiscordGatewayProperties.Role;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.BeanFactory;
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

	private final String settled;

	private final String value;

	private SettledConditionException(String property, String settled, String value) {
		super("The property " + property + " is " + value + ", but was " + settled
				+ " when the application was processed ahead of time");
		this.property = property;
		this.settled = settled;
		this.value = value;
	}

	/**
	 * Compares the properties with what was settled, if anything was.
	 * @param properties the values of today
	 * @param simulator there when the simulator was enabled
	 * @param beans tells what else was made of the properties
	 * @throws SettledConditionException when they differ
	 */
	static void check(DiscordGatewayProperties properties, ObjectProvider<GatewaySimulatorConfiguration> simulator,
			BeanFactory beans) {
		if (!AotDetector.useGeneratedArtifacts()) {
			return;
		}
		check("discord.gateway.enabled", true, properties.enabled());
		check("discord.gateway.simulator.enabled", simulator.getIfAvailable() != null,
				properties.simulator().enabled());
		check("discord.gateway.coordination",
				beans.containsBean("discordGatewayRedisAccess") ? Coordination.REDIS : Coordination.NONE,
				properties.coordination());
		boolean relay = beans.containsBean("discordGatewayKafkaClients");
		check("discord.gateway.relay", relay ? RelayType.KAFKA : RelayType.NONE, properties.relay());
		check("discord.gateway.role", settledRole(relay, beans), properties.role());
	}

	private static Role settledRole(boolean relay, BeanFactory beans) {
		if (!beans.containsBean("discordGatewayShardFactory")) {
			return Role.WORKER;
		}
		return (relay && !beans.containsBean("discordGatewayWorker")) ? Role.GATEWAY : Role.ALL;
	}

	private static void check(String property, Object settled, Object value) {
		if (!settled.equals(value)) {
			throw new SettledConditionException(property, text(settled), text(value));
		}
	}

	private static String text(Object value) {
		return value.toString().toLowerCase(Locale.ROOT);
	}

	/** What to do about it. */
	String remedy() {
		return "Set " + this.property + " to " + this.settled + " again, or build the application with " + this.property
				+ "=" + this.value + " for the ahead-of-time processing. On a JVM without spring.aot.enabled=true "
				+ "the value of today counts.";
	}

}
