package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import io.github.discordgateway.identify.SessionStartLimit;
import io.github.discordgateway.internal.shard.ModelServer.Nature;

/**
 * What happens to one shard, drawn at random: what its server is like, and a list of
 * steps. The same seed gives the same script, and a script always runs alike.
 *
 * @param seed what it was drawn from
 * @param nature what the server is like
 * @param settings how patient the shard is
 * @param limit how often it may identify
 * @param steps what happens, in order
 */
record ShardScript(long seed, Nature nature, ShardSettings settings, SessionStartLimit limit, List<Step> steps) {

	private static final List<StepKind> WEIGHTED = StepKind.weighted();

	static ShardScript draw(long seed) {
		Random random = new Random(seed);
		random.nextInt();
		Duration interval = Duration.ofMillis((random.nextInt(3) > 0) ? 41_250 : 8_000 + random.nextInt(40_000));
		Nature nature = new Nature(interval, random.nextInt(8) > 0, random.nextInt(10) == 0, random.nextInt(10) == 0);
		ShardSettings defaults = ShardSettings.DEFAULT;
		ShardSettings settings = new ShardSettings(defaults.connectTimeout(), defaults.helloTimeout(),
				defaults.readyTimeout(), defaults.resumedTimeout(), defaults.closeTimeout(), defaults.initialBackOff(),
				defaults.maxBackOff(), defaults.invalidSessionBackOff(), defaults.resumeAttempts(),
				defaults.resumeDuration(), (random.nextInt(4) > 0) ? defaults.maxQueuedCommands() : 20,
				(random.nextInt(4) > 0) ? defaults.maxLag() : random.nextInt(5),
				Duration.ofSeconds((random.nextInt(4) > 0) ? 10 : 1));
		SessionStartLimit limit = (random.nextInt(40) > 0) ? SessionStartLimit.DEFAULT
				: new SessionStartLimit(1000, 1 + random.nextInt(3), Duration.ofMinutes(10), 1);
		int length = 10 + random.nextInt(random.nextBoolean() ? 30 : 120);
		List<Step> steps = new ArrayList<>(length);
		for (int i = 0; i < length; i++) {
			steps.add(Step.draw(random));
		}
		return new ShardScript(seed, nature, settings, limit, List.copyOf(steps));
	}

	/**
	 * A shorter script that fails too: leaves out as many steps as it can.
	 * @return the shortest that was found
	 */
	ShardScript shortened() {
		ShardScript shortest = this;
		for (int chunk = shortest.steps.size() / 2; chunk > 0; chunk /= 2) {
			for (int from = 0; from + chunk <= shortest.steps.size();) {
				List<Step> fewer = new ArrayList<>(shortest.steps);
				fewer.subList(from, from + chunk).clear();
				ShardScript candidate = new ShardScript(this.seed, this.nature, this.settings, this.limit,
						List.copyOf(fewer));
				if (new ShardScriptRun(candidate).failure() != null) {
					shortest = candidate;
				}
				else {
					from += chunk;
				}
			}
		}
		return shortest;
	}

	@Override
	public String toString() {
		return "seed " + this.seed + ", " + this.nature + ", " + this.limit
				+ this.steps.stream().map(Step::toString).collect(Collectors.joining("\n  ", "\n  ", ""));
	}

	/**
	 * One thing that happens.
	 *
	 * @param delay how long after the one before
	 * @param kind what
	 * @param argument a number from 0 that says which or how many
	 */
	record Step(Duration delay, StepKind kind, int argument) {

		static Step draw(Random random) {
			return new Step(delay(random), WEIGHTED.get(random.nextInt(WEIGHTED.size())),
					random.nextInt(Integer.MAX_VALUE));
		}

		private static Duration delay(Random random) {
			int scale = random.nextInt(100);
			if (scale < 20) {
				return Duration.ZERO;
			}
			if (scale < 55) {
				return Duration.ofMillis(random.nextInt(200));
			}
			if (scale < 85) {
				return Duration.ofMillis(random.nextInt(5_000));
			}
			return Duration.ofMillis(random.nextInt((scale < 98) ? 60_000 : 400_000));
		}

		int from(int least, int most) {
			return least + this.argument % (most - least + 1);
		}

		@Override
		public String toString() {
			return "after " + this.delay.toMillis() + " ms " + this.kind + " " + this.argument;
		}

	}

	/** What can happen, and how often beside the others. */
	enum StepKind {

		EVENTS(20), BURST(4), RESET(5), CLOSE(5), FATAL_CLOSE(1), RECONNECT(4), INVALID_RESUMABLE(3), INVALID(2),
		HEARTBEAT_REQUEST(4), MUTE(3), SLOW_ACKS(3), CORRUPT(3), MALFORMED(2), CONNECT_FAULT(8), HANDSHAKE_FAULT(6),
		PACE(8), HANDLE_ONE(6), PAUSE(3), READ_ON(6), COMMANDS(8), MANY_COMMANDS(1), FAIL_WRITES(3), RIVAL(4), DRAIN(1),
		DEPLOY(4), KILL(4), SLEEP(2), STALL(2), EXPIRE(2), LATE(6), NO_ECHO(2), POISON(4), ACTION_FAILS(3),
		UNREADABLE(2), STORE_FAILS(2);

		private final int weight;

		StepKind(int weight) {
			this.weight = weight;
		}

		private static List<StepKind> weighted() {
			List<StepKind> weighted = new ArrayList<>();
			for (StepKind kind : values()) {
				for (int i = 0; i < kind.weight; i++) {
					weighted.add(kind);
				}
			}
			return weighted;
		}

	}

}
