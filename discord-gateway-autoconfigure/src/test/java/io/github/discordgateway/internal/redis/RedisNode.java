package io.github.discordgateway.internal.redis;

import java.time.Duration;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * What one process has of Redis, for tests outside of this room.
 */
public final class RedisNode implements AutoCloseable {

	private final LettuceConnectionFactory factory = EmbeddedRedis.shared().connectionFactory();

	private final RedisAccess access;

	/** A process of a bot that shares nothing with those of other prefixes. */
	public RedisNode(String prefix) {
		this.access = EmbeddedRedis.shared().access(this.factory, prefix);
	}

	public RedisAccess access() {
		return this.access;
	}

	public RedisSessionStore store() {
		return new RedisSessionStore(this.access,
				new RedisOwnership(this.access, new RedisOwnershipSettings(Duration.ofSeconds(15),
						Duration.ofSeconds(5), 2, false, Duration.ofSeconds(30))));
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

}
