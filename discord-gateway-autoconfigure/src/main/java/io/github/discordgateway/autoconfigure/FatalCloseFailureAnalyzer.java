package io.github.discordgateway.autoconfigure;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.FatalCloseException;
import io.github.discordgateway.Intent;
import io.github.discordgateway.internal.cluster.ShardFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do when Discord has closed a connection for good.
 */
final class FatalCloseFailureAnalyzer extends AbstractFailureAnalyzer<FatalCloseException> {

	private final @Nullable BeanFactory beanFactory;

	/**
	 * Called by Spring Boot.
	 * @param beanFactory the application's; {@code null} when it has not come that far
	 */
	FatalCloseFailureAnalyzer(@Nullable BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FatalCloseException cause) {
		Integer recommended = cause.recommendedTotal();
		return new FailureAnalysis(cause.getMessage() + ".",
				(recommended != null)
						? "Set discord.gateway.sharding.total to " + recommended
								+ ", or leave it out to take the number that Discord recommends with each start."
						: remedy(cause.closeCode()),
				cause);
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
		ShardFactory factory = (this.beanFactory != null)
				? this.beanFactory.getBeanProvider(ShardFactory.class).getIfAvailable() : null;
		return (factory != null) ? factory.intents() : Set.of();
	}

}
