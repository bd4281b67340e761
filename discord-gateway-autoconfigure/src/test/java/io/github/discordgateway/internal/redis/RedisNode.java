package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.internal.cluster.ShardLease;
import io.github.discordgateway.internal.cluster.ShardOwnership;
import org.awaitility.Awaitility;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * What one process has of Redis, for tests outside of this room.
 */
public final class RedisNode implements AutoCloseable {

	private final LettuceConnectionFactory factory = EmbeddedRedis.shared().connectionFactory();

	private final RedisAccess access;

	private final RedisOwnership ownership;

	private ShardOwnership.Membership membership;

	/** A process of a bot that shares nothing with those of other prefixes. */
	public RedisNode(String prefix) {
		this.access = EmbeddedRedis.shared().access(this.factory, prefix);
		this.ownership = new RedisOwnership(this.access, new RedisOwnershipSettings(Duration.ofSeconds(15),
				Duration.ofSeconds(5), 2, false, Duration.ofSeconds(30)));
	}

	public RedisAccess access() {
		return this.access;
	}

	public RedisSessionStore store() {
		return new RedisSessionStore(this.access, this.ownership);
	}

	/** Takes part in running shards. */
	public void join(int total) {
		this.membership = this.ownership.join(total, new IdleRunner());
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.ownership.snapshot() != null && this.ownership.snapshot().problem() == null);
	}

	/** Leaves the others in good order. */
	public void leave() {
		this.membership.leave();
		this.membership.release().block(Duration.ofSeconds(30));
	}

	/** Ends without a word to anybody. */
	public void crash() {
		close();
		this.membership.release().onErrorComplete().block(Duration.ofSeconds(60));
	}

	/**
	 * How many identifies are left by what stands in Redis; empty when nobody has told.
	 */
	public String identifiesLeft() {
		return this.access.call((redis) -> redis.opsForValue().get(this.access.keys().identify("left")))
			.defaultIfEmpty("")
			.block(Duration.ofSeconds(30));
	}

	@Override
	public void close() {
		this.factory.destroy();
	}

	/** Is given shards, and does nothing with them. */
	static class IdleRunner implements ShardOwnership.ShardRunner {

		@Override
		public void granted(List<ShardLease> leases) {
		}

		@Override
		public Mono<Void> handOver(ShardId shard) {
			return Mono.empty();
		}

		@Override
		public Mono<Void> lost(ShardId shard) {
			return Mono.empty();
		}

		@Override
		public void keepAgain(List<ShardId> shards) {
		}

		@Override
		public Mono<Void> send(ShardId shard, String command) {
			return Mono.empty();
		}

		@Override
		public Flux<byte[]> ask(ShardId shard, String request) {
			return Flux.empty();
		}

		@Override
		public void spare() {
		}

		@Override
		public void failed(Throwable failure) {
		}

		@Override
		public void problem(String problem) {
		}

	}

}
