package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bot in a process of its own with little memory, which gets large events faster than
 * its listeners take them.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LargeEventsTests {

	private static final Log logger = LogFactory.getLog(LargeEventsTests.class);

	private static final int EVENTS = Thoroughness.of(2_000, 3_000);

	/** So many are on their way, several times what the bot has memory for. */
	private static final int AHEAD = 1_000;

	private static final int GUILDS = 3;

	/** How many events come for each that takes long. */
	private static final int EACH = 500;

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	@TempDir
	Path directory;

	private Path journal() {
		return this.directory.resolve("journal.txt");
	}

	private Path log() {
		return this.directory.resolve("bot.log");
	}

	private List<Long> handled() throws IOException {
		if (!Files.exists(journal())) {
			return List.of();
		}
		String text = Files.readString(journal());
		return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Long::valueOf).toList();
	}

	@Test
	@DisplayName("C57 Many events of 150 KiB and slow listeners in 256 MB: nothing runs out of memory, nothing is lost")
	void largeEvents() throws Exception {
		try (GatewaySimulator simulator = GatewaySimulator.builder().guildsPerShard(0).replayLimit(10).build()) {
			simulator.start();
			Process bot = ChildJvm.start(SlowBot.class, log(),
					List.of("--discord.gateway.token=" + simulator.token(),
							"--discord.gateway.api-url=" + simulator.apiUrl(),
							"--discord.gateway.intents=guilds,guild-messages,message-content",
							"--journal.file=" + journal(), "--spring.main.banner-mode=off"));
			try {
				await().atMost(PATIENCE)
					.until(() -> simulator.connections().stream().anyMatch(SimulatedConnection::isIdentified));
				String rest = restOfMessage();
				for (int id = 1; id <= EVENTS; id++) {
					if (id > AHEAD && id % 100 == 0) {
						int expected = id - AHEAD;
						await().atMost(PATIENCE).until(() -> !bot.isAlive() || handled().size() >= expected);
						assertThat(bot.isAlive()).as("the bot, which says %s", Files.readString(log())).isTrue();
					}
					simulator.dispatch(0, "MESSAGE_CREATE",
							"{\"id\":\"" + id + "\",\"guild_id\":\"" + (id % GUILDS + 1) + "\"," + rest);
				}
				await().atMost(PATIENCE).until(() -> !bot.isAlive() || handled().size() >= EVENTS);
			}
			finally {
				bot.destroy();
				bot.waitFor();
			}
			assertThat(handled())
				.containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, EVENTS).boxed().toList());
			String output = Files.readString(log());
			assertThat(output).contains("stops reading").doesNotContain("OutOfMemoryError", "could not be decoded");
			logger.info(output.lines().filter((line) -> line.contains("peak")).toList() + ", "
					+ (output.split("stops reading", -1).length - 1) + " pauses");
		}
	}

	/** Half of it is text, the other half small objects. */
	private static String restOfMessage() {
		Random random = new Random(1);
		StringBuilder message = new StringBuilder(160_000);
		message.append("\"channel_id\":\"1\",\"author\":{\"id\":\"3\",\"username\":\"a\"},\"content\":\"");
		while (message.length() < 75_000) {
			message.append(Long.toHexString(random.nextLong()));
		}
		message.append("\",\"mentions\":[");
		while (message.length() < 150_000) {
			message.append("{\"id\":\"").append(random.nextInt(Integer.MAX_VALUE)).append("\",\"username\":\"");
			message.append(Long.toHexString(random.nextLong())).append("\",\"global_name\":null},");
		}
		return message.append("{\"id\":\"1\",\"username\":\"last\"}]}").toString();
	}

	@TestBot
	static class SlowBot {

		private final Path journal;

		private final ObjectProvider<EventDispatcher> dispatcher;

		SlowBot(@Value("${journal.file}") Path journal, ObjectProvider<EventDispatcher> dispatcher) {
			this.journal = journal;
			this.dispatcher = dispatcher;
		}

		public static void main(String[] args) {
			EventDispatcher dispatcher = new SpringApplicationBuilder(SlowBot.class).web(WebApplicationType.NONE)
				.run(args)
				.getBean(EventDispatcher.class);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				long peak = ManagementFactory.getMemoryPoolMXBeans()
					.stream()
					.filter((pool) -> pool.getType() == MemoryType.HEAP)
					.map(MemoryPoolMXBean::getPeakUsage)
					.mapToLong((usage) -> usage.getUsed())
					.sum();
				System.out.println("peak heap of " + peak / 1024 / 1024 + " MB for "
						+ dispatcher.statistics().counts("MESSAGE_CREATE"));
			}));
		}

		/**
		 * Now and then an event takes until so many others wait that its shard is paused.
		 */
		@GatewayListener
		void onMessage(MessageCreate event, RawEvent raw, ShardId shard) {
			long id = event.message().id().value();
			if (id % EACH == 0 && id <= EVENTS - AHEAD) {
				await().atMost(PATIENCE)
					.until(() -> this.dispatcher.getObject().statistics().pauses(shard) >= id / EACH);
			}
			note(id);
		}

		private synchronized void note(long id) {
			try {
				Files.writeString(this.journal, id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
