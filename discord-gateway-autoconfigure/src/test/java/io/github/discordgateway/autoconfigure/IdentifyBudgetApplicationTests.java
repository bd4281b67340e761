package io.github.discordgateway.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.actuate.metrics.IdentifyMetrics;
import io.github.discordgateway.autoconfigure.health.DiscordGatewayHealthContributorAutoConfiguration;
import io.github.discordgateway.autoconfigure.metrics.DiscordGatewayMetricsAutoConfiguration;
import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyPermit;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.IdentifyReserve;
import io.github.discordgateway.identify.InMemoryIdentifyQueue;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.session.InMemorySessionStore;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.StartHistory;
import io.github.discordgateway.session.StoredSession;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.GatewaySimulatorBuilder;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How whole applications spend the day's identifies, over real connections to a
 * simulator.
 */
@ExtendWith(OutputCaptureExtension.class)
class IdentifyBudgetApplicationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private GatewaySimulator simulator;

	private ApplicationContextRunner runner(GatewaySimulatorBuilder builder) {
		this.simulator = builder.identifyWindow(Duration.ZERO).build();
		this.simulator.start();
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DiscordGatewayAutoConfiguration.class,
					DiscordGatewayHealthContributorAutoConfiguration.class,
					DiscordGatewayMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.withPropertyValues("discord.gateway.token=" + this.simulator.token(),
					"discord.gateway.api-url=" + this.simulator.apiUrl(), "discord.gateway.startup=async",
					"discord.gateway.reconnect.invalid-session-back-off=10ms",
					"discord.gateway.reconnect.initial-back-off=10ms", "discord.gateway.reconnect.max-back-off=20ms");
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private long identifies() {
		return this.simulator.connections()
			.stream()
			.mapToLong((connection) -> connection.receivedFrames(Opcode.IDENTIFY).size())
			.sum();
	}

	private static IdentifyBudget budget(ApplicationContext context) {
		IdentifyBudget budget = context.getBean(IdentifyQueue.class).budget();
		assertThat(budget).isNotNull();
		return budget;
	}

	private static Health identifyHealth(ApplicationContext context) {
		CompositeHealthContributor gateway = context.getBean("discordGatewayHealthContributor",
				CompositeHealthContributor.class);
		return ((HealthIndicator) gateway.getContributor("identify")).health();
	}

	private static double gauge(ApplicationContext context, String name) {
		return context.getBean(MeterRegistry.class).get("discord.gateway.identify." + name).gauge().value();
	}

	@Test
	@DisplayName("C29 Repeated opcode 9 false never exceeds the pace of permits and stops at the daily budget")
	void repeatedInvalidSession() {
		Duration window = Duration.ofMillis(200);
		RecordingQueue queue = new RecordingQueue(new InMemoryIdentifyQueue(Schedulers.parallel(), window,
				new IdentifyReserve(2, false), StartHistory.ofThisProcess(), Mono::empty));
		runner(GatewaySimulator.builder()
			.sessionStartLimit(1000, 7, Duration.ofHours(1))
			.behaviour(new GatewayBehaviour() {
				@Override
				public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
					connection.invalidSession(false);
				}
			})).withBean(IdentifyQueue.class, () -> queue).run((context) -> {
				await().atMost(PATIENCE).until(() -> queue.budget().isSpent() && queue.budget().waiting() == 1);
				// Long enough for several more, if they were let through.
				await().atMost(PATIENCE)
					.until(() -> queue.budget().longestWait().compareTo(window.multipliedBy(4)) > 0);
				assertThat(identifies()).isEqualTo(5);
				assertThat(queue.budget().remaining()).isEqualTo(2);
				assertThat(queue.pauses()).hasSize(4)
					.allSatisfy((pause) -> assertThat(pause).isGreaterThanOrEqualTo(window.minusMillis(1)));
				queue.update(new SessionStartLimit(1000, 3, Duration.ofHours(1), 1));
				await().atMost(PATIENCE).until(() -> identifies() == 6);
			});
	}

	@Test
	@DisplayName("C52 A shard that waits for the reset shows in health and metrics, and fresh figures let it in")
	void onlyTheReserveIsLeft() {
		runner(GatewaySimulator.builder().sessionStartLimit(1000, 50, Duration.ofHours(1))).run((context) -> {
			await().atMost(PATIENCE).until(() -> budget(context).waiting() == 1);
			Health health = identifyHealth(context);
			assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health.getDetails()).containsEntry("total", 1000)
				.containsEntry("remaining", 50)
				.containsEntry("reserve", 50)
				.containsEntry("waiting", 1)
				.containsKeys("problem", "resetIn", "longestWait");
			assertThat(gauge(context, "remaining")).isEqualTo(50);
			assertThat(gauge(context, "waiting")).isEqualTo(1);
			assertThat(gauge(context, "reset")).isBetween(3000.0, 3600.0);
			assertThat(identifies()).isZero();
			context.getBean(IdentifyQueue.class).update(new SessionStartLimit(1000, 51, Duration.ofHours(1), 1));
			await().atMost(PATIENCE).until(() -> identifies() == 1);
			await().atMost(PATIENCE).until(() -> gauge(context, "waiting") == 0);
			assertThat(identifyHealth(context).getStatus()).isEqualTo(Status.UP);
		});
	}

	@Test
	@DisplayName("C52 With REST out of reach, health and metrics show no budget that nobody reported")
	void aBudgetThatNobodyReported() {
		runner(GatewaySimulator.builder()).withPropertyValues("discord.gateway.api-url=http://localhost:1")
			.run((context) -> {
				Health health = identifyHealth(context);
				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails()).containsEntry("budget", "not reported by Discord")
					.containsEntry("waiting", 0)
					.doesNotContainKeys("total", "remaining", "reserve", "resetIn");
				assertThat(gauge(context, "remaining")).isNaN();
				assertThat(gauge(context, "reset")).isNaN();
				assertThat(gauge(context, "waiting")).isZero();
			});
	}

	@Test
	@DisplayName("C52 The reserve can be configured")
	void configuredReserve() {
		runner(GatewaySimulator.builder().sessionStartLimit(1000, 50, Duration.ofHours(1)))
			.withPropertyValues("discord.gateway.identify.reserve=49")
			.run((context) -> {
				await().atMost(PATIENCE).until(() -> identifies() == 1);
				assertThat(budget(context).reserve()).isEqualTo(49);
			});
	}

	@Test
	@DisplayName("C52 A bot that is started again and again identifies later with each start, and says so")
	void crashLoop(@TempDir Path directory, CapturedOutput output) throws Exception {
		Instant now = Instant.now();
		Files.write(directory.resolve("identifying-starts"), List.of(now.minusSeconds(90).toString(),
				now.minusSeconds(60).toString(), now.minusSeconds(30).toString()));
		runner(GatewaySimulator.builder()).withPropertyValues("discord.gateway.resume.path=" + directory)
			.run((context) -> {
				await().atMost(PATIENCE).until(() -> !budget(context).heldBack().isZero());
				assertThat(budget(context).waiting()).isOne();
				assertThat(budget(context).heldBack()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(91));
				Health health = identifyHealth(context);
				assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
				assertThat(health.getDetails()).containsKey("heldBack")
					.extractingByKey("problem")
					.asString()
					.contains("crash loop");
				assertThat(output).contains("The bot was started 4 times within 3600s").contains(directory.toString());
				assertThat(identifies()).isZero();
			});
	}

	@Test
	@DisplayName("C75 A bot that is restarted in good order is not braked, though each start identifies")
	void cleanRestarts(@TempDir Path directory, CapturedOutput output) {
		ApplicationContextRunner bot = runner(GatewaySimulator.builder())
			.withPropertyValues("discord.gateway.resume.path=" + directory, "discord.gateway.shutdown.mode=forget");
		for (int start = 1; start <= 6; start++) {
			int expected = start;
			bot.run((context) -> await().atMost(PATIENCE).until(() -> identifies() == expected));
			assertThat(directory.resolve("identifying-starts")).isEmptyFile();
		}
		assertThat(output).doesNotContain("crash loop");
	}

	@Test
	@DisplayName("C75 A session store of the application that keeps the history of starts has it used")
	void aSessionStoreOfTheApplicationWithAHistory(CapturedOutput output) {
		RememberingStore store = new RememberingStore();
		for (int ago = 90; ago > 0; ago -= 30) {
			store.addStart(Instant.now().minusSeconds(ago)).block(PATIENCE);
		}
		runner(GatewaySimulator.builder()).withBean(SessionStore.class, () -> store).run((context) -> {
			await().atMost(PATIENCE).until(() -> !budget(context).heldBack().isZero());
			assertThat(output).contains("delete the table of starts and restart the bot");
		});
	}

	/** As the store of another engine would be. */
	private static final class RememberingStore implements SessionStore, StartHistory {

		private final SessionStore sessions = new InMemorySessionStore();

		private final StartHistory starts = StartHistory.ofThisProcess();

		@Override
		public Mono<StoredSession> load(ShardId shard) {
			return this.sessions.load(shard);
		}

		@Override
		public Mono<Void> save(StoredSession session) {
			return this.sessions.save(session);
		}

		@Override
		public Mono<Void> remove(ShardId shard) {
			return this.sessions.remove(shard);
		}

		@Override
		public Mono<List<Instant>> loadStarts() {
			return this.starts.loadStarts();
		}

		@Override
		public Mono<Void> addStart(Instant start) {
			return this.starts.addStart(start);
		}

		@Override
		public Mono<Void> removeStart(Instant start) {
			return this.starts.removeStart(start);
		}

		@Override
		public String describeStarts() {
			return "the table of starts";
		}

	}

	@Test
	void aStartThatIdentifiesIsRemembered(@TempDir Path directory) {
		runner(GatewaySimulator.builder()).withPropertyValues("discord.gateway.resume.path=" + directory)
			.run((context) -> {
				await().atMost(PATIENCE)
					.ignoreExceptions()
					.until(() -> Files.readAllLines(directory.resolve("identifying-starts")).size() == 1);
				assertThat(identifies()).isEqualTo(1);
			});
	}

	@Test
	@DisplayName("C52 A budget that Discord has not told yet is not shown, and is once it has")
	void aBudgetThatNobodyReportedIsNotShown() {
		LateBudget queue = new LateBudget(new InMemoryIdentifyQueue(Schedulers.parallel()));
		runner(GatewaySimulator.builder()).withBean(IdentifyQueue.class, () -> queue).run((context) -> {
			assertThat(context).hasNotFailed();
			CompositeHealthContributor gateway = context.getBean("discordGatewayHealthContributor",
					CompositeHealthContributor.class);
			assertThat(gateway.getContributor("identify")).isNull();
			for (String name : List.of("remaining", "waiting", "reset")) {
				assertThat(gauge(context, name)).as(name).isNaN();
			}
			queue.reported = true;
			queue.update(SessionStartLimit.DEFAULT);
			assertThat(identifyHealth(context).getDetails()).containsEntry("total", 1000);
			assertThat(gauge(context, "remaining")).isBetween(0.0, 1000.0);
		});
	}

	@Test
	void runsWithoutMicrometer() {
		runner(GatewaySimulator.builder()).withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(IdentifyMetrics.class);
				await().atMost(PATIENCE).until(() -> identifies() == 1);
			});
	}

	/** Knows its budget only when a test says so. */
	private static final class LateBudget implements IdentifyQueue {

		private final IdentifyQueue queue;

		private volatile boolean reported;

		private LateBudget(IdentifyQueue queue) {
			this.queue = queue;
		}

		@Override
		public Mono<IdentifyPermit> acquire(ShardId shard) {
			return this.queue.acquire(shard);
		}

		@Override
		public void update(SessionStartLimit limit) {
			this.queue.update(limit);
		}

		@Override
		public @Nullable IdentifyBudget budget() {
			return this.reported ? this.queue.budget() : null;
		}

	}

	/** Notes how much time passed between an IDENTIFY and the next permit. */
	private static final class RecordingQueue implements IdentifyQueue {

		private final IdentifyQueue queue;

		private final List<Long> granted = new CopyOnWriteArrayList<>();

		private final List<Long> spent = new CopyOnWriteArrayList<>();

		private RecordingQueue(IdentifyQueue queue) {
			this.queue = queue;
		}

		private List<Duration> pauses() {
			List<Duration> pauses = new ArrayList<>();
			for (int i = 1; i < this.granted.size(); i++) {
				pauses.add(Duration.ofNanos(this.granted.get(i) - this.spent.get(i - 1)));
			}
			return pauses;
		}

		@Override
		public Mono<IdentifyPermit> acquire(ShardId shard) {
			return this.queue.acquire(shard).map((permit) -> {
				this.granted.add(System.nanoTime());
				return new IdentifyPermit() {

					@Override
					public void spent() {
						RecordingQueue.this.spent.add(System.nanoTime());
						permit.spent();
					}

					@Override
					public void giveBack() {
						permit.giveBack();
					}

				};
			});
		}

		@Override
		public void update(SessionStartLimit limit) {
			this.queue.update(limit);
		}

		@Override
		public IdentifyBudget budget() {
			return this.queue.budget();
		}

	}

}
