package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.GuildDelete;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveGuild;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that simulator and bot stand large guilds and many guilds, plain and compressed.
 */
class SimulatorSizeTests {

	private static final int GUILDS = 1000;

	private GatewaySimulator simulator;

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private BotRunner start(int guilds, String compression) {
		this.simulator = GatewaySimulator.builder().guildsPerShard(guilds).identifyWindow(Duration.ZERO).build();
		this.simulator.start();
		return BotRunner
			.run(Bot.class, "token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(),
					"compression=" + compression, "intents=guilds,guild-messages,message-content")
			.awaitReady();
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "zlib-stream", "zstd-stream" })
	void aGuildOfEightMegabytesArrivesLiveAndInAReplay(String compression) {
		try (BotRunner running = start(0, compression)) {
			Collecting bot = running.context().getBean(Collecting.class);
			LiveGuild city = this.simulator.guild("city").grows(0, 40_000, 250, 1000);
			BotRunner.await().until(() -> bot.created.size() == 1);
			city.goesDown().comesBack();
			city.member("alice").says("after it");
			BotRunner.await().until(() -> bot.messages.contains("after it"));
			this.simulator.connection(0).drop();
			city.goesDown().comesBack();
			city.member("alice").says("after the replay");
			BotRunner.await().until(() -> bot.messages.contains("after the replay"));
			BotRunner.await().until(() -> bot.created.size() == 3);
			assertThat(bot.created).element(1).asInstanceOf(InstanceOfAssertFactories.INTEGER).isGreaterThan(40_000);
			assertThat(bot.created).element(2).asInstanceOf(InstanceOfAssertFactories.INTEGER).isGreaterThan(40_000);
			assertThat(this.simulator.sentFrames()).extracting((frame) -> frame.text().length())
				.anySatisfy((length) -> assertThat(length).isGreaterThan(8 * 1024 * 1024));
			assertThat(this.simulator.connections()).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "zlib-stream", "zstd-stream" })
	void aThousandGuildsComeGoAndComeBackAtOnce(String compression) {
		try (BotRunner running = start(GUILDS, compression)) {
			Collecting bot = running.context().getBean(Collecting.class);
			BotRunner.await().untilAsserted(() -> assertThat(bot.times).hasSize(GUILDS).containsValue(1));
			this.simulator.outage();
			BotRunner.await().until(() -> bot.deleted.size() == GUILDS);
			this.simulator.endOutage();
			BotRunner.await()
				.untilAsserted(() -> assertThat(bot.times.values()).hasSize(GUILDS).allMatch((times) -> times == 2));
			assertThat(running.context().getBean(Gateway.class).guildIds()).hasSize(GUILDS);
			assertThat(this.simulator.connections()).hasSize(1);
		}
	}

	@TestBot
	@Import(Collecting.class)
	static class Bot {

	}

	static class Collecting {

		/** The number of channels of each guild. */
		private final Queue<Integer> created = new ConcurrentLinkedQueue<>();

		private final Map<Snowflake, Integer> times = new ConcurrentHashMap<>();

		private final Queue<Snowflake> deleted = new ConcurrentLinkedQueue<>();

		private final Queue<String> messages = new ConcurrentLinkedQueue<>();

		@GatewayListener
		void onGuild(GuildCreate event) {
			if (event.guild() instanceof Guild guild) {
				this.times.merge(guild.id(), 1, Integer::sum);
				this.created.add(guild.channels().size());
			}
		}

		@GatewayListener
		void onGuildGone(GuildDelete event) {
			this.deleted.add(event.guildId());
		}

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.messages.add(event.message().content());
		}

	}

}
