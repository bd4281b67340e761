package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.github.discordgateway.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * Ends shards within the time that there is: they read no more, the listeners finish, the
 * sessions are saved while the connections are closed, and the listeners of the life
 * cycle are told.
 */
final class ClusterStop {

	private static final Log logger = LogFactory.getLog(GatewayCluster.class);

	/** Also a stop that took all of its time hands the shards over. */
	private static final Duration RELEASE = Duration.ofSeconds(1);

	private final EventSink sink;

	private final ShutdownBudget budget;

	private final boolean keepSessions;

	ClusterStop(ClusterServices services) {
		this.sink = services.sink();
		this.budget = services.shutdown();
		this.keepSessions = services.keepSessions();
	}

	/**
	 * Ends all shards.
	 * @param running those that run
	 * @param aside those of another total, which keep no sessions
	 * @param lifecycleEvents closed at the end
	 * @return completes when the time is over or nothing is left to be done; never an
	 * error
	 */
	Mono<Void> end(ShardSet running, ShardSet aside, LifecycleEvents lifecycleEvents) {
		List<ShardId> all = Stream.concat(running.ids().stream(), aside.ids().stream()).toList();
		Mono<Void> close = Mono
			.defer(() -> running.stop(this.keepSessions).and(aside.stop(false)).timeout(this.budget.remaining()));
		return handled(aside.drain(false).and(running.drain(this.keepSessions)), all)
			.onErrorResume((failure) -> logged("could not be told to read no more", failure))
			.then(close)
			.onErrorResume((failure) -> logged("did not end in time, and are left to the end of the process", failure))
			.then(Mono.defer(() -> lifecycleEvents.close(this.budget.remaining())))
			.onErrorResume((failure) -> logged("have ended, but not everybody could be told", failure));
	}

	/**
	 * Leaves the shards to other processes, within the time that there is.
	 * @param membership this process's part in running them
	 * @return completes then; never an error
	 */
	Mono<Void> released(ShardOwnership.Membership membership) {
		return Mono.defer(() -> membership.release().timeout(longer(this.budget.remaining(), RELEASE)))
			.onErrorResume((failure) -> logged(
					"have ended, but other processes were not told, and wait until the lease runs out", failure));
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private static Mono<Void> logged(String what, Throwable failure) {
		logger.warn("Shards " + what + ": " + failure);
		return Mono.empty();
	}

	/**
	 * Waits for the listeners, but not too long.
	 * @param drained completes when the shards take no more events
	 * @param shards whose events
	 * @return completes when these are handled, or when the time for it is over
	 */
	Mono<Void> handled(Mono<Void> drained, List<ShardId> shards) {
		Duration limit = this.budget.drain();
		return drained.then(Mono.defer(() -> this.sink.drain(shards)))
			.timeout(limit)
			.onErrorResume(TimeoutException.class, (overdue) -> {
				logger.warn("Listeners are still busy after " + limit.toSeconds()
						+ " s: what they have not handled is not acknowledged"
						+ (this.keepSessions ? ", and comes again after the next start" : ""));
				return Mono.empty();
			});
	}

}
