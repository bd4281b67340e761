package io.github.discordgateway.shard;

import reactor.core.publisher.MonoSink;

/**
 * A command on its way, and who waits for it to be written.
 */
final class PendingCommand {

	private final String json;

	private final MonoSink<Void> sink;

	PendingCommand(String json, MonoSink<Void> sink) {
		this.json = json;
		this.sink = sink;
	}

	String json() {
		return this.json;
	}

	void written() {
		this.sink.success();
	}

	void reject(String reason) {
		this.sink.error(new CommandRejectedException(reason));
	}

}
