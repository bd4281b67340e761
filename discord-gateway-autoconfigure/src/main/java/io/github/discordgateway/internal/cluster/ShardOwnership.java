package io.github.discordgateway.internal.cluster;

import java.util.List;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says over time which shards of a total run in this process: it grants them, has them
 * handed over, and tells when they are lost.
 */
public interface ShardOwnership extends RemoteShards {

	/**
	 * Begins to take part in running the shards of a total.
	 * @param total the number of shards of the bot
	 * @param runner told which of them are to run here
	 * @return this process's part in it
	 * @throws ImpossibleShardLayoutException when it cannot be told which shards run here
	 */
	Membership join(int total, ShardRunner runner);

	/**
	 * Whether other processes may run the same shards, so that none of them may change
	 * their number by itself.
	 * @return whether it is so
	 */
	boolean isShared();

	/**
	 * Runs shards. They are granted, handed over and lost one after the other.
	 */
	interface ShardRunner {

		/**
		 * Starts shards.
		 * @param leases the right to run them
		 */
		void granted(List<ShardLease> leases);

		/**
		 * Ends a shard so that another process can resume its session.
		 * @param shard which shard
		 * @return completes when the session is saved and the connection is closed. Never
		 * an error
		 */
		Mono<Void> handOver(ShardId shard);

		/**
		 * Ends a shard at once, since another process may run it.
		 * @param shard which shard
		 * @return completes when the connection is closed. Never an error
		 */
		Mono<Void> lost(ShardId shard);

		/**
		 * Keeps the sessions of shards again, since those that were kept are lost.
		 * @param shards shards that run here
		 */
		void keepAgain(List<ShardId> shards);

		/**
		 * Sends a command for another process.
		 * @param shard by which shard
		 * @param command the command as it is sent to Discord
		 * @return completes when it was written; cancelling withdraws it. A
		 * {@link ShardNotHereException} when the shard does not run here
		 */
		Mono<Void> send(ShardId shard, String command);

		/**
		 * Makes a request for another process.
		 * @param shard by which shard
		 * @param request the request as it is sent to Discord
		 * @return the bodies of the answers, each as Discord sent it. A
		 * {@link ShardNotHereException} when the shard does not run here, or is about to
		 * leave and the request was not sent
		 */
		Flux<byte[]> ask(ShardId shard, String request);

		/** No shard is to run here at present: there are enough other processes. */
		void spare();

		/**
		 * Tells that shards cannot be run here at all.
		 * @param failure why
		 */
		void failed(Throwable failure);

		/**
		 * Tells why it is not known which shards run here.
		 * @param problem what is wrong and what to do; {@code null} when nothing is
		 */
		void problem(@Nullable String problem);

	}

	/**
	 * A process's part in running the shards.
	 */
	interface Membership {

		/** Is granted nothing more, and has nothing handed over any more. */
		void leave();

		/**
		 * Leaves the shards to others, when all of them have ended here.
		 * @return completes when that is done
		 */
		Mono<Void> release();

	}

}
