package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.shard.ModelServer.Nature;
import io.github.discordgateway.internal.shard.ShardScript.Step;
import io.github.discordgateway.internal.shard.ShardScript.StepKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: many shards that share their permits, for a long time.
 */
class ShardSoakTests {

	private static final int SHARDS = 64;

	private static final int FAULTS = 1_000;

	private static final long MINUTE = Duration.ofMinutes(1).toMillis();

	/** From here to the end of the hour the shards can recover. */
	private static final long FAULTS_END = 50 * MINUTE;

	/** What comes at the very end of the hour would still be under way. */
	private static final long TRAFFIC_END = 59 * MINUTE;

	private static final SessionStartLimit LIMIT = new SessionStartLimit(1000, 1000, Duration.ofDays(1), 16);

	private static final Nature NATURE = new Nature(Duration.ofMillis(41_250), true, false, false);

	/** What is no fault, ends a shard for good, or stops the clock of all. */
	private static final Set<StepKind> LEFT_OUT = EnumSet.of(StepKind.EVENTS, StepKind.FATAL_CLOSE, StepKind.MALFORMED,
			StepKind.HANDLE_ONE, StepKind.READ_ON, StepKind.COMMANDS, StepKind.RIVAL, StepKind.DRAIN, StepKind.STALL,
			StepKind.LATE);

	private final ModelWorld world = new ModelWorld(LIMIT);

	private final Random random = new Random(20_261_121L);

	private final List<ShardScriptRun> shards = new ArrayList<>();

	@Test
	@DisplayName("C6 C13 C15 C30 64 shards, 1000 faults in an hour: all are ready at the end, and nothing is left over")
	void allShardsRecoverAndNothingIsLeft() {
		for (int i = 0; i < SHARDS; i++) {
			ShardScript quiet = new ShardScript(i, NATURE, ShardSettings.DEFAULT, LIMIT, List.of());
			this.shards.add(new ShardScriptRun(quiet, new ShardId(i, SHARDS), this.world));
		}
		this.shards.forEach(ShardScriptRun::start);
		LongStream faults = this.random.longs(FAULTS, MINUTE, FAULTS_END).sorted();
		faults.forEach((at) -> {
			passUntil(at);
			any().perform(fault());
		});
		passUntil(FAULTS_END);
		this.shards.forEach(ShardScriptRun::heal);
		passUntil(TRAFFIC_END);
		this.world.pass(Duration.ofHours(1).minus(Duration.ofNanos(this.world.time.now())));
		this.shards.forEach(ShardScriptRun::requireNothingOpen);
		assertThat(this.world.waiting()).as("permits waited for").isZero();
		assertThat(this.world.out()).as("permits out").isZero();
		assertThat(this.world.time.pending()).as("timers: a heartbeat and a save for each shard, and frames under way")
			.isLessThanOrEqualTo(SHARDS * 4L);
		this.shards.forEach(ShardScriptRun::stop);
		assertThat(this.world.time.pending()).as("timers after the stop").isZero();
		report();
	}

	/** While time passes, events and commands come at any shard. */
	private void passUntil(long millis) {
		long left;
		while ((left = millis - Duration.ofNanos(this.world.time.now()).toMillis()) > 0) {
			this.world.pass(Duration.ofMillis(Math.min(left, 200)));
			any().emit(4);
			if (this.random.nextInt(20) == 0) {
				any().perform(new Step(Duration.ZERO, StepKind.COMMANDS, 1));
			}
			// Listeners that are stuck, and readers that are paused, are not so for ever.
			any().perform(new Step(Duration.ZERO, StepKind.HANDLE_ONE, this.random.nextInt(100)));
			if (this.random.nextInt(10) == 0) {
				any().perform(new Step(Duration.ZERO, StepKind.READ_ON, 0));
			}
		}
	}

	private ShardScriptRun any() {
		return this.shards.get(this.random.nextInt(SHARDS));
	}

	private Step fault() {
		Step drawn;
		do {
			drawn = Step.draw(this.random);
		}
		while (LEFT_OUT.contains(drawn.kind()));
		return drawn;
	}

	private void report() {
		int identifies = this.shards.stream().mapToInt(ShardScriptRun::identifies).sum();
		int resumes = this.shards.stream().mapToInt(ShardScriptRun::resumes).sum();
		int events = this.shards.stream().mapToInt(ShardScriptRun::events).sum();
		int processes = this.shards.stream().mapToInt(ShardScriptRun::processes).sum();
		Duration longest = this.shards.stream()
			.map(ShardScriptRun::longestNotReady)
			.max(Comparator.naturalOrder())
			.orElseThrow();
		System.out.printf("%d shards, %d faults, %d processes, %d identifies, %d resumes, %d events, %s not ready%n",
				SHARDS, FAULTS, processes, identifies, resumes, events, longest);
		assertThat(identifies).as("identifies spent, of the day's budget").isLessThan(LIMIT.total());
	}

}
