package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.FatalCloseException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.rest.GatewayBot;
import io.github.discordgateway.internal.shard.ShardDriver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Helps a bot that is in too many guilds for its number of shards, so that Discord closes
 * them with 4011. When the number is Discord's to choose, it is asked for anew and
 * brought up; when it is configured, the number that Discord recommends is told.
 */
final class OutgrownShards {

	private static final Log logger = LogFactory.getLog(GatewayCluster.class);

	/** The longest pause before the next attempt, as a multiple of the first one. */
	private static final long LONGEST_PAUSE = 60;

	/** A start that fails waits no longer for the number to name. */
	private static final Duration ANSWER = Duration.ofSeconds(5);

	private final ClusterRun run;

	private final StartPlanner planner;

	private final Duration firstPause;

	private final Mono<Integer> recommended;

	private final AtomicBoolean growing = new AtomicBoolean();

	private final Disposable.Swap work = Disposables.swap();

	/** How often Discord was asked in vain since it last accepted a number. */
	private long attempts;

	OutgrownShards(ClusterRun run, StartPlanner planner, Duration firstPause) {
		this.run = run;
		this.planner = planner;
		this.firstPause = firstPause;
		// Many shards are refused at the same time.
		this.recommended = Mono.defer(() -> askWhatToConfigure(run.shards().total())).cache(Duration.ofMinutes(1));
	}

	/**
	 * Brings up as many shards as Discord recommends by now, and asks again at growing
	 * intervals as long as that is not more.
	 * @param refused the shard that was closed
	 */
	void grow(ShardId refused) {
		if (!this.growing.compareAndSet(false, true)) {
			return;
		}
		this.work.update(Mono.defer(() -> attempt(refused))
			.retryWhen(Retry.from((failures) -> failures.concatMap((failure) -> pause(refused, failure.failure()))))
			.doFinally((signal) -> this.growing.set(false))
			.subscribe((nothing) -> {
			}, (failure) -> logger.error("The number of shards cannot be adapted", failure)));
	}

	private Mono<Void> attempt(ShardId refused) {
		return this.planner.ask(this.run::problem).flatMap((answer) -> {
			if (isOutgrown()) {
				return change(refused, answer);
			}
			this.attempts = 0;
			this.run.problem(null);
			return Mono.empty();
		});
	}

	/** Whether there still are shards that Discord refuses. */
	private boolean isOutgrown() {
		return !refusedShards().isEmpty();
	}

	private List<ShardDriver> refusedShards() {
		return this.run.shards().shards().stream().filter((shard) -> {
			Integer code = shard.snapshot().fatalCloseCode();
			return code != null && CloseCode.of(code) == CloseCode.SHARDING_REQUIRED;
		}).toList();
	}

	private Mono<Void> change(ShardId refused, GatewayBot answer) {
		int recommended = answer.shards();
		ShardSet current = this.run.shards();
		if (recommended <= current.total()) {
			this.run.refused(refused);
			return tryAgain().then(Mono.error(() -> new IllegalStateException("Discord closed shard " + refused
					+ " with 4011 because there are too few, but recommends no more than " + recommended)));
		}
		logger.warn("Discord closed shard " + refused + " with 4011 because there are too few, and recommends "
				+ recommended + " now");
		if (current.isOver()) {
			return Mono.fromRunnable(() -> this.run.startOver(recommended));
		}
		return this.run.reshard(recommended).doOnSuccess((nothing) -> this.attempts = 0);
	}

	/** After a pause, Discord may accept what it has refused. */
	private Mono<Void> tryAgain() {
		return (this.attempts == 0) ? Mono.empty()
				: Flux.fromIterable(refusedShards())
					.flatMap((shard) -> this.run.startShard(shard.id().number()))
					.then();
	}

	private Mono<Long> pause(ShardId refused, @Nullable Throwable failure) {
		Duration pause = this.firstPause.multipliedBy(Math.min(LONGEST_PAUSE, 1L << Math.min(this.attempts++, 10)));
		String reason = (failure != null) ? String.valueOf(failure.getMessage()) : "";
		this.run.problem(reason);
		logger.warn("Shard " + refused + " is not replaced yet: " + reason + ". Asking Discord again in "
				+ pause.toSeconds() + " s");
		return Mono.delay(pause);
	}

	/**
	 * Asks what to configure.
	 * @param refused the shard that was closed
	 * @return the failure that names it, if that can be found out
	 */
	Mono<FatalCloseException> recommend(ShardId refused) {
		int closeCode = CloseCode.SHARDING_REQUIRED.code();
		return this.recommended.map((number) -> new FatalCloseException(refused, closeCode, number))
			.onErrorResume((failure) -> Mono.just(new FatalCloseException(refused, closeCode)));
	}

	private Mono<Integer> askWhatToConfigure(int configured) {
		return this.planner.ask((problem) -> {
		}).map(GatewayBot::shards).timeout(ANSWER).doOnNext((number) -> {
			String problem = "discord.gateway.sharding.total is " + configured + ", but Discord recommends " + number
					+ " shards now: set it to " + number + ", or leave it out";
			logger.error(problem);
			this.run.problem(problem);
		})
			.doOnError((failure) -> logger
				.warn("Discord does not tell how many shards it recommends: " + failure.getMessage()));
	}

	void dispose() {
		this.work.dispose();
	}

}
