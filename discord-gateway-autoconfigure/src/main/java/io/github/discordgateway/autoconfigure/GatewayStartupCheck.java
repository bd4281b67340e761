package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.discordgateway.cluster.GatewayCluster;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;

/**
 * Waits a moment for the first shard after the context is refreshed, so that a token,
 * intent or shard layout that Discord refuses fails the start with an analysis. When
 * Discord does not answer in time the application runs on, and its health tells.
 */
final class GatewayStartupCheck implements ApplicationRunner, Ordered {

	private static final Log logger = LogFactory.getLog(GatewayStartupCheck.class);

	private final Supplier<@Nullable GatewayCluster> cluster;

	private final Duration timeout;

	GatewayStartupCheck(Supplier<@Nullable GatewayCluster> cluster, Duration timeout) {
		this.cluster = cluster;
		this.timeout = timeout;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		GatewayCluster started = this.cluster.get();
		if (started == null || this.timeout.isZero()) {
			return;
		}
		try {
			started.startup().timeout(this.timeout).onErrorResume(TimeoutException.class, (ex) -> {
				logger.warn("No shard was ready within " + this.timeout.toMillis()
						+ " ms (discord.gateway.startup-timeout); the application runs on and the shards keep trying");
				return Mono.empty();
			}).block();
		}
		catch (RuntimeException ex) {
			throw Exceptions.unwrap(ex) instanceof RuntimeException cause ? cause : ex;
		}
	}

	/** Before the application's own runners. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
