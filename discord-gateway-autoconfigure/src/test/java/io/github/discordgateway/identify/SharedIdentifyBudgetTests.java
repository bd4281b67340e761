package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.internal.redis.RedisIdentifyPacer;
import io.github.discordgateway.internal.redis.RedisNode;
import io.github.discordgateway.internal.redis.RedisSessionStore;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The budget, its reserve and the brake on starts of several processes that share a
 * Redis.
 */
class SharedIdentifyBudgetTests {

	private static final int SHARDS = 8;

	private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

	private static final SessionStartLimit PLENTY = new SessionStartLimit(1000, 1000, Duration.ofDays(1), SHARDS);

	private final String prefix = EmbeddedRedis.newPrefix();

	private final AtomicReference<Instant> wallClock = new AtomicReference<>(BEGIN);

	private final List<Process> running = new ArrayList<>();

	@AfterEach
	void close() {
		this.running.forEach(Process::stop);
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5));
	}

	private Process process(IdentifyReserve reserve) {
		Process started = new Process(reserve);
		this.running.add(started);
		return started;
	}

	/** Starts two processes, each with half of the shards. */
	private List<Process> bot() {
		List<Process> bot = List.of(process(IdentifyReserve.NONE), process(IdentifyReserve.NONE));
		bot.forEach((process) -> process.queue.update(PLENTY));
		bot.get(0).acquire(0, 1);
		bot.get(1).acquire(2, 3);
		return bot;
	}

	private static void identify(List<Process> bot) {
		bot.forEach((process) -> {
			eventually().until(() -> process.permits.size() == 2);
			assertThat(process.queue.budget().heldBack()).isZero();
			process.permits.values().forEach(IdentifyPermit::spent);
		});
	}

	private void starts(int count) {
		RedisNode observer = new RedisNode(this.prefix);
		try {
			RedisSessionStore history = observer.store();
			eventually().until(() -> history.loadStarts().block(Duration.ofSeconds(30)).size() == count);
		}
		finally {
			observer.close();
		}
	}

	@Test
	@DisplayName("D11 the brake on crash loops knows the starts of all processes: those that begin together are one, and from the fourth on all wait")
	void theBrakeIsCommon() {
		for (int start = 1; start <= 3; start++) {
			List<Process> bot = bot();
			identify(bot);
			starts(start);
			bot.forEach(Process::crash);
			this.wallClock.updateAndGet((now) -> now.plus(Duration.ofMinutes(10)));
		}
		List<Process> bot = bot();
		bot.forEach((process) -> eventually().until(() -> !process.queue.budget().heldBack().isZero()));
		assertThat(bot).allSatisfy((process) -> assertThat(process.permits).isEmpty());
		assertThat(bot.get(0).queue.budget().waiting()).isEqualTo(2);
	}

	@Test
	@DisplayName("D11 a bot that is stopped in good order is in no crash loop, however often it is")
	void stopsAreNoCrash() {
		for (int start = 1; start <= 5; start++) {
			List<Process> bot = bot();
			identify(bot);
			starts(1);
			bot.forEach(Process::stop);
			starts(0);
		}
	}

	@Test
	@DisplayName("D11 what is left of the day, and its reserve, is of all processes: however often each asks Discord, none spends what another has")
	void theBudgetIsCommon() {
		IdentifyReserve reserve = new IdentifyReserve(2, false);
		List<Process> bot = List.of(process(reserve), process(reserve), process(reserve));
		SessionStartLimit fiveLeft = new SessionStartLimit(1000, 5, Duration.ofDays(1), SHARDS);
		bot.forEach((process) -> process.queue.update(fiveLeft));
		eventually().until(() -> left().equals("5"));
		for (int i = 0; i < bot.size(); i++) {
			bot.get(i).acquire(2 * i, 2 * i + 1);
		}
		eventually().until(() -> permits(bot).size() == 3 && left().equals("2"));
		List<IdentifyPermit> granted = permits(bot);
		granted.subList(0, 2).forEach(IdentifyPermit::spent);
		// By Discord's account there is one more than the reserve: it is out.
		SessionStartLimit threeLeft = new SessionStartLimit(1000, 3, Duration.ofDays(1), SHARDS);
		eventually().until(() -> {
			bot.forEach((process) -> process.queue.update(threeLeft));
			return left().equals("2");
		});
		assertThat(permits(bot)).hasSize(3);
		granted.get(2).spent();
		bot.get(0).queue.update(PLENTY);
		bot.get(1).queue.update(PLENTY);
		bot.get(2).queue.update(PLENTY);
		eventually().until(() -> permits(bot).size() == 6);
	}

	private static List<IdentifyPermit> permits(List<Process> bot) {
		return bot.stream().flatMap((process) -> process.permits.values().stream()).toList();
	}

	private String left() {
		return this.running.get(0).node.identifiesLeft();
	}

	/** One process of the bot. */
	private final class Process {

		private final RedisNode node = new RedisNode(SharedIdentifyBudgetTests.this.prefix);

		private final RedisIdentifyPacer pacer;

		private final BudgetedIdentifyQueue queue;

		private final Map<Integer, IdentifyPermit> permits = new ConcurrentHashMap<>();

		private boolean over;

		private Process(IdentifyReserve reserve) {
			this.node.join(SHARDS);
			this.pacer = new RedisIdentifyPacer(this.node.access(), Schedulers.parallel(), Duration.ofMillis(200),
					reserve);
			this.queue = new BudgetedIdentifyQueue(this.pacer, Schedulers.parallel(), reserve, this.node.store(),
					Mono::empty, System::nanoTime, SharedIdentifyBudgetTests.this.wallClock::get);
		}

		private void acquire(int... shards) {
			IntStream.of(shards)
				.forEach((shard) -> this.queue.acquire(new ShardId(shard, SHARDS))
					.subscribe((permit) -> this.permits.put(shard, permit), (closed) -> {
						// At the end of a test some still wait.
					}));
		}

		private void stop() {
			if (!this.over) {
				this.over = true;
				this.node.leave();
				this.queue.close();
				this.pacer.close();
				this.node.close();
			}
		}

		private void crash() {
			this.over = true;
			this.node.crash();
			this.pacer.close();
		}

	}

}
