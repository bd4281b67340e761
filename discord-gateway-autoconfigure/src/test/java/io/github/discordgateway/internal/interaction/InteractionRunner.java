package io.github.discordgateway.internal.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.interaction.FallbackReplies;
import io.github.discordgateway.interaction.InteractionObserver;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.LazyEvents;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayListenerAnnotationBeanPostProcessor;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.listener.InvalidGatewayListenerException;
import io.github.discordgateway.model.interaction.Interaction;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.context.support.StaticMessageSource;

/**
 * Contexts with methods that take interactions, on a virtual clock.
 */
final class InteractionRunner {

	/** What an interaction always has. */
	private static final String FRAME = """
			"application_id":"9","token":"t","version":1,"app_permissions":"0","entitlements":[],
			"authorizing_integration_owners":{},"locale":"de","attachment_size_limit":1,""";

	/** Who does it. */
	static final String MEMBER = """
			"member":{"user":{"id":"5","username":"alice"},"roles":[]},"guild_id":"8","channel_id":"7",
			"channel":{"id":"7","type":0,"name":"garden"},""";

	private InteractionRunner() {
	}

	static ApplicationContextRunner of(Class<?>... beans) {
		ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Infrastructure.class);
		for (int i = 0; i < beans.length; i++) {
			runner = withBean(runner, "bean" + i, beans[i]);
		}
		return runner;
	}

	private static <T> ApplicationContextRunner withBean(ApplicationContextRunner runner, String name, Class<T> type) {
		return runner.withBean(name, type);
	}

	/** Runs a bot with one class of listeners. */
	static void run(Class<?> bean, Consumer<Bot> test) {
		of(bean).run((context) -> {
			Assertions.assertThat(context).hasNotFailed();
			test.accept(new Bot(context));
		});
	}

	/** The failure of a start. */
	static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Class<?>... beans) {
		Throwable[] failure = new Throwable[1];
		of(beans).run((context) -> {
			failure[0] = context.getStartupFailure();
			if (failure[0] == null) {
				failure[0] = Assertions.catchThrowable(() -> context.getBean(AnnotatedCommands.class).definitions());
			}
		});
		return Assertions.assertThat(failure[0]).isInstanceOf(InvalidGatewayListenerException.class);
	}

	static Interaction interaction(int type, String more) {
		return interaction("1", type, more);
	}

	static Interaction interaction(String id, int type, String more) {
		return GatewayJson.read(Interaction.class,
				"{\"id\":\"" + id + "\",\"type\":" + type + "," + FRAME + more.strip() + "}");
	}

	/** The use of a command in a guild. */
	static Interaction command(String name, String options) {
		return command(name, options, "{}");
	}

	static Interaction command(String name, String options, String resolved) {
		return interaction(2, MEMBER + "\"data\":{\"id\":\"2\",\"type\":1,\"name\":\"" + name + "\",\"options\":["
				+ options + "],\"resolved\":" + resolved + "}");
	}

	static Interaction component(String customId, String more) {
		return interaction(3, MEMBER + "\"message\":{\"id\":\"33\",\"content\":\"vote\"},\"data\":{\"custom_id\":\""
				+ customId + "\",\"component_type\":2" + more + "}");
	}

	/** A running bot. */
	record Bot(ApplicationContext context) {

		List<String> sent() {
			return this.context.getBean(RecordedAnswers.class).sent;
		}

		RecordedAnswers answers() {
			return this.context.getBean(RecordedAnswers.class);
		}

		VirtualTimeScheduler clock() {
			return this.context.getBean(Infrastructure.class).clock;
		}

		Observed observed() {
			return this.context.getBean(Observed.class);
		}

		InteractionExchanges exchanges() {
			return this.context.getBean(InteractionExchanges.class);
		}

		<T> T bean(Class<T> type) {
			return this.context.getBean(type);
		}

		/** Lets the listeners handle an interaction to its end. */
		void uses(Interaction interaction) {
			begins(interaction).block(Duration.ofSeconds(20));
		}

		/** Lets the listeners begin to handle an interaction. */
		Mono<Void> begins(Interaction interaction) {
			return begins(interaction, false);
		}

		Mono<Void> begins(Interaction interaction, boolean replayed) {
			EventEnvelope envelope = new EventEnvelope(new ShardId(0, 1), null, 1, "INTERACTION_CREATE", Instant.EPOCH,
					replayed, new InteractionCreate(interaction), null, interaction.guildId(), interaction.channelId());
			Mono<Void> all = Mono.empty();
			for (EventHandler handler : this.context.getBean(GatewayListenerRegistry.class).handlers()) {
				Mono<Void> rest;
				try {
					rest = handler.handleAsync(envelope);
				}
				catch (Exception ex) {
					rest = Mono.error(ex);
				}
				all = (rest != null) ? all.then(rest) : all;
			}
			return all;
		}

	}

	/** Notes what is told. */
	static final class Observed implements InteractionObserver {

		final List<String> told = new CopyOnWriteArrayList<>();

		@Override
		public void answered(Interaction interaction, Duration took, boolean deferred) {
			this.told.add((deferred ? "deferred " : "answered ") + took.toMillis());
		}

		@Override
		public void failed(Interaction interaction, Throwable failure) {
			this.told.add("failed " + failure.getMessage());
		}

		@Override
		public void late(Interaction interaction) {
			this.told.add("late");
		}

		@Override
		public void unknown(Interaction interaction) {
			this.told.add("unknown");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Infrastructure {

		final VirtualTimeScheduler clock = VirtualTimeScheduler.create();

		@Bean
		static GatewayListenerAnnotationBeanPostProcessor postProcessor(
				ObjectProvider<GatewayListenerRegistry> registry) {
			LazyEvents events = new LazyEvents(new EventDecoder(GatewayJsonMapper.builder().build()));
			return new GatewayListenerAnnotationBeanPostProcessor(registry::getObject, () -> events);
		}

		@Bean
		static PropertySourcesPlaceholderConfigurer placeholders() {
			return new PropertySourcesPlaceholderConfigurer();
		}

		@Bean
		GatewayListenerRegistry registry() {
			return new GatewayListenerRegistry();
		}

		@Bean
		RecordedAnswers answers() {
			return new RecordedAnswers();
		}

		@Bean
		Observed observed() {
			return new Observed();
		}

		@Bean
		StaticMessageSource messages() {
			StaticMessageSource messages = new StaticMessageSource();
			messages.addMessage("discord.interactions.failed", Locale.GERMAN, "Das ging schief.");
			return messages;
		}

		@Bean
		InteractionMethods methods(ConfigurableBeanFactory beanFactory) {
			return new InteractionMethods(new EmbeddedValueResolver(beanFactory));
		}

		@Bean
		InteractionRoutes routes(GatewayListenerRegistry registry) {
			InteractionRoutes routes = new InteractionRoutes();
			registry.observe(routes::update);
			return routes;
		}

		@Bean
		InteractionExchanges exchanges(RecordedAnswers answers, Observed observed) {
			return new InteractionExchanges(() -> answers, () -> List.of(observed), Duration.ofSeconds(2), this.clock);
		}

		@Bean
		InteractionFilter filter(InteractionMethods methods, InteractionRoutes routes, InteractionExchanges exchanges) {
			return new InteractionFilter(methods, routes, exchanges);
		}

		@Bean
		InteractionArguments arguments(InteractionMethods methods, InteractionExchanges exchanges) {
			return new InteractionArguments(methods, exchanges);
		}

		@Bean
		InteractionAnswers returned(InteractionMethods methods, InteractionExchanges exchanges) {
			return new InteractionAnswers(methods, exchanges);
		}

		@Bean
		FallbackReplies fallback(StaticMessageSource messages) {
			return new MessageSourceReplies(messages);
		}

		@Bean
		InteractionCalls calls(InteractionRoutes routes, InteractionExchanges exchanges, FallbackReplies fallback) {
			return new InteractionCalls(routes, exchanges, fallback, true);
		}

		@Bean
		AnnotatedCommands commands(InteractionMethods methods, InteractionRoutes routes, StaticMessageSource messages,
				GatewayListenerRegistry registry) {
			return new AnnotatedCommands(methods, new CommandTexts(messages, List.of("de", "fr")), routes,
					(id) -> guilds(registry, id));
		}

		private static Set<Snowflake> guilds(GatewayListenerRegistry registry, String id) {
			return registry.handlers()
				.stream()
				.filter((handler) -> handler.id().equals(id))
				.flatMap((handler) -> handler.guilds().stream())
				.collect(java.util.stream.Collectors.toSet());
		}

	}

}
