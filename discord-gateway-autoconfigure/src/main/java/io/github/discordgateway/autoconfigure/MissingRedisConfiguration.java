package io.github.discordgateway.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Fails the start when Redis is asked for, and is not on the class path.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "discord.gateway.coordination", havingValue = "redis")
@Conditional(MissingRedisConfiguration.OnMissingRedis.class)
class MissingRedisConfiguration {

	MissingRedisConfiguration() {
		throw new RedisNotAvailableException(
				"discord.gateway.coordination is redis, but Spring Data Redis with Lettuce is not on the class path",
				"Add the dependency org.springframework.boot:spring-boot-starter-data-redis, or leave "
						+ "discord.gateway.coordination out to run all shards in this process.");
	}

	/** One of the two is missing. */
	static final class OnMissingRedis extends NoneNestedConditions {

		OnMissingRedis() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@ConditionalOnClass(name = { "org.springframework.data.redis.connection.ReactiveRedisConnectionFactory",
				"io.lettuce.core.RedisClient" })
		static class Available {

		}

	}

}
