package io.github.discordgateway.internal.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.ShardId;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * How far a start has come.
 */
final class StartProgress {

	private final Sinks.Empty<Void> first = Sinks.empty();

	/** Those that have not been ready; guards itself. */
	private final Set<ShardId> notYetReady = new HashSet<>();

	/**
	 * Waits for the first shard.
	 * @return completes when it is ready; an error when none will be
	 */
	Mono<Void> first() {
		return this.first.asMono();
	}

	void expect(List<ShardId> shards) {
		synchronized (this.notYetReady) {
			this.notYetReady.clear();
			this.notYetReady.addAll(shards);
		}
	}

	void expectMore(List<ShardId> shards) {
		synchronized (this.notYetReady) {
			this.notYetReady.addAll(shards);
		}
	}

	/** A shard does not run here any more. */
	void forget(ShardId shard) {
		synchronized (this.notYetReady) {
			this.notYetReady.remove(shard);
		}
	}

	/** No shard is to run here, which is all right. */
	void spare() {
		this.first.tryEmitEmpty();
	}

	/**
	 * A shard is ready.
	 * @return whether it is the last one
	 */
	boolean ready(ShardId shard) {
		this.first.tryEmitEmpty();
		synchronized (this.notYetReady) {
			return this.notYetReady.remove(shard) && this.notYetReady.isEmpty();
		}
	}

	/** No shard will be ready; of no effect when one was. */
	void failed(Throwable cause) {
		this.first.tryEmitError(cause);
	}

}
