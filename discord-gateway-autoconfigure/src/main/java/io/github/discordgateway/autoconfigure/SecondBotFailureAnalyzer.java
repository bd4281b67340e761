package io.github.discordgateway.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Says that an application context runs one bot, and how an application runs two. Before
 * Spring Boot's own analyzer, which would have one of them marked as primary.
 */
final class SecondBotFailureAnalyzer extends AbstractFailureAnalyzer<RuntimeException> implements Ordered {

	private static final String ACTION = "Give each bot a context of its own, beside the other, with its own "
			+ "@EnableAutoConfiguration and token, and a common parent without both: "
			+ "new SpringApplicationBuilder(Common.class).child(OneBot.class).sibling(OtherBot.class).";

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RuntimeException cause) {
		SecondBotException second = findCause(rootFailure, SecondBotException.class);
		if (second != null) {
			return new FailureAnalysis(second.getMessage(), ACTION, second);
		}
		NoUniqueBeanDefinitionException several = findCause(rootFailure, NoUniqueBeanDefinitionException.class);
		if (several != null && several.getBeanType() == DiscordGatewayConnectionDetails.class) {
			return new FailureAnalysis(
					"An application context runs one bot, but there are " + several.getNumberOfBeansFound()
							+ " beans of type DiscordGatewayConnectionDetails: " + several.getBeanNamesFound() + ".",
					ACTION, several);
		}
		return null;
	}

}
