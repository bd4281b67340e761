package io.github.discordgateway.autoconfigure;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.interaction.InteractionObserver;
import io.github.discordgateway.interaction.Option;
import io.github.discordgateway.interaction.SlashCommand;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.user.User;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many interactions and many messages at a time. How long answers take is logged, since
 * it depends on the machine; what is asserted does not.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RestLoadTests {

	private static final Log logger = LogFactory.getLog(RestLoadTests.class);

	private static final Duration PATIENCE = Duration.ofMinutes(8);

	private static final int WARM_UP = 200;

	/** Between the ids of two interactions, so that none seems late to the bot. */
	private static final long ONE_HOUR = Duration.ofHours(1).toMillis() << 22;

	private static final String INTERACTION = """
			{"id":"%d","application_id":"%3$s","type":2,"token":"token-of-%1$d","version":1,"app_permissions":"0",
			"guild_id":"%d","channel_id":"%2$d","member":{"user":{"id":"%1$d","username":"user%1$d"},"roles":[]},
			"locale":"en-US","guild_locale":"en-US","entitlements":[],"context":0,
			"data":{"id":"7","type":1,"name":"roll","options":[{"name":"dice","type":4,"value":2}]}}""";

	/** How many interactions; all of them with {@code -Dload.interactions=10000}. */
	private static final int MOST = Integer.getInteger("load.interactions", Thoroughness.of(500, 1000));

	/**
	 * How many of them come in a second; as many as the simulator can send unless
	 * {@code -Dload.interactions-per-second=1000} says it.
	 */
	private static final int PER_SECOND = Integer.getInteger("load.interactions-per-second", 0);

	private static final int BATCHES_PER_SECOND = 100;

	/** No answer is too late, however busy the machine is. */
	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.identifyWindow(Duration.ZERO)
		.guildsPerShard(0)
		.interactionTimeouts(Duration.ofHours(1), Duration.ofHours(1))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private BotRunner run(Class<?> bot, int requestsPerSecond, String... properties) {
		Stream<String> own = Stream.of("token=" + this.simulator.token(), "api-url=" + this.simulator.apiUrl(),
				"sharding.total=1", "startup=wait", "rest.timeout=10m",
				"rest.requests-per-second=" + requestsPerSecond);
		return BotRunner.run(bot, Stream.concat(own, Stream.of(properties)).toArray(String[]::new));
	}

	@ParameterizedTest
	@CsvSource({ "1000, 1, 2s", "10000, 1000, 2s", "1000, 100, 1ms" })
	void allInteractionsAreAnswered(int most, int guilds, String deferAfter) {
		int count = Math.min(most, MOST);
		try (BotRunner bot = run(Bot.class, 50, "interactions.defer-after=" + deferAfter).awaitReady()) {
			Answers answers = bot.context().getBean(Answers.class);
			send(answers, 0, WARM_UP, guilds);
			answers.await(WARM_UP);
			answers.clear();
			long before = allocated();
			long cpu = cpu();
			sendPaced(answers, count, guilds);
			answers.await(count);
			long bytes = allocated() - before;
			long micros = TimeUnit.NANOSECONDS.toMicros(cpu() - cpu);
			assertThat(answers.wrong).isEmpty();
			assertThat(answers.took).as("answered").hasSize(count);
			assertThat(answers.told).as("answers").hasValue(count);
			logger.info(answers + " on " + guilds + " guilds, deferred after " + deferAfter
					+ "; for each, the simulator's part included, " + bytes / count + " bytes allocated and "
					+ micros / count + " µs of CPU; " + sent() + " bytes sent for each");
		}
	}

	private void sendPaced(Answers answers, int count, int guilds) {
		int batch = (PER_SECOND > 0) ? Math.max(1, PER_SECOND / BATCHES_PER_SECOND) : count;
		Flux.interval(Duration.ZERO, Duration.ofSeconds(1).dividedBy(BATCHES_PER_SECOND))
			.onBackpressureBuffer()
			.take((count + batch - 1) / batch)
			.doOnNext((i) -> send(answers, WARM_UP + i.intValue() * batch,
					Math.min(batch, count - i.intValue() * batch), guilds))
			.blockLast(PATIENCE);
	}

	private void send(Answers answers, int from, int count, int guilds) {
		for (int i = from + 1; i <= from + count; i++) {
			long id = i * ONE_HOUR;
			answers.sent.put(Snowflake.of(id), System.nanoTime());
			this.simulator.dispatch(0, "INTERACTION_CREATE",
					INTERACTION.formatted(id, 100_000 + i % guilds, this.simulator.world().botId()));
		}
	}

	private static long cpu() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static long allocated() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).filter((of) -> of > 0).sum();
	}

	/** Request line, headers and body. */
	private long sent() {
		return (long) this.simulator.rest()
			.requests()
			.stream()
			.filter((request) -> request.uri().endsWith("/callback"))
			.mapToInt(RestLoadTests::size)
			.average()
			.orElseThrow();
	}

	private static int size(ReceivedRequest request) {
		int headers = request.headers()
			.entrySet()
			.stream()
			.mapToInt((header) -> header.getKey().length() + header.getValue().length() + 4)
			.sum();
		return (request.method() + " " + request.uri() + " HTTP/1.1").length() + 4 + headers
				+ request.body().getBytes(StandardCharsets.UTF_8).length;
	}

	@Test
	void manyMessagesOverManyChannelsMeetNoLimitOfAServerThatEnforcesThem() {
		int count = Thoroughness.of(500, 10_000);
		int channels = count / 20;
		int perSecond = 500;
		this.simulator.rest().limit(5, Duration.ofMillis(500), "POST /channels/{id}/messages");
		this.simulator.rest().limitAll(perSecond);
		List<Snowflake> ids = new ArrayList<>();
		for (int i = 0; i < channels; i++) {
			ids.add(this.simulator.guild("garden").channel("room-" + i));
		}
		try (BotRunner bot = run(Bot.class, perSecond).awaitReady()) {
			Limited limited = bot.context().getBean(Limited.class);
			MessageOperations messages = bot.context().getBean(MessageOperations.class);
			long start = System.nanoTime();
			List<Snowflake> created = Flux.range(0, count)
				.flatMap((i) -> messages.create(ids.get(i % channels),
						CreateMessage.builder().content("message " + i).build()), count)
				.map((message) -> message.id())
				.collectList()
				.block(PATIENCE);
			long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			assertThat(created).hasSize(count).doesNotHaveDuplicates();
			assertThat(limited.scopes).isEmpty();
			logger.info(count + " messages over " + channels + " channels in " + millis + " ms, of which "
					+ count * 1000L / perSecond + " are the limit's");
		}
	}

	@TestBot
	static class Bot {

		@Bean
		Answers answers() {
			return new Answers();
		}

		@Bean
		Limited limited() {
			return new Limited();
		}

		@SlashCommand(name = "roll", description = "Rolls dice")
		String roll(@Option(value = "dice", min = 1) int dice, User user) {
			return user.username() + " rolls " + dice;
		}

	}

	/**
	 * How long answers took, from the event until the bot knew that its answer counts.
	 */
	static final class Answers implements InteractionObserver {

		private final Map<Snowflake, Long> sent = new ConcurrentHashMap<>();

		private final Map<Snowflake, Long> took = new ConcurrentHashMap<>();

		private final AtomicInteger deferred = new AtomicInteger();

		private final AtomicInteger told = new AtomicInteger();

		private final List<String> wrong = new CopyOnWriteArrayList<>();

		@Override
		public void answered(Interaction interaction, Duration sinceCalled, boolean deferred) {
			this.deferred.addAndGet(deferred ? 1 : 0);
			this.took.put(interaction.id(), System.nanoTime() - this.sent.get(interaction.id()));
			this.told.incrementAndGet();
		}

		@Override
		public void failed(Interaction interaction, Throwable failure) {
			this.wrong.add(String.valueOf(failure));
			this.told.incrementAndGet();
		}

		@Override
		public void late(Interaction interaction) {
			this.wrong.add("late");
			this.told.incrementAndGet();
		}

		void await(int count) {
			BotRunner.await().atMost(PATIENCE).until(() -> this.told.get() >= count);
		}

		void clear() {
			this.took.clear();
			this.deferred.set(0);
			this.told.set(0);
		}

		@Override
		public String toString() {
			long[] sorted = this.took.values().stream().mapToLong(TimeUnit.NANOSECONDS::toMillis).sorted().toArray();
			long inTime = LongStream.of(sorted).filter((millis) -> millis <= 3000).count();
			return this.took.size() + " answered, " + this.deferred + " of them deferred, " + inTime
					+ " within 3 s, half of them within " + sorted[sorted.length / 2] + " ms, 99 % within "
					+ sorted[sorted.length * 99 / 100] + " ms";
		}

	}

	/** The limits that were met. */
	static final class Limited implements RestRequestListener {

		private final List<String> scopes = new CopyOnWriteArrayList<>();

		@Override
		public void limited(RestRoute route, RestRateLimiter.@Nullable Scope scope) {
			this.scopes.add(route + " " + scope);
		}

	}

}
