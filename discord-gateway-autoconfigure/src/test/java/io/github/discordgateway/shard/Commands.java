package io.github.discordgateway.shard;

import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Makes commands for tests.
 */
final class Commands {

	private Commands() {
	}

	static PendingCommand command(String json) {
		AtomicReference<MonoSink<Void>> sink = new AtomicReference<>();
		Mono.<Void>create(sink::set).onErrorComplete().subscribe();
		return new PendingCommand(json, sink.get());
	}

}
