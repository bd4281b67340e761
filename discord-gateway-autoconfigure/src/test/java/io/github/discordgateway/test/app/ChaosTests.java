package io.github.discordgateway.test.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.Chaos;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.LiveMember;
import io.github.discordgateway.test.GatewayTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a bot misses no event, whatever trouble a seeded {@link Chaos} causes.
 */
@GatewayTest(value = ChaosTests.Collecting.class,
		properties = { "discord.gateway.intents=guilds,guild-messages,message-content",
				"discord.gateway.simulator.timeout=55s", "discord.gateway.reconnect.max-back-off=50ms" })
class ChaosTests {

	private static final int MESSAGES = 40;

	@Autowired
	private GatewaySimulator simulator;

	@Autowired
	private Collecting bot;

	@Test
	@Timeout(value = 60, unit = TimeUnit.MINUTES)
	void nothingIsMissing() {
		LiveMember alice = this.simulator.guild("garden").member("alice");
		long first = System.nanoTime();
		for (int i = 0; i < Integer.getInteger("chaos.seeds", Thoroughness.of(3, 1000)); i++) {
			String prefix = i + ":";
			this.simulator.awaitReady();
			try (Chaos chaos = this.simulator.chaos(first + i)) {
				for (int n = 0; n < MESSAGES; n++) {
					alice.says(prefix + n);
					if (n % 4 == 0) {
						chaos.happen();
					}
				}
			}
			List<String> all = IntStream.range(0, MESSAGES).mapToObj((n) -> prefix + n).toList();
			Awaitility.await("seed " + (first + i))
				.atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(this.bot.received).containsAll(all));
		}
	}

	static class Collecting {

		private final Set<String> received = ConcurrentHashMap.newKeySet();

		@GatewayListener
		void onMessage(MessageCreate event) {
			this.received.add(event.message().content());
		}

	}

}
