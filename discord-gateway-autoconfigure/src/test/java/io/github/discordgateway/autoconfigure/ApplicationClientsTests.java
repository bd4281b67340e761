package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clients of an application are its own: the gateway neither takes nor changes nor
 * offers any.
 */
@ExtendWith(OutputCaptureExtension.class)
class ApplicationClientsTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private BotRunner run(Class<?> bot) {
		return BotRunner
			.run(bot, "token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(),
					"intents=guilds,guild-messages,message-content")
			.awaitReady();
	}

	@Test
	void webSocketClientsOfTheApplicationDoNotConnectTheShards(CapturedOutput output) {
		try (BotRunner bot = run(TwoWebSocketClients.class)) {
			assertThat(this.simulator.connections())
				.allSatisfy((connection) -> assertThat(connection.requestHeaders()).doesNotContainKey("x-prices"));
			// More than the 64 KiB of a client that nobody has configured.
			String text = new Random(1).ints(150_000, 'A', 'z')
				.filter(Character::isLetter)
				.mapToObj(Character::toString)
				.collect(Collectors.joining());
			this.simulator.dispatch("MESSAGE_CREATE", """
					{"id":"1","channel_id":"2","guild_id":"3","content":"%s","author":{"id":"4","username":"u"}}"""
				.formatted(text));
			List<String> received = bot.context().getBean(Bot.class).received;
			BotRunner.await().until(() -> received.contains(text));
			assertThat(this.simulator.connections()).hasSize(1);
		}
		assertThat(output).doesNotContain("discordGatewayWebSocketClient");
	}

	@Test
	void aWebSocketClientThatIsMeantForTheShardsConnectsThem(CapturedOutput output) {
		try (BotRunner bot = run(MeantWebSocketClient.class)) {
			assertThat(bot.context().getBeansOfType(WebSocketClient.class)).hasSize(1);
			assertThat(this.simulator.connection(0).requestHeaders()).containsEntry("x-from", "the application");
		}
		assertThat(output).containsOnlyOnce("The shards connect with the application's "
				+ ReactorNettyWebSocketClient.class.getName() + " named discordGatewayWebSocketClient");
	}

	@Test
	void theBuilderOfTheApplicationIsNeitherUsedNorChanged() {
		try (BotRunner bot = run(SharedBuilder.class)) {
			assertThat(this.simulator.rest().requests()).singleElement()
				.satisfies((request) -> assertThat(request.headers()).containsEntry("x-gateway", "yes")
					.doesNotContainKey("x-application"));
			AtomicReference<String> thread = new AtomicReference<>();
			bot.context()
				.getBean(WebClient.Builder.class)
				.build()
				.get()
				.uri(URI.create(this.simulator.apiUrl() + "/gateway/bot"))
				.exchangeToMono((response) -> {
					thread.set(Thread.currentThread().getName());
					return response.releaseBody();
				})
				.block(SimulatedBot.LIMIT);
			assertThat(thread.get()).isNotNull().doesNotStartWith("discord-gateway");
			assertThat(this.simulator.rest().requests().get(1).headers()).containsEntry("x-application", "yes")
				.doesNotContainKey("x-gateway");
		}
	}

	@Test
	void aBuilderThatAsksALoadBalancerIsNotAskedForDiscord() {
		try (BotRunner bot = run(BalancedBuilder.class)) {
			assertThat(bot.context().getBean(BalancedBuilder.class).asked).isEmpty();
		}
	}

	@Test
	void severalBuildersAndClientsDoNotMatter() {
		try (BotRunner bot = run(TwoBuilders.class)) {
			assertThat(this.simulator.rest().requests()).hasSize(1);
			assertThat(bot.context().getBeansOfType(HttpClient.class)).containsOnlyKeys("firstClient", "secondClient");
		}
	}

	@Test
	void noClientIsOffered() {
		try (BotRunner bot = run(Bot.class)) {
			WantsClients wanting = new WantsClients();
			bot.context().getAutowireCapableBeanFactory().autowireBean(wanting);
			assertThat(wanting).hasAllNullFieldsOrProperties();
			assertThat(bot.context().containsBean("applicationTaskExecutor")).as("Boot's own is still made").isTrue();
		}
	}

	/** By their types alone, as applications do. */
	static class WantsClients {

		@Autowired(required = false)
		@Nullable WebSocketClient webSocketClient;

		@Autowired(required = false)
		@Nullable WebClient webClient;

		@Autowired(required = false)
		@Nullable HttpClient httpClient;

	}

	@TestBot
	static class Bot {

		private final List<String> received = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.received.add(event.message().content());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Bot.class)
	static class TwoWebSocketClients {

		@Bean
		ReactorNettyWebSocketClient pricesClient() {
			return new ReactorNettyWebSocketClient(
					HttpClient.newConnection().headers((headers) -> headers.set("x-prices", "yes")));
		}

		@Bean
		ReactorNettyWebSocketClient newsClient() {
			return new ReactorNettyWebSocketClient();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Bot.class)
	static class MeantWebSocketClient {

		@Bean(defaultCandidate = false)
		WebSocketClient discordGatewayWebSocketClient() {
			return new ReactorNettyWebSocketClient(
					HttpClient.newConnection().headers((headers) -> headers.set("x-from", "the application")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Bot.class)
	static class SharedBuilder {

		@Bean
		WebClient.Builder webClientBuilder() {
			return WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(HttpClient.newConnection()))
				.defaultHeaders((headers) -> headers.set("x-application", "yes"));
		}

		@Bean
		GatewayHttpClientCustomizer gatewayHeader() {
			return (client) -> client.headers((headers) -> headers.set("x-gateway", "yes"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Bot.class)
	static class BalancedBuilder {

		private final List<URI> asked = new CopyOnWriteArrayList<>();

		@Bean
		WebClient.Builder loadBalanced() {
			return WebClient.builder().filter((request, next) -> {
				this.asked.add(request.url());
				return Mono.just(ClientResponse.create(HttpStatus.SERVICE_UNAVAILABLE).build());
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Bot.class)
	static class TwoBuilders {

		@Bean
		WebClient.Builder internal() {
			return WebClient.builder().baseUrl("http://discord.invalid");
		}

		@Bean
		WebClient.Builder external() {
			return WebClient.builder().baseUrl("http://discord.invalid");
		}

		@Bean
		HttpClient firstClient() {
			return HttpClient.create().host("discord.invalid");
		}

		@Bean
		HttpClient secondClient() {
			return HttpClient.create().host("discord.invalid");
		}

	}

}
