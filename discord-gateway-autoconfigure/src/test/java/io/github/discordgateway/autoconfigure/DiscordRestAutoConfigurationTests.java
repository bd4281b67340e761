package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.rest.RestServer;
import io.github.discordgateway.internal.rest.RestServer.Received;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.rest.ApplicationOperations;
import io.github.discordgateway.rest.AuditLog;
import io.github.discordgateway.rest.BanOperations;
import io.github.discordgateway.rest.ChannelOperations;
import io.github.discordgateway.rest.CommandOperations;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.DiscordRest;
import io.github.discordgateway.rest.GuildOperations;
import io.github.discordgateway.rest.InteractionMessage;
import io.github.discordgateway.rest.InteractionOperations;
import io.github.discordgateway.rest.InteractionResponse;
import io.github.discordgateway.rest.MemberOperations;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRoute;
import io.github.discordgateway.rest.RoleOperations;
import io.github.discordgateway.rest.UserOperations;
import io.github.discordgateway.rest.WebhookOperations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DiscordRestAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String INTERACTION = "aW50ZXJhY3Rpb246secret";

	private final RestServer server = new RestServer();

	@AfterEach
	void close() {
		this.server.close();
	}

	private BotRunner run(Class<?> bot, String... properties) {
		String[] all = { "token=" + RestServer.TOKEN, "api-url=" + this.server.baseUrl(), "url=ws://127.0.0.1:1",
				"sharding.total=1" };
		String[] both = Stream.concat(List.of(all).stream(), List.of(properties).stream()).toArray(String[]::new);
		return BotRunner.run(bot, both);
	}

	@Test
	void nothingIsMadeBeforeSomebodyAsksForIt() {
		try (BotRunner bot = run(Bot.class)) {
			assertThat(bot.context().getBeanFactory().getSingleton(DiscordRestAutoConfiguration.CLIENT)).isNull();
			assertThat(bot.context().getBean(Bot.class).byType).as("never given to an application by type").isNull();
		}
	}

	@Test
	void eachResourceHasItsOperations() {
		try (BotRunner bot = run(Bot.class)) {
			for (Class<?> type : List.of(InteractionOperations.class, MessageOperations.class, ChannelOperations.class,
					CommandOperations.class, MemberOperations.class, BanOperations.class, RoleOperations.class,
					GuildOperations.class, WebhookOperations.class, UserOperations.class,
					ApplicationOperations.class)) {
				assertThat(bot.context().getBean(type)).isNotNull();
			}
		}
	}

	@Test
	void theClientKnowsApiTokenAndUserAgent() {
		try (BotRunner bot = run(Raw.class)) {
			bot.context().getBean(Raw.class).client.get()
				.uri("/guilds/{id}/emojis", 1)
				.retrieve()
				.toBodilessEntity()
				.block(PATIENCE);
			Received received = this.server.received().get(0);
			assertThat(received.uri()).isEqualTo("/api/v10/guilds/1/emojis");
			assertThat(received.headers()).containsEntry("authorization", "Bot " + RestServer.TOKEN)
				.containsEntry("x-customized", "yes");
			assertThat(received.headers().get("user-agent")).startsWith("DiscordBot (https://");
			assertThat(bot.context().getBean(Raw.class).acquired).extracting(RestRoute::toString)
				.containsExactly("GET /guilds/{id}/emojis");
		}
	}

	@Test
	void connectionsAreKeptForTheNextRequest() {
		try (BotRunner bot = run(Bot.class)) {
			this.server.keepAlive(true);
			UserOperations users = bot.context().getBean(UserOperations.class);
			int requests = 10;
			for (int i = 0; i < requests; i++) {
				this.server.reply(200, "{\"id\": \"1\", \"username\": \"bot\"}");
				users.me().block(PATIENCE);
			}
			// One that is given back a moment after the answer may miss the next request.
			assertThat(this.server.received()).hasSize(requests)
				.extracting(Received::connection)
				.satisfies((connections) -> assertThat(Set.copyOf(connections)).hasSizeLessThan(requests));
		}
	}

	@Test
	void operationsAreReplacedByOnesOfTheApplication() {
		try (BotRunner bot = run(Mocked.class)) {
			MessageOperations messages = bot.context().getBean(MessageOperations.class);
			assertThat(Mockito.mockingDetails(messages).isMock()).isTrue();
			assertThat(messages.create(Snowflake.of(1), CreateMessage.of("hi")).block(PATIENCE)).isNull();
		}
	}

	@Test
	void requestsAreMeasured() {
		try (BotRunner bot = run(Measured.class)) {
			this.server.reply(429, "{\"retry_after\": 0.001, \"global\": false}", "X-RateLimit-Scope", "shared");
			bot.context().getBean(BanOperations.class).create(Snowflake.of(1), Snowflake.of(2), "spam").block(PATIENCE);
			MeterRegistry registry = bot.context().getBean(MeterRegistry.class);
			String[] tags = { "method", "PUT", "route", "/guilds/{id}/bans/{id}" };
			assertThat(registry.get("discord.rest.requests").tags(tags).tags("status", "204").timer().count())
				.isEqualTo(1);
			assertThat(registry.get("discord.rest.requests").tags(tags).tags("status", "429").timer().count())
				.isEqualTo(1);
			assertThat(registry.get("discord.rest.limit.wait").tags(tags).timer().count()).isEqualTo(2);
			assertThat(registry.get("discord.rest.limited").tags(tags).tags("scope", "shared").counter().count())
				.isEqualTo(1.0);
			assertThat(registry.get("discord.rest.retries").tags(tags).counter().count()).isEqualTo(1.0);
			assertThat(registry.get("discord.rest.invalid.remaining").gauge().value()).isEqualTo(10_000.0);
			assertThat(registry.get("discord.rest.waiting").gauge().value()).isZero();
		}
	}

	@Test
	void requestsAreObservedByTheConventionOfSpringAndWithoutTokens() {
		try (BotRunner bot = run(Observed.class)) {
			bot.context()
				.getBean(InteractionOperations.class)
				.respond(Snowflake.of(1), INTERACTION, InteractionResponse.message(InteractionMessage.of("hi")))
				.block(PATIENCE);
			assertThat(bot.context().getBean(Observed.class).context())
				.asInstanceOf(InstanceOfAssertFactories.type(ClientRequestObservationContext.class))
				.satisfies((context) -> {
					assertThat(context.getName()).isEqualTo("http.client.requests");
					assertThat(Objects.requireNonNull(context.getLowCardinalityKeyValue("uri")).getValue())
						.isEqualTo("/api/v10/interactions/{interactionId}/{token}/callback");
					assertThat(context.getHighCardinalityKeyValues().toString()).doesNotContain(INTERACTION)
						.contains("/interactions/1/{token}/callback");
				});
		}
	}

	@Test
	void aTokenInAPathThatWasPutTogetherByHandIsNotObservedEither() {
		try (BotRunner bot = run(Observed.class)) {
			Observed observed = bot.context().getBean(Observed.class);
			observed.client.post()
				.uri("/interactions/1/t/callback?with_response=t")
				.retrieve()
				.toBodilessEntity()
				.block(PATIENCE);
			Observation.Context context = observed.context();
			assertThat(Objects.requireNonNull(context.getLowCardinalityKeyValue("uri")).getValue())
				.isEqualTo("/api/v10/interactions/1/{token}/callback?with_response=t");
			assertThat(Objects.requireNonNull(context.getHighCardinalityKeyValue("http.url")).getValue())
				.endsWith("/api/v10/interactions/1/{token}/callback?with_response=t");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "requests-per-second=0", "max-queued=0", "max-connections=0", "timeout=0s",
			"max-retries=-1", "max-rate-limit-retries=-1", "max-response-size=1B" })
	void aWrongPropertyFailsTheStart(String property) {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> run(Raw.class, "rest." + property).close())
			.satisfies((failure) -> assertThat(failure).hasRootCauseInstanceOf(BindValidationException.class));
	}

	@Test
	void aPropertySwitchesItOff() {
		try (BotRunner bot = run(Bot.class, "rest.enabled=false")) {
			assertThat(bot.context().getBeanProvider(MessageOperations.class).getIfAvailable()).isNull();
		}
	}

	@Test
	void aNativeImageKeepsWhatIsSentAndRead() {
		RuntimeHints hints = new RuntimeHints();
		new DiscordRestRuntimeHints().registerHints(hints, null);
		assertThat(List.of(CreateMessage.class, InteractionResponse.class, InteractionResponse.Choices.class,
				AuditLog.Entry.class, Message.class))
			.allSatisfy((type) -> assertThat(RuntimeHintsPredicates.reflection().onType(type)).accepts(hints));
	}

	@TestBot
	static class Bot {

		private final @Nullable WebClient byType;

		Bot(ObjectProvider<WebClient> byType) {
			this.byType = byType.getIfAvailable();
		}

	}

	@TestBot
	static class Raw {

		private final WebClient client;

		private final CopyOnWriteArrayList<RestRoute> acquired;

		Raw(@DiscordRest WebClient client, CopyOnWriteArrayList<RestRoute> acquired) {
			this.client = client;
			this.acquired = acquired;
		}

		@Configuration(proxyBeanMethods = false)
		static class Beans {

			@Bean
			CopyOnWriteArrayList<RestRoute> acquired() {
				return new CopyOnWriteArrayList<>();
			}

			@Bean
			RestRateLimiter limiter(CopyOnWriteArrayList<RestRoute> acquired) {
				RestRateLimiter.Permit permit = Mockito.mock(RestRateLimiter.Permit.class);
				return (route) -> Mono.fromCallable(() -> {
					acquired.add(route);
					return permit;
				});
			}

			@Bean
			DiscordRestClientCustomizer customizer() {
				return (builder) -> builder.defaultHeader("x-customized", "yes");
			}

		}

	}

	@TestBot
	static class Mocked {

		@Bean
		MessageOperations messages() {
			MessageOperations messages = Mockito.mock(MessageOperations.class);
			Mockito.when(messages.create(Mockito.any(), Mockito.any())).thenReturn(Mono.empty());
			return messages;
		}

	}

	@TestBot
	static class Measured {

		@Bean
		SimpleMeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

	@TestBot
	static class Observed {

		private final List<Observation.Context> contexts = new CopyOnWriteArrayList<>();

		private final WebClient client;

		Observed(ObservationRegistry registry, @DiscordRest WebClient client) {
			this.client = client;
			registry.observationConfig().observationHandler(new ObservationHandler<>() {

				@Override
				public void onStop(Observation.Context context) {
					Observed.this.contexts.add(context);
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof ClientRequestObservationContext;
				}

			});
		}

		/** An observation ends after the answer that it is about. */
		private Observation.Context context() {
			Awaitility.await().until(() -> this.contexts.size() == 1);
			return this.contexts.get(0);
		}

	}

}
