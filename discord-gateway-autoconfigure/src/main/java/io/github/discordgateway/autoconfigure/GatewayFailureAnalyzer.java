package io.github.discordgateway.autoconfigure;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.FatalCloseException;
import io.github.discordgateway.Intent;
import io.github.discordgateway.internal.cluster.ImpossibleShardLayoutException;
import io.github.discordgateway.internal.compression.CompressionNotAvailableException;
import io.github.discordgateway.internal.rest.GatewayRequestException;
import io.github.discordgateway.internal.transport.ConnectFailure;
import io.github.discordgateway.internal.transport.TlsConfigurationException;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.session.SessionStoreException;
import io.github.discordgateway.session.SessionStoreInUseException;
import io.github.discordgateway.simulator.SimulatorPortInUseException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says what is wrong and what to do when the gateway keeps an application from starting.
 */
final class GatewayFailureAnalyzer implements FailureAnalyzer {

	private static final String GET_A_TOKEN = """
			Set discord.gateway.token, best through the environment (DISCORD_GATEWAY_TOKEN) or a secret store.

			To get a token, open https://discord.com/developers/applications, create or choose an application, \
			and press "Reset Token" on its page "Bot".

			To run without Discord, set discord.gateway.simulator.enabled=true.""";

	private final @Nullable BeanFactory beanFactory;

	/**
	 * Called by Spring Boot.
	 * @param beanFactory the application's; {@code null} when it has not come that far
	 */
	GatewayFailureAnalyzer(@Nullable BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			FailureAnalysis analysis = analyzeOne(cause);
			if (analysis != null) {
				return analysis;
			}
		}
		return null;
	}

	private @Nullable FailureAnalysis analyzeOne(Throwable cause) {
		if (cause instanceof InvalidTokenException) {
			return new FailureAnalysis(cause.getMessage() + ".", GET_A_TOKEN, cause);
		}
		if (cause instanceof SettledConditionException settled) {
			return new FailureAnalysis(cause.getMessage() + ".", settled.remedy(), cause);
		}
		if (cause instanceof GatewayRequestException) {
			return new FailureAnalysis("Discord refused the bot's token: " + cause.getMessage() + ".",
					"Check discord.gateway.token. A token that was reset or leaked no longer works.\n\n" + GET_A_TOKEN,
					cause);
		}
		if (cause instanceof FatalCloseException close) {
			Integer recommended = close.recommendedTotal();
			return new FailureAnalysis(cause.getMessage() + ".",
					(recommended != null)
							? "Set discord.gateway.sharding.total to " + recommended
									+ ", or leave it out to take the number that Discord recommends with each start."
							: remedy(close.closeCode()),
					cause);
		}
		if (cause instanceof ImpossibleShardLayoutException layout) {
			return new FailureAnalysis(cause.getMessage() + ".", layout.remedy(), cause);
		}
		if (cause instanceof TlsConfigurationException) {
			return new FailureAnalysis("TLS cannot be set up as discord.gateway.ssl says: " + cause.getMessage() + ".",
					"OpenSSL comes with the dependency io.netty:netty-tcnative-boringssl-static. Leave out "
							+ "discord.gateway.ssl.provider and discord.gateway.ssl.trust to use the JDK's TLS and the "
							+ "authorities that it trusts.",
					cause);
		}
		if (cause instanceof GatewayStartupTimeoutException) {
			String remedy = (cause.getCause() instanceof ConnectFailure failure) ? failure.remedy()
					: "Check that Discord can be reached from here, and discord.gateway.url, discord.gateway.api-url and "
							+ "any proxy when they are set.";
			return new FailureAnalysis(cause.getMessage() + ".", remedy
					+ "\n\nRaise discord.gateway.startup-timeout to wait longer, or set discord.gateway.startup to "
					+ "wait, to start all the same while the shards keep trying.", cause);
		}
		if (cause instanceof InvalidGatewayListenerException listener) {
			return new FailureAnalysis(listener.getDescription(), listener.getAction(), cause);
		}
		if (cause instanceof SessionStoreInUseException) {
			return new FailureAnalysis(cause.getMessage() + ".",
					"Stop the other process, or, when each of them runs shards of its own, give each a directory of "
							+ "its own with discord.gateway.resume.path.",
					cause);
		}
		if (cause instanceof SessionStoreException) {
			return new FailureAnalysis(cause.getMessage() + ".",
					"Set discord.gateway.resume.path to a directory that this process may make and write, or "
							+ "discord.gateway.resume.store=memory to begin new sessions with each start.",
					cause);
		}
		if (cause instanceof CompressionNotAvailableException) {
			return new FailureAnalysis("discord.gateway.compression is zstd-stream, but " + cause.getMessage() + ".",
					"Add the dependency com.github.luben:zstd-jni, in a version that supports this machine, or set "
							+ "discord.gateway.compression to auto, which takes zlib-stream instead.",
					cause);
		}
		if (cause instanceof SimulatorPortInUseException port) {
			return new FailureAnalysis(
					"The gateway simulator could not start: port " + port.getPort() + " is already in use.",
					"Stop what listens on port " + port.getPort() + ", or set discord.gateway.simulator.port to "
							+ "another port, or to 0 for any that is free.",
					cause);
		}
		return null;
	}

	/** What the table of close codes cannot know: which intents the bot asks for. */
	private @Nullable String remedy(int closeCode) {
		CloseCode code = CloseCode.of(closeCode);
		String remedy = (code != null) ? code.remedy() : null;
		Set<Intent> intents = usedIntents();
		if (code == CloseCode.INVALID_INTENTS && !intents.isEmpty()) {
			return "The bot asks for " + names(intents) + ". " + remedy;
		}
		Set<Intent> privileged = intents.stream()
			.filter(Intent::isPrivileged)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
		if (code == CloseCode.DISALLOWED_INTENTS && !privileged.isEmpty()) {
			return "The bot asks for " + names(privileged)
					+ ". In the developer portal (your application > Bot > Privileged Gateway Intents) switch on "
					+ privileged.stream()
						.map((intent) -> "\"" + intent.portalSwitch() + "\"")
						.collect(Collectors.joining(" and "))
					+ ", or take them out of discord.gateway.intents.";
		}
		return remedy;
	}

	private static String names(Set<Intent> intents) {
		return intents.stream()
			.map((intent) -> intent.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", "));
	}

	private Set<Intent> usedIntents() {
		PropertiesShardFactory factory = (this.beanFactory != null)
				? this.beanFactory.getBeanProvider(PropertiesShardFactory.class).getIfAvailable() : null;
		return (factory != null) ? factory.intents() : Set.of();
	}

}
