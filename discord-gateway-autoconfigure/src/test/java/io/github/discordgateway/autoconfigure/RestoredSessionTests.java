package io.github.discordgateway.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GuildCount;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.event.lifecycle.GatewayLifecycleEvent;
import io.github.discordgateway.event.lifecycle.SessionRestored;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.event.EventListener;

import static io.github.discordgateway.autoconfigure.BotRunner.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what a bot knows of itself when it goes on with a session of an earlier
 * process.
 */
class RestoredSessionTests {

	private static final int GUILDS = 3;

	@TempDir
	private Path directory;

	private GatewaySimulator simulator;

	@BeforeEach
	void start() {
		this.simulator = GatewaySimulator.builder().guildsPerShard(GUILDS).build();
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private BotRunner run() {
		return BotRunner.run(Bot.class, "token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(),
				"resume.path=" + this.directory);
	}

	@Test
	@DisplayName("C71 A bot that goes on with a session knows who it is and which guilds it has, and says so")
	void knowsItselfAgain() {
		BotIdentity self;
		Set<Snowflake> guilds;
		try (BotRunner first = run()) {
			Gateway gateway = first.awaitReady().context().getBean(Gateway.class);
			await().until(() -> gateway.guildIds().size() == GUILDS);
			self = gateway.self();
			guilds = gateway.guildIds();
			assertThat(self).isNotNull();
			assertThat(first.context().getBean(Bot.class).events).noneMatch(SessionRestored.class::isInstance);
		}
		try (BotRunner second = run()) {
			Gateway gateway = second.awaitReady().context().getBean(Gateway.class);
			assertThat(gateway.self()).isEqualTo(self);
			assertThat(gateway.guildIds()).isEqualTo(guilds);
			assertThat(gateway.shards().get(0).statistics().guilds()).isEqualTo(new GuildCount(GUILDS, 0));
			List<GatewayLifecycleEvent> events = second.context().getBean(Bot.class).events;
			await().until(() -> events.stream().anyMatch(ShardResumed.class::isInstance));
			assertThat(events).noneMatch(ShardReady.class::isInstance)
				.filteredOn(SessionRestored.class::isInstance)
				.singleElement()
				.isEqualTo(new SessionRestored(gateway.shards().get(0).id(), self));
		}
		assertThat(this.simulator.connections()).extracting((connection) -> connection.receivedFrames(Opcode.IDENTIFY))
			.filteredOn((identifies) -> !identifies.isEmpty())
			.hasSize(1);
	}

	@Test
	@DisplayName("C73 Events that a replay left out are an application event with their range, and counted")
	void tellsWhatIsMissing() {
		try (BotRunner bot = run()) {
			Gateway gateway = bot.awaitReady().context().getBean(Gateway.class);
			await().until(() -> gateway.shards().get(0).snapshot().lag() == 0);
			long received = gateway.shards().get(0).snapshot().receivedSequence();
			this.simulator.nextConnections(1, new GatewayBehaviour() {
				@Override
				public void onResume(SimulatedConnection connection, ReceivedFrame frame) {
					connection.sendFrame("{\"op\":0,\"t\":\"RESUMED\",\"s\":" + (received + 11) + ",\"d\":{}}");
				}
			});
			this.simulator.connection(0).drop();
			List<GatewayLifecycleEvent> events = bot.context().getBean(Bot.class).events;
			await().until(() -> events.stream().anyMatch(EventsMissed.class::isInstance));
			assertThat(events).filteredOn(EventsMissed.class::isInstance)
				.singleElement()
				.isInstanceOfSatisfying(EventsMissed.class, (missed) -> {
					assertThat(missed.first()).isEqualTo(received + 1);
					assertThat(missed.last()).isEqualTo(received + 10);
					assertThat(missed.count()).isEqualTo(10);
				});
			assertThat(gateway.shards().get(0).statistics().sessions().missed()).isEqualTo(10);
		}
	}

	@TestBot
	static class Bot {

		private final List<GatewayLifecycleEvent> events = new CopyOnWriteArrayList<>();

		@EventListener
		void on(GatewayLifecycleEvent event) {
			this.events.add(event);
		}

	}

}
