package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.GatewayEventHandler;
import io.github.discordgateway.listener.GatewayExceptionHandler;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerInterceptor;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.listener.ListenerState;
import io.github.discordgateway.listener.ManagedListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Listeners of every kind in an application on a simulator.
 */
class ListenersApplicationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private GatewaySimulator simulator;

	private ConfigurableApplicationContext context;

	private Bot bot;

	private GatewayListenerRegistry registry;

	@BeforeEach
	void start() {
		this.simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).build();
		this.simulator.start();
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.initializers(new QuickIdentify())
			.run("--discord.gateway.token=" + this.simulator.token(),
					"--discord.gateway.api-url=" + this.simulator.apiUrl(),
					"--discord.gateway.intents=guilds,guild-messages,message-content");
		this.bot = this.context.getBean(Bot.class);
		this.registry = this.context.getBean(GatewayListenerRegistry.class);
		Gateway gateway = this.context.getBean(Gateway.class);
		await().atMost(PATIENCE)
			.until(() -> !gateway.shards().isEmpty() && gateway.shard(0).snapshot().state() == ShardState.READY);
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.simulator.close();
	}

	@Test
	void listenersGetTheGatewayAndTheirShard() {
		say("hello");
		awaitCall("gateway");
		assertThat(this.bot.calls).contains("on shard 0/1 of 1");
		assertThat(this.bot.gateway.get()).isSameAs(this.context.getBean(Gateway.class));
	}

	@Test
	void beansThatNeedTheGatewayAreListenersAndInterceptors() {
		say("hello");
		awaitCall("bean hello");
		assertThat(this.bot.calls).contains("intercepted bean");
	}

	@Test
	void failureIsDealtWithByTheBeanAndElseByTheHandlerOfTheListener() {
		say("!fail");
		awaitCall("handled fail");
		say("!worse");
		awaitCall("quiet worse");
	}

	@Test
	void listenerIsPausedAndResumedWhileEventsCome() {
		this.registry.pause("echo");
		say("one");
		say("two");
		this.registry.listen(MessageCreate.class, (event) -> this.bot.calls.add("late " + event.message().content()));
		this.registry.resume("echo");
		say("three");
		awaitCall("echo three");
		assertThat(this.bot.calls).filteredOn((call) -> call.startsWith("echo"))
			.containsExactly("echo one", "echo two", "echo three");
		awaitCall("late three");
	}

	@Test
	void listenerIsStartedWhenItIsTime() {
		assertThat(this.registry.listener("sleeping").state()).isEqualTo(ListenerState.STOPPED);
		say("asleep");
		awaitCall("echo asleep");
		this.registry.start("sleeping");
		say("awake");
		awaitCall("sleeping awake");
		assertThat(this.bot.calls).doesNotContain("sleeping asleep");
	}

	@Test
	void listenersAreListed() {
		assertThat(this.registry.listeners()).extracting(ManagedListener::id)
			.containsExactlyInAnyOrder("bean", "gateway", "echo", "failing", "sleeping");
	}

	private void say(String content) {
		this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"id\":\"1\",\"channel_id\":\"2\",\"guild_id\":\"3\","
				+ "\"content\":\"" + content + "\",\"author\":{\"id\":\"4\",\"username\":\"alice\"}}");
	}

	private void awaitCall(String call) {
		await().atMost(PATIENCE).until(() -> this.bot.calls.contains(call));
	}

	@TestBot
	static class Application {

		@Bean
		Bot bot() {
			return new Bot();
		}

		@Bean
		GatewayEventHandler<MessageCreate> bean(Gateway gateway, Bot bot) {
			return (event) -> bot.calls.add("bean " + event.message().content());
		}

		@Bean
		GatewayListenerInterceptor interceptor(Gateway gateway, Bot bot) {
			return new GatewayListenerInterceptor() {

				@Override
				public void before(EventEnvelope envelope, EventHandler handler) {
					bot.calls.add("intercepted " + handler.id());
				}

			};
		}

		@Bean
		GatewayErrorHandler quiet(Bot bot) {
			return (error, envelope, handler) -> bot.calls.add("quiet " + error.getMessage());
		}

		@Bean
		GatewayErrorHandler another(Bot bot) {
			return (error, envelope, handler) -> bot.calls.add("another " + error.getMessage());
		}

	}

	static class Bot {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		private final AtomicReference<@Nullable Gateway> gateway = new AtomicReference<>();

		@GatewayListener(id = "gateway")
		void withGateway(MessageCreate event, Gateway gateway, GatewayShard shard) {
			this.gateway.set(gateway);
			this.calls.add("on shard " + shard.id() + " of " + gateway.shards().size());
			this.calls.add("gateway");
		}

		@GatewayListener(id = "echo")
		void echo(MessageCreate event) {
			this.calls.add("echo " + event.message().content());
		}

		@GatewayListener(id = "sleeping", autoStartup = "false")
		void sleeping(MessageCreate event) {
			this.calls.add("sleeping " + event.message().content());
		}

		@GatewayListener(id = "failing", condition = "#event.message.content.startsWith('!')", errorHandler = "quiet")
		void failing(MessageCreate event) {
			String what = event.message().content().substring(1);
			throw what.equals("fail") ? new IllegalStateException(what) : new IllegalArgumentException(what);
		}

		@GatewayExceptionHandler
		void handle(IllegalStateException exception) {
			this.calls.add("handled " + exception.getMessage());
		}

	}

}
