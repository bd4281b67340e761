package io.github.discordgateway.internal.cluster;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The shards that run in other processes, as far as they can be asked to do something.
 */
public interface RemoteShards {

	/**
	 * What is known of all processes that share the shards.
	 * @return the state of this moment; {@code null} when none do
	 */
	@Nullable CoordinationSnapshot snapshot();

	/**
	 * The number of shards that the bot's guilds are divided by.
	 * @return the number; empty when it is not known
	 */
	Mono<Integer> total();

	/**
	 * Has a command sent by the process that runs a shard, which is not this one.
	 * @param shard which shard
	 * @param command the command as it is sent to Discord
	 * @return completes when it was written; an error when it was not, or when that is
	 * not known in time. It is sent once at most
	 */
	Mono<Void> send(ShardId shard, String command);

	/**
	 * Has a request made by the process that runs a shard, which is not this one.
	 * @param shard which shard
	 * @param request the request as it is sent to Discord, once at most
	 * @return the bodies of the answers in their order, each as Discord sent it, and no
	 * more of them at a time than are asked for; fails as a request does that is made
	 * here, or when an answer was lost on the way. Cancelling ends it in the other
	 * process, too
	 */
	Flux<byte[]> ask(ShardId shard, String request);

}
