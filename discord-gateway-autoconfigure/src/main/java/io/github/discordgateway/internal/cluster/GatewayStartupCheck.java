package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.internal.transport.ConnectFailures;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;

/**
 * Waits for the first shard after the context is refreshed, so that a token, intent or
 * shard layout that Discord refuses fails the start with an analysis. When Discord does
 * not answer in time the application runs on, and its health tells, unless it shall fail.
 */
public final class GatewayStartupCheck implements ApplicationRunner, Ordered {

	private static final Log logger = LogFactory.getLog(GatewayStartupCheck.class);

	private final Supplier<@Nullable GatewayCluster> cluster;

	private final Duration timeout;

	private final boolean failFast;

	private final ConnectFailures failures;

	/**
	 * Makes a check.
	 * @param cluster has the shards; {@code null} when the application runs none
	 * @param timeout how long to wait for the first shard; zero to not wait
	 * @param failFast whether the application shall not start when none is ready by then
	 * @param failures knows why Discord cannot be reached
	 */
	public GatewayStartupCheck(Supplier<@Nullable GatewayCluster> cluster, Duration timeout, boolean failFast,
			ConnectFailures failures) {
		this.cluster = cluster;
		this.timeout = timeout;
		this.failFast = failFast;
		this.failures = failures;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		GatewayCluster started = this.cluster.get();
		if (started == null || !started.isRunning() || this.timeout.isZero()) {
			return;
		}
		try {
			started.startup()
				.timeout(this.timeout)
				.onErrorResume(TimeoutException.class, (overdue) -> overdue(started))
				// Whoever stops the application meanwhile does not need to be told.
				.onErrorComplete(CancellationException.class)
				.block();
		}
		catch (RuntimeException ex) {
			throw Exceptions.unwrap(ex) instanceof RuntimeException cause ? cause : ex;
		}
	}

	private Mono<Void> overdue(GatewayCluster cluster) {
		if (this.failFast) {
			return Mono.error(new GatewayStartupTimeoutException(this.timeout, problem(cluster), this.failures.last(),
					remedy(cluster)));
		}
		String problem = problem(cluster);
		logger.warn("No shard was ready within " + this.timeout.toMillis() + " ms (discord.gateway.startup-timeout)"
				+ ((problem != null) ? ": " + problem : "") + "; the application runs on and the shards keep trying");
		return Mono.empty();
	}

	private static @Nullable String remedy(GatewayCluster cluster) {
		CoordinationSnapshot coordination = cluster.coordination();
		return (coordination != null && coordination.problem() != null)
				? "Start Redis, or correct spring.data.redis.*: it is there that processes agree on who runs which shard."
				: null;
	}

	/** What kept the shards from being ready, as far as it is known. */
	private static @Nullable String problem(GatewayCluster cluster) {
		String problem = cluster.problem();
		if (problem != null) {
			return problem;
		}
		for (GatewayShard shard : cluster.shards()) {
			ShardSnapshot snapshot = shard.snapshot();
			IdentifyRefusal refusal = snapshot.identifyRefusal();
			if (refusal != null) {
				return "shard " + shard.id() + " gets no session: " + refusal.problem();
			}
			DisconnectCause cause = snapshot.lastDisconnect();
			if (cause != null) {
				return "the connection of shard " + shard.id() + " " + cause.description();
			}
		}
		return null;
	}

	/** Before the application's own runners. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
