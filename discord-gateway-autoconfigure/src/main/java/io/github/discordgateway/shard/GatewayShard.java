package io.github.discordgateway.shard;

import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.protocol.ShardId;
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
	 * Sends a command as soon as the shard is ready and the send limit allows. Commands
	 * are sent in the order in which they were given.
	 * @param command what to send
	 * @return completes when the frame was written; an error of type
	 * {@link CommandRejectedException} when it will never be
	 * @throws IllegalArgumentException when Discord would refuse the command
	 */
	Mono<Void> send(GatewayCommand command);

}
