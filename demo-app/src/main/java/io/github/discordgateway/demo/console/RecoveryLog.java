package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.lifecycle.AllShardsReady;
import io.github.discordgateway.event.lifecycle.ReadingPaused;
import io.github.discordgateway.event.lifecycle.ReadingResumed;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happened to the shards, told by the gateway's application events. The last lines
 * are kept, so that a page that connects again gets those that it missed.
 */
@Component
class RecoveryLog {

	/** The page shows as many. */
	static final int SIZE = 200;

	private final Sinks.Many<LogEntry> entries = Sinks.many().replay().limit(SIZE);

	private final Map<ShardId, Instant> closedAt = new ConcurrentHashMap<>();

	/**
	 * Lines of a later process are later, as long as there is less than one a
	 * millisecond.
	 */
	private long lastId = System.currentTimeMillis();

	/**
	 * The lines after one that was seen, those to come included.
	 * @param lastSeen the id of that line; 0 for all that are kept
	 * @return the lines; a reader that is too slow for them misses the oldest
	 */
	Flux<LogEntry> after(long lastSeen) {
		return this.entries.asFlux()
			.onBackpressureBuffer(SIZE, BufferOverflowStrategy.DROP_OLDEST)
			.filter((entry) -> entry.id() > lastSeen);
	}

	/** Called by application events and by requests: a sink takes one line at a time. */
	synchronized void add(LogEntry.Kind kind, @Nullable Integer shard, String text) {
		this.lastId++;
		this.entries.tryEmitNext(new LogEntry(this.lastId, Instant.now(), kind, shard, text)).orThrow();
	}

	@EventListener
	void on(ShardDisconnected event) {
		this.closedAt.put(event.shard(), Instant.now());
		add(LogEntry.Kind.CLOSED, event.shard().number(), event.cause().description());
	}

	@EventListener
	void on(ShardResumed event) {
		String missed = (event.replayed() > 0) ? "missed events sent again: " + event.replayed() : "nothing was missed";
		add(LogEntry.Kind.RESUMED, event.shard().number(),
				"the session goes on" + pause(event.shard()) + ", " + missed);
	}

	@EventListener
	void on(SessionLost event) {
		add(LogEntry.Kind.LOST, event.shard().number(), "the session is lost: " + event.cause().description());
	}

	@EventListener
	void on(ShardReady event) {
		add(LogEntry.Kind.READY, event.shard().number(), "a new session" + pause(event.shard()));
	}

	@EventListener
	void on(AllShardsReady event) {
		add(LogEntry.Kind.READY, null, "all shards are ready: " + event.shards().size());
	}

	@EventListener
	void on(ShardFailed event) {
		add(LogEntry.Kind.FAILED, event.shard().number(), "closed for good: " + CloseCode.describe(event.closeCode()));
	}

	@EventListener
	void on(ReadingPaused event) {
		add(LogEntry.Kind.PAUSED, event.shard().number(), "reads no more: its listeners are behind");
	}

	@EventListener
	void on(ReadingResumed event) {
		add(LogEntry.Kind.READING, event.shard().number(), "reads again: its listeners have caught up");
	}

	private String pause(ShardId shard) {
		Instant closed = this.closedAt.remove(shard);
		return (closed != null) ? " after " + Duration.between(closed, Instant.now()).toMillis() + " ms" : "";
	}

}
