package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.identify.IdentifyPacer;
import io.github.discordgateway.internal.cluster.GatewayCommands;
import io.github.discordgateway.internal.cluster.GatewayRequests;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.redis.RedisAccess;
import io.github.discordgateway.internal.redis.RedisIdentifyPacer;
import io.github.discordgateway.internal.redis.RedisOwnership;
import io.github.discordgateway.internal.redis.RedisRemoteShards;
import io.github.discordgateway.internal.redis.RedisRuntimeHints;
import io.github.discordgateway.internal.redis.RedisSessionStore;
import io.github.discordgateway.internal.shard.CommandWriter;
import io.github.discordgateway.session.SessionStore;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;

/**
 * Shards that several processes share through Redis. Nothing of Redis is touched unless
 * the property asks for it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "discord.gateway.coordination", havingValue = "redis")
@ConditionalOnClass(name = { "org.springframework.data.redis.connection.ReactiveRedisConnectionFactory",
		"io.lettuce.core.RedisClient" })
@Conditional(OnOwnGatewayCondition.class)
@ImportRuntimeHints(RedisRuntimeHints.class)
class GatewayRedisConfiguration {

	private final DiscordGatewayProperties properties;

	GatewayRedisConfiguration(DiscordGatewayProperties properties) {
		this.properties = properties;
	}

	@Bean
	RedisAccess discordGatewayRedisAccess(ObjectProvider<ReactiveRedisConnectionFactory> connectionFactory,
			DiscordGatewayConnectionDetails connectionDetails) {
		ReactiveRedisConnectionFactory factory = connectionFactory.getIfUnique();
		if (factory == null) {
			throw new RedisNotAvailableException(
					"discord.gateway.coordination is redis, but there is not exactly one ReactiveRedisConnectionFactory",
					"Leave Spring Boot's auto-configuration of Redis on, with Lettuce "
							+ "(spring.data.redis.client-type), and mark one connection factory as @Primary when there "
							+ "are several.");
		}
		return new RedisAccess(factory, this.properties.redis().keyPrefix(), connectionDetails::getToken,
				this.properties.redis().callTimeout());
	}

	@Bean
	@Conditional(OnShardsCondition.class)
	RedisOwnership discordGatewayShardOwnership(RedisAccess redis) {
		return new RedisOwnership(redis,
				this.properties.redis().toSettings(this.properties.commands().answerTimeout()));
	}

	@Bean
	@Conditional(OnShardsCondition.class)
	@ConditionalOnMissingBean(SessionStore.class)
	RedisSessionStore discordGatewaySessionStore(RedisAccess redis, RedisOwnership ownership) {
		return new RedisSessionStore(redis, ownership);
	}

	@Bean
	@Conditional(OnShardsCondition.class)
	@ConditionalOnMissingBean(IdentifyPacer.class)
	RedisIdentifyPacer discordGatewayIdentifyPacer(RedisAccess redis) {
		return new RedisIdentifyPacer(redis, Schedulers.parallel(), this.properties.identifyWindow(),
				this.properties.identify().reserve());
	}

	/** Asked for by the gateway of a worker only. */
	@Bean
	@Lazy
	@ConditionalOnProperty(name = "discord.gateway.role", havingValue = "worker")
	RedisRemoteShards discordGatewayRemoteShards(RedisAccess redis) {
		return new RedisRemoteShards(redis,
				this.properties.redis().toSettings(this.properties.commands().answerTimeout()),
				this.properties.sharding().total());
	}

	/**
	 * The names of all keys have the bot's id, so that a missing token fails the start
	 * here, too.
	 */
	@Bean
	@Lazy
	@ConditionalOnProperty(name = "discord.gateway.role", havingValue = "worker")
	GatewayCommands discordGatewayCommandsOfWorker(RedisRemoteShards shards, EventDecoder decoder,
			DiscordGatewayConnectionDetails connectionDetails,
			@Qualifier(DiscordGatewayAutoConfiguration.JSON_MAPPER) JsonMapper mapper) {
		if (this.properties.autoStartup()) {
			connectionDetails.getToken();
		}
		return GatewayCommands.ofOthers(shards, new GatewayRequests(decoder, this.properties.commands().answerTimeout(),
				this.properties.commands().maxPendingAnswerBytes()), new CommandWriter(mapper));
	}

}
