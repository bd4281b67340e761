package io.github.discordgateway.autoconfigure.actuate;

import java.util.stream.Stream;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that keeps the bot's token and the password of the proxy out of the
 * endpoints that show properties, also where {@code show-values} is {@code always}. They
 * are known by their values, since they may have come from a variable of another name.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class DiscordGatewaySanitizingAutoConfiguration {

	DiscordGatewaySanitizingAutoConfiguration() {
	}

	@Bean
	static SanitizingFunction discordGatewaySanitizingFunction(Environment environment) {
		return (data) -> holdsSecret(data, environment) ? data.withSanitizedValue() : data;
	}

	private static boolean holdsSecret(SanitizableData data, Environment environment) {
		Object value = data.getValue();
		return value != null && Stream.of("discord.gateway.token", "discord.gateway.proxy.password")
			.map((property) -> secret(environment, property))
			.anyMatch((secret) -> !secret.isEmpty() && value.toString().contains(secret));
	}

	private static String secret(Environment environment, String property) {
		try {
			return environment.getProperty(property, "").strip();
		}
		catch (IllegalArgumentException ex) {
			// A placeholder that nothing resolves, of a gateway that is switched off.
			return "";
		}
	}

}
