package io.github.discordgateway.autoconfigure;

import java.util.Set;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.interaction.FallbackReplies;
import io.github.discordgateway.interaction.InteractionObserver;
import io.github.discordgateway.internal.interaction.AnnotatedCommands;
import io.github.discordgateway.internal.interaction.CommandRegistration;
import io.github.discordgateway.internal.interaction.CommandTexts;
import io.github.discordgateway.internal.interaction.InteractionAnswers;
import io.github.discordgateway.internal.interaction.InteractionArguments;
import io.github.discordgateway.internal.interaction.InteractionCalls;
import io.github.discordgateway.internal.interaction.InteractionExchanges;
import io.github.discordgateway.internal.interaction.InteractionFilter;
import io.github.discordgateway.internal.interaction.InteractionMethods;
import io.github.discordgateway.internal.interaction.InteractionRoutes;
import io.github.discordgateway.internal.interaction.MessageSourceReplies;
import io.github.discordgateway.internal.interaction.UnknownInteractions;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.model.application.Application;
import io.github.discordgateway.rest.ApplicationOperations;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.InteractionOperations;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Auto-configuration for methods that are slash commands, context menus, buttons,
 * selects, modals and autocompletion.
 */
@AutoConfiguration(after = DiscordRestAutoConfiguration.class)
@ConditionalOnBean({ GatewayListenerRegistry.class, InteractionOperations.class })
@Conditional(OnOwnGatewayCondition.class)
@EnableConfigurationProperties(DiscordInteractionProperties.class)
public final class DiscordInteractionAutoConfiguration {

	private final DiscordInteractionProperties properties;

	DiscordInteractionAutoConfiguration(DiscordInteractionProperties properties) {
		this.properties = properties;
	}

	@Bean
	InteractionMethods discordInteractionMethods(ConfigurableBeanFactory beanFactory) {
		return new InteractionMethods(new EmbeddedValueResolver(beanFactory));
	}

	@Bean
	InteractionRoutes discordInteractionRoutes(GatewayListenerRegistry registry) {
		InteractionRoutes routes = new InteractionRoutes();
		registry.observe(routes::update);
		return routes;
	}

	@Bean
	InteractionExchanges discordInteractionExchanges(ObjectProvider<InteractionOperations> operations,
			ObjectProvider<InteractionObserver> observers) {
		return new InteractionExchanges(operations::getObject, () -> observers.orderedStream().toList(),
				this.properties.deferAfter(), Schedulers.parallel());
	}

	@Bean
	InteractionFilter discordInteractionFilter(InteractionMethods methods, InteractionRoutes routes,
			InteractionExchanges exchanges) {
		return new InteractionFilter(methods, routes, exchanges);
	}

	@Bean
	InteractionArguments discordInteractionArguments(InteractionMethods methods, InteractionExchanges exchanges) {
		return new InteractionArguments(methods, exchanges);
	}

	@Bean
	InteractionAnswers discordInteractionAnswers(InteractionMethods methods, InteractionExchanges exchanges) {
		return new InteractionAnswers(methods, exchanges);
	}

	@Bean
	InteractionCalls discordInteractionCalls(InteractionRoutes routes, InteractionExchanges exchanges,
			FallbackReplies fallback) {
		return new InteractionCalls(routes, exchanges, fallback, this.properties.replyToFailures());
	}

	@Bean
	@ConditionalOnMissingBean(FallbackReplies.class)
	MessageSourceReplies discordFallbackReplies(MessageSource messages) {
		return new MessageSourceReplies(messages);
	}

	@Bean
	AnnotatedCommands discordCommandDefinitions(InteractionMethods methods, InteractionRoutes routes,
			GatewayListenerRegistry registry, MessageSource messages) {
		return new AnnotatedCommands(methods, new CommandTexts(messages, this.properties.commands().locales()), routes,
				(id) -> guilds(registry, id));
	}

	private static Set<Snowflake> guilds(GatewayListenerRegistry registry, String id) {
		return registry.handlers()
			.stream()
			.filter((handler) -> handler.id().equals(id))
			.findFirst()
			.map(EventHandler::guilds)
			.orElse(Set.of());
	}

	@Bean
	CommandRegistration discordCommandRegistration(AnnotatedCommands commands,
			ObjectProvider<CommandOperations> operations, ObjectProvider<Gateway> gateway,
			ObjectProvider<ApplicationOperations> applications) {
		return new CommandRegistration(commands, operations::getObject,
				() -> applicationId(gateway.getObject(), applications.getObject()),
				this.properties.commands().settings());
	}

	@Bean
	UnknownInteractions.Registrar discordUnknownInteractions(GatewayListenerRegistry registry, InteractionRoutes routes,
			InteractionExchanges exchanges, FallbackReplies fallback) {
		return new UnknownInteractions.Registrar(registry,
				new UnknownInteractions(routes, exchanges, fallback, this.properties.replyToUnknown()));
	}

	/** READY tells it as a rule. */
	private static Mono<Snowflake> applicationId(Gateway gateway, ApplicationOperations applications) {
		BotIdentity self = gateway.self();
		Snowflake known = (self != null) ? self.applicationId() : null;
		return (known != null) ? Mono.just(known) : applications.me().map(Application::id);
	}

}
