package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.internal.shard.ShardScriptRun.Failure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Tests for {@link ShardMachine}: random scripts against a model of the server, after
 * each step of which {@link ShardRules} must hold.
 *
 * <p>
 * {@code -Dscripts.seed} and {@code -Dscripts.rounds} run other and more scripts; a
 * failure names the seed that runs just the script that failed.
 */
class ShardScriptsTests {

	private static final long SEED = Long.getLong("scripts.seed", 20_261_121L);

	private static final int ROUNDS = Integer.getInteger("scripts.rounds", Thoroughness.of(4_000, 40_000));

	@Test
	@DisplayName("C2 C3 C13 C15 C26 C30 C31 C36 C38 C39 Whatever happens, in whatever order, the rules hold")
	void rulesHoldInRandomScripts() {
		long events = 0;
		long processes = 0;
		long identifies = 0;
		long resumes = 0;
		Duration duration = Duration.ZERO;
		for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
			ShardScript script = ShardScript.draw(seed);
			ShardScriptRun run = new ShardScriptRun(script);
			if (run.failure() != null) {
				throw failed(script);
			}
			events += run.events();
			processes += run.processes();
			identifies += run.identifies();
			resumes += run.resumes();
			duration = duration.plus(run.duration());
		}
		System.out.printf("%d scripts, %d processes, %d identifies, %d resumes, %d events, %d days%n", ROUNDS,
				processes, identifies, resumes, events, duration.toDays());
	}

	private static AssertionError failed(ShardScript script) {
		ShardScript shortest = script.shortened();
		Failure failure = new ShardScriptRun(shortest).failure();
		if (failure == null) {
			throw new AssertionError("The script does not run alike each time: " + script);
		}
		return new AssertionError(failure.problem().getMessage() + "\n  at " + failure.step()
				+ "\n  run again with -Dscripts.seed=" + script.seed() + " -Dscripts.rounds=1\n  " + shortest,
				failure.problem());
	}

}
