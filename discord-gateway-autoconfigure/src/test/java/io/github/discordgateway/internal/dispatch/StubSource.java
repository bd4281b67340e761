package io.github.discordgateway.internal.dispatch;

import java.util.function.Consumer;

import io.github.discordgateway.ShardId;

/**
 * A source that tells what it is told.
 */
record StubSource(ShardId shard, Consumer<String> calls) implements EventSource {

	@Override
	public String description() {
		return "Shard " + this.shard;
	}

	@Override
	public void pauseReading(boolean paused) {
		this.calls.accept((paused ? "pause " : "resume ") + this.shard);
	}

	@Override
	public String describeBacklog() {
		return "backlog of " + this.shard;
	}

}
