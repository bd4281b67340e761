package io.github.discordgateway.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.ShardNotice;
import io.github.discordgateway.shard.ShardWatcher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings the shards of another total up beside those that run, and hands over to them.
 *
 * <p>
 * The new shards are silent until all of them are ready. From then on both sets receive
 * every event, the one a little earlier or later than the other, and with other
 * sequences. What the listeners get from the old shards is noted; after the window what
 * the new shards receive is parked; after the window once more the old shards read no
 * further. Then what is parked is handed on, and what comes next, but for what was noted.
 * An event whose two copies come further apart than the window may come twice or not at
 * all; and one whose copies are not alike comes twice.
 */
final class Resharding implements ShardWatcher {

	private final ShardWatcher watcher;

	private final Set<ShardId> waitedFor = ConcurrentHashMap.newKeySet();

	private final Sinks.Empty<Void> ready = Sinks.empty();

	private final Overlap overlap = new Overlap();

	private final Duration window;

	/**
	 * Begins.
	 * @param layout the shards to come
	 * @param window the time by which the copies of an event may be apart
	 * @param watcher told about the new shards, too
	 */
	Resharding(ShardLayout layout, Duration window, ShardWatcher watcher) {
		this.waitedFor.addAll(layout.shards());
		this.window = window;
		this.watcher = watcher;
	}

	@Override
	public void onNotice(ShardId shard, ShardNotice notice) {
		this.watcher.onNotice(shard, notice);
		if (notice instanceof ShardNotice.Failed failed) {
			this.ready.tryEmitError(new FatalCloseException(shard, failed.closeCode()));
		}
		else if (notice instanceof ShardNotice.Ready || notice instanceof ShardNotice.Resumed) {
			this.waitedFor.remove(shard);
			if (this.waitedFor.isEmpty()) {
				this.ready.tryEmitEmpty();
			}
		}
	}

	/**
	 * Hands over.
	 * @param old the shards that run
	 * @param next the new shards, started and silent
	 * @param change makes the new shards those that run
	 * @param oldHandled completes when the listeners have handled what the old shards
	 * received
	 * @return completes when the new shards have taken over; an error when they could
	 * not, and the old ones run on
	 */
	Mono<Void> handOver(ShardSet old, ShardSet next, Runnable change, Supplier<Mono<Void>> oldHandled) {
		Mono<Void> bothReceive = this.ready.asMono()
			.then(old.outlets((outlet) -> outlet.note(this.overlap)))
			.then(Mono.delay(this.window))
			.then(next.outlets(Outlet::park))
			.then(Mono.delay(this.window))
			.then()
			.doOnError((failure) -> old.outlets((outlet) -> outlet.note(null)).subscribe())
			.doOnCancel(() -> old.outlets((outlet) -> outlet.note(null)).subscribe());
		Mono<Void> switchOver = Mono.fromRunnable(change)
			.then(old.drain(false))
			.doOnSuccess((nothing) -> next.holdReading(true))
			.then(Mono.defer(oldHandled))
			.then(next.outlets((outlet) -> outlet.open(this.overlap)))
			.doOnSuccess((nothing) -> next.holdReading(false))
			.then(Mono.delay(this.window))
			.then(next.outlets(Outlet::settle));
		return bothReceive.then(switchOver);
	}

}
