package io.github.discordgateway;

import java.util.Set;

import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.UpdatePresence;
import reactor.core.publisher.Mono;

/**
 * One shard of the bot.
 */
public interface GatewayShard {

	/**
	 * Which shard this is.
	 * @return its number and the total
	 */
	ShardId id();

	/**
	 * What is known of the shard at this moment. May be called from any thread, at any
	 * time.
	 * @return state, session and figures
	 */
	ShardSnapshot snapshot();

	/**
	 * What the shard has counted so far. May be called from any thread, at any time.
	 * @return the counts; a shard that does not count says that nothing has happened
	 */
	default ShardStatistics statistics() {
		return ShardStatistics.NONE;
	}

	/**
	 * The guilds of the shard, as the latest READY and the events after it tell, also
	 * those that have an outage. A session that an earlier process has begun brings the
	 * guilds that were kept with it.
	 * @return their ids; empty as long as they are not known
	 */
	default Set<Snowflake> guildIds() {
		return Set.of();
	}

	/**
	 * Leaves the connection at once and resumes the session on a new one; events that are
	 * missed meanwhile come again. A shard that is not ready is on its way to another
	 * connection already: then nothing changes.
	 * @return completes when the shard is about to do so; an error of type
	 * {@link IllegalStateException} when it has no connection to replace, because it was
	 * not started, is being stopped, or has ended
	 */
	default Mono<Void> reconnect() {
		return Mono.error(() -> new IllegalStateException("Shard " + id() + " cannot be told to reconnect"));
	}

	/**
	 * Sends a command as soon as the shard is ready and the send limit allows, after a
	 * reconnect if need be. Commands are sent in the order in which they were given, each
	 * one once. Of presences, of which Discord allows 5 in 20 seconds, only the newest is
	 * sent: one that still waits is replaced by it, and completes with it.
	 * @param command what to send
	 * @return sends when it is subscribed to, and completes when the frame was written,
	 * which tells nothing of what Discord does with it; an error of type
	 * {@link CommandRejectedException} when it will never be, because the shard has ended
	 * or too many commands wait. Cancelling takes a command back that still waits.
	 * @throws IllegalArgumentException when Discord would refuse the command
	 */
	Mono<Void> send(GatewayCommand command);

	/**
	 * Shows the bot with another presence to the guilds of this shard. The shard keeps it
	 * when it has to begin a new session.
	 * @param presence what to show
	 * @return as {@link #send}
	 */
	default Mono<Void> updatePresence(UpdatePresence presence) {
		return send(presence);
	}

}
