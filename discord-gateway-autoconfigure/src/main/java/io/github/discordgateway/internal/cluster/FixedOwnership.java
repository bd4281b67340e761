package io.github.discordgateway.internal.cluster;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The ownership of a process that knows its part of each total from its configuration:
 * all of it is granted at once, and for good.
 */
public final class FixedOwnership implements ShardOwnership {

	private static final Membership MEMBERSHIP = new Membership() {

		@Override
		public void leave() {
			// Nothing more is granted anyhow.
		}

		@Override
		public Mono<Void> release() {
			return Mono.empty();
		}

	};

	private final ShardSplit split;

	/**
	 * Makes an ownership.
	 * @param split which shards of a total run here
	 */
	public FixedOwnership(ShardSplit split) {
		this.split = split;
	}

	@Override
	public Membership join(int total, ShardRunner runner) {
		runner.granted(this.split.layout(total).shards().stream().map(ShardLease::exclusive).toList());
		return MEMBERSHIP;
	}

	@Override
	public boolean isShared() {
		return false;
	}

	@Override
	public Mono<Integer> total() {
		return Mono.empty();
	}

	@Override
	public Mono<Void> send(ShardId shard, String command) {
		return Mono.error(() -> notHere(shard));
	}

	@Override
	public Flux<byte[]> ask(ShardId shard, String request) {
		return Flux.error(() -> notHere(shard));
	}

	private static ShardNotHereException notHere(ShardId shard) {
		return new ShardNotHereException("Shard " + shard + " does not run here");
	}

	@Override
	public @Nullable CoordinationSnapshot snapshot() {
		return null;
	}

}
