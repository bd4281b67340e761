package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.ShardNotHereException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Asks for the node that runs a shard again and again, as long as none does, as during a
 * hand-over.
 */
final class OwnerSearch {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private OwnerSearch() {
	}

	/**
	 * Tries something until the shard runs where it is tried, or the time is over.
	 * @param limit how long
	 * @param attempt given the time that is left; a {@link ShardNotHereException} leads
	 * to the next one
	 * @return what the last attempt returns; a {@link CommandRejectedException} when the
	 * time is over
	 */
	static <T> Flux<T> attempts(Duration limit, Function<Duration, Flux<T>> attempt) {
		return Flux.defer(() -> {
			long deadline = System.nanoTime() + limit.toNanos();
			return Flux.defer(() -> attempt.apply(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 1))))
				.retryWhen(Retry.backoff(Long.MAX_VALUE, PAUSE)
					.maxBackoff(LONGEST_PAUSE)
					.filter((failure) -> failure instanceof ShardNotHereException
							&& System.nanoTime() + LONGEST_PAUSE.toNanos() < deadline));
		})
			.onErrorMap(ShardNotHereException.class,
					(ex) -> new CommandRejectedException(String.valueOf(ex.getMessage())));
	}

	/**
	 * Finds the node that runs a shard.
	 * @param shard which shard
	 * @param owners knows it; empty when nobody does
	 * @return the node; a {@link ShardNotHereException} when nobody runs it
	 */
	static Mono<String> owner(ShardId shard, Function<ShardId, Mono<String>> owners) {
		return owners.apply(shard)
			.switchIfEmpty(Mono.error(() -> new ShardNotHereException("No node runs shard " + shard + " at present")));
	}

	/**
	 * Waits until no answer of another node is missed any more.
	 * @param listening completes then
	 * @param limit how long
	 * @return completes as well; a {@link TimeoutException} when that takes too long
	 */
	static Mono<Void> awaitListening(Mono<Void> listening, Duration limit) {
		return listening.timeout(limit, Mono.error(() -> new TimeoutException("its answer could not be listened for")));
	}

	static ShardNotHereException isGone(String owner, ShardId shard) {
		return new ShardNotHereException("Node " + owner + ", which ran shard " + shard + ", is gone");
	}

}
