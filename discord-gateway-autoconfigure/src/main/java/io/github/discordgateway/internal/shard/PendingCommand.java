package io.github.discordgateway.internal.shard;

import java.util.List;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.command.UpdatePresence;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/**
 * A command on its way, and who waits for it to be written. Touched on the shard's event
 * loop only.
 */
final class PendingCommand {

	private final String json;

	private final @Nullable UpdatePresence presence;

	private final MonoSink<Void> sink;

	/** The place in the order in which commands were given. */
	private long number;

	/** Older presences that are settled with this one, once it is being sent. */
	private List<PendingCommand> replaced = List.of();

	private boolean cancelled;

	PendingCommand(String json, @Nullable UpdatePresence presence, MonoSink<Void> sink) {
		this.json = json;
		this.presence = presence;
		this.sink = sink;
	}

	String json() {
		return this.json;
	}

	/** What the command shows the bot as; null when it is about something else. */
	@Nullable UpdatePresence presence() {
		return this.presence;
	}

	long number() {
		return this.number;
	}

	void number(long given) {
		this.number = given;
	}

	List<PendingCommand> replaced() {
		return this.replaced;
	}

	void replaced(List<PendingCommand> older) {
		this.replaced = older;
	}

	boolean isCancelled() {
		return this.cancelled;
	}

	void cancelled() {
		this.cancelled = true;
	}

	/** Has the task run when nobody waits any more. */
	void onCancel(Runnable task) {
		this.sink.onCancel(task::run);
	}

	void written() {
		this.sink.success();
		this.replaced.forEach(PendingCommand::written);
	}

	void reject(String reason) {
		this.sink.error(new CommandRejectedException(reason));
		this.replaced.forEach((older) -> older.reject(reason));
	}

}
