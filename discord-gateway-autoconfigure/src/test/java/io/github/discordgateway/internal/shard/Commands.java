package io.github.discordgateway.internal.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.discordgateway.command.UpdatePresence;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Makes commands for tests, and notes what becomes of them.
 */
final class Commands {

	/** What became of commands, in order: their text, and how they ended. */
	final List<String> outcomes = new ArrayList<>();

	static PendingCommand command(String json) {
		return new Commands().give(json, null);
	}

	PendingCommand give(String json) {
		return give(json, null);
	}

	PendingCommand presence(String json) {
		return give(json, UpdatePresence.of(UpdatePresence.Status.ONLINE));
	}

	private PendingCommand give(String json, @Nullable UpdatePresence presence) {
		AtomicReference<MonoSink<Void>> sink = new AtomicReference<>();
		Mono.<Void>create(sink::set)
			.subscribe(null, (problem) -> this.outcomes.add(json + ": " + problem.getMessage()),
					() -> this.outcomes.add(json + " written"));
		return new PendingCommand(json, presence, sink.get());
	}

}
