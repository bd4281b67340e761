package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that are connected or can still be resumed, in the order in which they
 * started.
 */
final class SessionRegistry {

	private final Map<String, SimulatedSession> sessions = new LinkedHashMap<>();

	private final Duration lifetime;

	private volatile int replayLimit;

	private final LongSupplier nanoTime;

	SessionRegistry(Duration lifetime, int replayLimit, LongSupplier nanoTime) {
		this.lifetime = lifetime;
		this.replayLimit = replayLimit;
		this.nanoTime = nanoTime;
	}

	/**
	 * Starts a session, which nobody else can reach before READY has its first sequence.
	 * @param connection where it runs
	 * @param shard its shard
	 * @param intents what it subscribes to
	 * @param largeThreshold the number of members above which a guild is large to it
	 * @param ready makes READY from the session's id
	 * @return the session
	 */
	synchronized SimulatedSession start(SimulatedConnection connection, ShardId shard, Set<Intent> intents,
			int largeThreshold, Function<String, OutgoingEvent> ready) {
		String id = UUID.randomUUID().toString().replace("-", "");
		SimulatedSession session = new SimulatedSession(id, shard, intents, largeThreshold, () -> this.replayLimit);
		session.attach(connection);
		session.dispatch(ready.apply(id));
		this.sessions.put(id, session);
		return session;
	}

	void replayLimit(int limit) {
		this.replayLimit = limit;
	}

	synchronized @Nullable SimulatedSession find(String id) {
		removeDead();
		return this.sessions.get(id);
	}

	synchronized List<SimulatedSession> live() {
		removeDead();
		return new ArrayList<>(this.sessions.values());
	}

	synchronized void detach(SimulatedSession session, SimulatedConnection connection) {
		session.detach(connection, this.nanoTime.getAsLong());
	}

	synchronized void end(SimulatedSession session) {
		session.end();
		this.sessions.remove(session.id());
	}

	private void removeDead() {
		long now = this.nanoTime.getAsLong();
		this.sessions.values().removeIf((session) -> session.isDead(this.lifetime, now));
	}

}
