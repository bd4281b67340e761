package io.github.discordgateway.autoconfigure;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Recognizes environment variables that Kubernetes makes for its services: those of a
 * service that is named {@code discord-gateway-proxy} are properties of the gateway by
 * their names. Before Spring Boot's own analyzer of what cannot be bound.
 */
final class ServiceLinkFailureAnalyzer extends AbstractFailureAnalyzer<BindException> implements Ordered {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("discord.gateway");

	private static final Pattern SERVICE_LINK = Pattern.compile("(?:tcp|udp|sctp)://\\S+:\\d+");

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		ConfigurationProperty property = cause.getProperty();
		if (property == null || !PREFIX.isAncestorOf(property.getName())
				|| !SERVICE_LINK.matcher(String.valueOf(property.getValue())).matches()) {
			return null;
		}
		String name = property.getName().toString();
		String variable = name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
		String service = name.substring(0, name.lastIndexOf('.')).replace('.', '-');
		return new FailureAnalysis(
				"The property " + name + " is '" + property.getValue() + "'. Kubernetes sets such a value, as "
						+ variable + ", for a service named " + service + "; it is not meant for the bot.",
				"Set enableServiceLinks: false in the specification of the pod, or rename the service.", cause);
	}

}
