package io.github.discordgateway.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One event that cannot be used, among good ones.
 */
class BrokenPayloadApplicationTests {

	/** The maximum is 1 MiB. */
	private static final String LARGE = "x".repeat(3_000_000);

	private SimulatedBot bot;

	@AfterEach
	void stop() {
		this.bot.close();
	}

	private void start(GatewaySimulatorBuilder simulator, String compression) {
		this.bot = new SimulatedBot(simulator, WebApplicationType.NONE, Bot.class,
				"--discord.gateway.compression=" + compression, "--discord.gateway.max-payload-size=1MB")
			.ready();
	}

	private static String message(String content) {
		return "{\"id\":\"1\",\"channel_id\":\"2\",\"guild_id\":\"3\",\"content\":\"" + content
				+ "\",\"author\":{\"id\":\"4\",\"username\":\"a\"}}";
	}

	private void assertTwentyMessagesArrive(int undecodable, String event) {
		IntStream.range(0, 20).forEach((i) -> this.bot.simulator.dispatch(0, "MESSAGE_CREATE", message("n" + i)));
		Listeners listeners = this.bot.context.getBean(Listeners.class);
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(listeners.messages)
				.containsExactly(IntStream.range(0, 20).mapToObj((i) -> "n" + i).toArray(String[]::new)));
		assertThat(this.bot.simulator.connections()).hasSize(1);
		assertThat(this.bot.context.getBean(EventDispatcher.class).statistics().counts(event).undecodable())
			.isEqualTo(undecodable);
		assertThat(this.bot.gateway().shard(0).snapshot().session()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "zlib-stream", "zstd-stream" })
	@DisplayName("C42 behind an event that is no UTF-8 all others arrive")
	void brokenByte(String compression) {
		start(GatewaySimulator.builder(), compression);
		byte[] frame = ("{\"t\":\"MESSAGE_CREATE\",\"s\":50,\"op\":0,\"d\":" + message("#") + "}")
			.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < frame.length; i++) {
			frame[i] = (frame[i] == '#') ? (byte) 0xC3 : frame[i];
		}
		this.bot.simulator.connection(0).sendFrame(frame);
		assertTwentyMessagesArrive(1, "MESSAGE_CREATE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "zlib-stream", "zstd-stream" })
	@DisplayName("C42 behind an event over the maximum all others arrive")
	void tooLarge(String compression) {
		start(GatewaySimulator.builder(), compression);
		this.bot.simulator.dispatch(0, "MESSAGE_CREATE", message(LARGE));
		assertTwentyMessagesArrive(1, "MESSAGE_CREATE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "zlib-stream", "zstd-stream" })
	@DisplayName("C42 a guild over the maximum behind each READY costs one identify, and no session")
	void tooLargeBehindReady(String compression) {
		String guild = "{\"id\":\"1001\",\"name\":\"large\",\"description\":\"" + LARGE + "\"}";
		start(GatewaySimulator.builder().behaviour(new GatewayBehaviour() {

			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				GatewayBehaviour.super.onIdentify(connection, frame);
				connection.sendFrame("{\"t\":\"GUILD_CREATE\",\"s\":2,\"op\":0,\"d\":" + guild + "}");
			}

		}), compression);
		assertTwentyMessagesArrive(1, "GUILD_CREATE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "zlib-stream" })
	@DisplayName("C42 an event that is nested too deeply is undecodable, and reaches raw listeners whole")
	void nestedTooDeeply(String compression) {
		start(GatewaySimulator.builder(), compression);
		String deep = "[".repeat(3000) + "]".repeat(3000);
		this.bot.simulator.connection(0)
			.sendFrame("{\"d\":{\"guild_id\":\"3\",\"deep\":" + deep + "},\"t\":\"TYPING_START\",\"s\":50,\"op\":0}");
		this.bot.simulator.connection(0)
			.sendFrame("{\"t\":\"TYPING_START\",\"s\":51,\"op\":0,\"d\":{\"guild_id\":\"3\",\"deep\":" + deep + "}}");
		Listeners listeners = this.bot.context.getBean(Listeners.class);
		SimulatedBot.eventually()
			.untilAsserted(() -> assertThat(listeners.typing).hasSize(2)
				.allSatisfy((json) -> assertThat(json).contains(deep)));
		assertTwentyMessagesArrive(0, "MESSAGE_CREATE");
	}

	@TestBot
	static class Bot {

		@Bean
		Listeners listeners() {
			return new Listeners();
		}

	}

	static class Listeners {

		private final List<String> messages = new CopyOnWriteArrayList<>();

		private final List<String> typing = new CopyOnWriteArrayList<>();

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.messages.add(event.message().content());
		}

		@GatewayListener
		void onGuild(GuildCreate event) {
			assertThat(event.guildId()).isNotNull();
		}

		@GatewayListener(events = "TYPING_START")
		void onTyping(RawEvent event) {
			this.typing.add(new String(event.json(), StandardCharsets.UTF_8));
		}

	}

}
