package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.internal.transport.TlsConfigurationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when TLS cannot be set up as it is configured.
 */
final class TlsConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<TlsConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TlsConfigurationException cause) {
		return new FailureAnalysis("TLS cannot be set up as discord.gateway.ssl says: " + cause.getMessage() + ".",
				"OpenSSL comes with the dependency io.netty:netty-tcnative-boringssl-static. Leave out "
						+ "discord.gateway.ssl.provider and discord.gateway.ssl.trust to use the JDK's TLS and the "
						+ "authorities that it trusts.",
				cause);
	}

}
