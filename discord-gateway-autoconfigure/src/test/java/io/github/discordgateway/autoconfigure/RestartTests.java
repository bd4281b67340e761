package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whole applications that are killed or deployed anew in the middle of traffic, with
 * their sessions in files.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RestartTests {

	private static final Log logger = LogFactory.getLog(RestartTests.class);

	private static final int CRASHES = Thoroughness.of(2, 10);

	private static final int DEPLOYS = Thoroughness.of(4, 20);

	/** After these nothing is set up any more that all contexts of a process share. */
	private static final int WARM_UPS = 5;

	private static final int RESTARTS = Thoroughness.of(12, 100);

	private static final int GUILDS = 8;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final AtomicInteger identifies = new AtomicInteger();

	private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();

	private final AtomicLong sent = new AtomicLong();

	private final ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();

	@TempDir
	Path directory;

	private GatewaySimulator simulator;

	@BeforeEach
	void startSimulator() {
		this.simulator = GatewaySimulator.builder()
			.identifyWindow(Duration.ZERO)
			.guildsPerShard(0)
			.replayLimit(1_000_000)
			.sessionLifetime(Duration.ofMinutes(5))
			.behaviour(new GatewayBehaviour() {

				@Override
				public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
					RestartTests.this.identifies.incrementAndGet();
					GatewayBehaviour.super.onIdentify(connection, frame);
				}

				@Override
				public boolean onClose(SimulatedConnection connection, int code) {
					RestartTests.this.closeCodes.add(code);
					return true;
				}

			})
			.build();
		this.simulator.start();
	}

	@AfterEach
	void stop() {
		this.traffic.shutdownNow();
		this.simulator.close();
	}

	private List<String> arguments(int run) {
		return List.of("--discord.gateway.token=" + this.simulator.token(),
				"--discord.gateway.api-url=" + this.simulator.apiUrl(),
				"--discord.gateway.resume.path=" + this.directory.resolve("sessions"),
				"--discord.gateway.resume.save-interval=100ms", "--discord.gateway.reconnect.initial-back-off=20ms",
				"--journal.file=" + journal(), "--journal.run=" + run, "--spring.main.banner-mode=off",
				"--spring.main.web-application-type=none", "--spring.reactor.netty.shutdown-quiet-period=0s");
	}

	private Path journal() {
		return this.directory.resolve("journal.txt");
	}

	/** Messages of several guilds, one every millisecond. */
	private void startTraffic() {
		this.traffic.scheduleWithFixedDelay(() -> {
			long id = this.sent.incrementAndGet();
			this.simulator.dispatch(0, "MESSAGE_CREATE", message(id));
		}, 0, 1, TimeUnit.MILLISECONDS);
	}

	private static String message(long id) {
		return "{\"id\":\"" + id + "\",\"channel_id\":\"1\",\"guild_id\":\"" + (id % GUILDS + 1)
				+ "\",\"content\":\"\",\"author\":{\"id\":\"3\",\"username\":\"a\"}}";
	}

	private long stopTraffic() throws InterruptedException {
		this.traffic.shutdown();
		assertThat(this.traffic.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		return this.sent.get();
	}

	private List<Handled> handled() throws IOException {
		List<Handled> handled = new ArrayList<>();
		if (Files.exists(journal())) {
			String text = Files.readString(journal());
			// Behind the last end of a line is what is just being written.
			for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
				String[] parts = line.split(" ");
				handled.add(new Handled(Integer.parseInt(parts[0]), parts[1], Long.parseLong(parts[2]),
						Long.parseLong(parts[3]), Boolean.parseBoolean(parts[4])));
			}
		}
		return handled;
	}

	private void awaitHandled(int run, long count) {
		await().atMost(PATIENCE).until(() -> handled().stream().filter((event) -> event.run() == run).count() >= count);
	}

	private long storedSequence() throws IOException {
		Path file = this.directory.resolve("sessions").resolve("sessions.json");
		return JsonMapper.shared().readTree(Files.readAllBytes(file)).at("/sessions/0/session/sequence").asLong();
	}

	/** Checks what holds of any restart, and returns how many events came twice. */
	private int check(long expected) throws IOException {
		Map<String, Long> latest = new HashMap<>();
		Map<String, Long> latestOfRun = new HashMap<>();
		Set<Long> seen = new HashSet<>();
		int duplicates = 0;
		for (Handled event : handled()) {
			Long before = latestOfRun.put(event.run() + "/" + event.guild(), event.id());
			assertThat(event.id()).as("order within a run: %s", event).isGreaterThan((before != null) ? before : 0);
			if (seen.add(event.id())) {
				Long latestNew = latest.put(event.guild(), event.id());
				assertThat(event.id()).as("order over runs: %s", event)
					.isGreaterThan((latestNew != null) ? latestNew : 0);
			}
			else {
				duplicates++;
			}
		}
		assertThat(seen).as("no event is missing").hasSize(Math.toIntExact(expected));
		assertThat(this.identifies).as("one identify for all runs").hasValue(1);
		return duplicates;
	}

	@Test
	@DisplayName("C39 Killed again and again in the middle of traffic: nothing is missing, order is kept, one IDENTIFY")
	void crashes() throws Exception {
		Map<Integer, Long> acknowledged = new HashMap<>();
		Process bot = startProcess(0);
		try {
			await().atMost(PATIENCE)
				.until(() -> this.simulator.connections().stream().anyMatch(SimulatedConnection::isIdentified));
			startTraffic();
			for (int run = 0; run < CRASHES; run++) {
				awaitHandled(run, 200);
				bot.destroyForcibly().waitFor();
				acknowledged.put(run + 1, storedSequence());
				bot = startProcess(run + 1);
			}
			awaitHandled(CRASHES, 200);
			long expected = stopTraffic();
			await().atMost(PATIENCE).until(() -> handled().stream().mapToLong(Handled::id).max().orElse(0) == expected);
			await().atMost(PATIENCE).until(() -> handled().stream().map(Handled::id).distinct().count() == expected);
			int duplicates = check(expected);
			assertThat(handled()).as("only what was not acknowledged comes again")
				.allMatch((event) -> event.sequence() > acknowledged.getOrDefault(event.run(), 0L));
			logger.info(CRASHES + " crashes: " + expected + " events, 0 missing, " + duplicates + " handled twice, "
					+ this.identifies + " identify");
		}
		finally {
			bot.destroyForcibly().waitFor();
		}
	}

	private Process startProcess(int run) throws IOException {
		return ChildJvm.start(RecordingBot.class, this.directory.resolve("run-" + run + ".log"), arguments(run));
	}

	@Test
	@DisplayName("C36 Deployed again and again in the middle of traffic: nothing is missing, none twice, one IDENTIFY")
	void deploys() throws Exception {
		for (int run = 0; run < DEPLOYS; run++) {
			try (ConfigurableApplicationContext context = startContext(run)) {
				assertThat(context.isRunning()).isTrue();
				if (run == 0) {
					startTraffic();
				}
				awaitHandled(run, 50);
			}
		}
		long expected;
		try (ConfigurableApplicationContext context = startContext(DEPLOYS)) {
			assertThat(context.isRunning()).isTrue();
			expected = stopTraffic();
			await().atMost(PATIENCE).until(() -> handled().size() >= expected);
		}
		assertThat(check(expected)).as("events that came twice").isZero();
		assertThat(this.closeCodes).as("codes that keep the session").containsOnly(4000);
		logger.info(DEPLOYS + " deploys: " + expected + " events, 0 missing, 0 handled twice, " + this.identifies
				+ " identify");
	}

	@Test
	@DisplayName("C44 A context that is restarted many times leaves no thread, socket, inflater, shard or meter")
	void restartsInOneProcess() {
		for (int run = 0; run < WARM_UPS; run++) {
			startContext(run).close();
			// Taking it is a collection of a kind of its own, for which each context that
			// other tests left open gets a meter.
			Footprint.take();
		}
		Footprint before = Footprint.take();
		for (int run = 0; run < RESTARTS; run++) {
			startContext(run).close();
		}
		await().atMost(PATIENCE).untilAsserted(() -> Footprint.take().assertNoLargerThan(before, RESTARTS / 2));
		assertThat(this.identifies).as("sessions were resumed").hasValue(1);
	}

	@Test
	@DisplayName("C36 A listener that does not finish holds no stop up, and gets its event again after the next start")
	void aListenerThatDoesNotFinish() {
		List<String> arguments = new ArrayList<>(arguments(0));
		arguments.add("--spring.lifecycle.timeout-per-shutdown-phase=2s");
		ConfigurableApplicationContext first = startContext(StuckBot.class, arguments);
		await().until(() -> this.simulator.connections().stream().anyMatch(SimulatedConnection::isIdentified));
		this.simulator.dispatch(0, "MESSAGE_CREATE", message(1));
		StuckBot stuck = first.getBean(StuckBot.class);
		await().until(() -> stuck.received.size() == 1);
		this.simulator.dispatch(0, "MESSAGE_CREATE", message(2));
		first.close();
		assertThat(this.closeCodes).containsExactly(4000);
		try (ConfigurableApplicationContext second = startContext(StuckBot.class, arguments)) {
			StuckBot next = second.getBean(StuckBot.class);
			next.blocked.countDown();
			await().until(() -> next.received.size() == 2);
			assertThat(next.received).allMatch(EventEnvelope::replayed);
		}
		assertThat(this.identifies).hasValue(1);
	}

	@Test
	@DisplayName("C36 What a listener still waits for is cancelled by a stop, and its event comes again afterwards")
	void aListenerThatWaits() {
		List<String> arguments = new ArrayList<>(arguments(0));
		arguments.add("--spring.lifecycle.timeout-per-shutdown-phase=2s");
		ConfigurableApplicationContext first = startContext(WaitingBot.class, arguments);
		await().until(() -> this.simulator.connections().stream().anyMatch(SimulatedConnection::isIdentified));
		this.simulator.dispatch(0, "MESSAGE_CREATE", message(1));
		WaitingHandler waiting = first.getBean(WaitingHandler.class);
		await().until(() -> waiting.answer.currentSubscriberCount() == 1);
		this.simulator.dispatch(0, "MESSAGE_CREATE", message(1 + GUILDS));
		first.close();
		assertThat(waiting.cancelled).hasValue(1);
		assertThat(waiting.received).hasSize(1);
		try (ConfigurableApplicationContext second = startContext(WaitingBot.class, arguments)) {
			WaitingHandler next = second.getBean(WaitingHandler.class);
			next.answer.tryEmitEmpty();
			await().until(() -> next.received.size() == 2);
			assertThat(next.received).allMatch(EventEnvelope::replayed);
		}
		assertThat(this.identifies).hasValue(1);
	}

	private ConfigurableApplicationContext startContext(int run) {
		return startContext(RecordingBot.class, arguments(run));
	}

	private static ConfigurableApplicationContext startContext(Class<?> bot, List<String> arguments) {
		return new SpringApplicationBuilder(bot).web(WebApplicationType.NONE).run(arguments.toArray(String[]::new));
	}

	@TestBot
	static class StuckBot {

		private final List<EventEnvelope> received = new CopyOnWriteArrayList<>();

		private final CountDownLatch blocked = new CountDownLatch(1);

		@GatewayListener
		void onMessage(MessageCreate event, EventEnvelope envelope) throws InterruptedException {
			this.received.add(envelope);
			this.blocked.await();
		}

	}

	@TestBot
	static class WaitingBot {

		@Bean
		WaitingHandler waitingHandler() {
			return new WaitingHandler();
		}

	}

	static class WaitingHandler implements EventHandler {

		private final List<EventEnvelope> received = new CopyOnWriteArrayList<>();

		private final Sinks.Empty<Void> answer = Sinks.empty();

		private final AtomicInteger cancelled = new AtomicInteger();

		@Override
		public String id() {
			return "waiting";
		}

		@Override
		public EventInterest interest() {
			return EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.TYPED);
		}

		@Override
		public void handle(EventEnvelope envelope) {
			throw new IllegalStateException("The dispatcher calls handleAsync");
		}

		@Override
		public Mono<Void> handleAsync(EventEnvelope envelope) {
			this.received.add(envelope);
			return this.answer.asMono().doOnCancel(this.cancelled::incrementAndGet);
		}

	}

	private record Handled(int run, String guild, long id, long sequence, boolean replayed) {

	}

}
