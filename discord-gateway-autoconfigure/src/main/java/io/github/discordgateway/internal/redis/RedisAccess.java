package io.github.discordgateway.internal.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayToken;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.ReactiveSubscription;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * How Redis is reached. It is the reactive API of Spring Data Redis, since whoever waits
 * for an answer here (a shard for its session, a queue for a turn) is not a thread, and
 * must not become one for each of ten thousand shards. The driver connects, and connects
 * anew, on the calling thread, which is therefore never an event loop.
 */
public final class RedisAccess {

	/** The longest pause before a channel is listened to again. */
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final ReactiveStringRedisTemplate template;

	private final String keyPrefix;

	private final Supplier<GatewayToken> token;

	private final Duration timeout;

	private final LongAdder calls = new LongAdder();

	private final LongAdder failures = new LongAdder();

	private volatile @Nullable RedisKeys keys;

	/**
	 * Makes an access, which connects when it is used.
	 * @param connectionFactory where Redis is
	 * @param keyPrefix what the names of all keys begin with
	 * @param token the bot's token, asked for when it is used
	 * @param timeout limit of one call
	 */
	public RedisAccess(ReactiveRedisConnectionFactory connectionFactory, String keyPrefix, Supplier<GatewayToken> token,
			Duration timeout) {
		this.template = new ReactiveStringRedisTemplate(connectionFactory);
		this.keyPrefix = keyPrefix;
		this.token = token;
		this.timeout = timeout;
	}

	RedisKeys keys() {
		RedisKeys known = this.keys;
		if (known == null) {
			known = new RedisKeys(this.keyPrefix, this.token.get());
			this.keys = known;
		}
		return known;
	}

	/**
	 * Runs a script.
	 * @param script which one
	 * @param scriptKeys its keys
	 * @param arguments its arguments
	 * @return its answer
	 */
	Mono<List<String>> run(RedisScript script, List<String> scriptKeys, List<String> arguments) {
		return call((redis) -> redis.execute(script.script(), scriptKeys, arguments).single());
	}

	/**
	 * Does something with Redis.
	 * @param action what to do
	 * @return its answer; an error when there is none in time
	 */
	<T> Mono<T> call(Function<ReactiveStringRedisTemplate, Mono<T>> action) {
		return Mono.defer(() -> {
			this.calls.increment();
			return action.apply(this.template);
		})
			.subscribeOn(Schedulers.boundedElastic())
			.timeout(this.timeout)
			.onErrorMap(TimeoutException.class,
					(ex) -> new TimeoutException("Redis did not answer within " + this.timeout.toMillis() + " ms"))
			.doOnError((ex) -> this.failures.increment());
	}

	/** Whether it is a Redis Cluster. */
	boolean isCluster() {
		return this.template.getConnectionFactory() instanceof LettuceConnectionFactory lettuce
				&& lettuce.isClusterAware();
	}

	/**
	 * Whether nobody listens where nobody has received something. In a cluster, only the
	 * receivers at one of its servers are counted.
	 * @param node whose channel it was
	 * @return whether that node is gone
	 */
	Mono<Boolean> isAway(String node) {
		return isCluster() ? call((redis) -> redis.hasKey(keys().node(node))).map((lives) -> !lives) : Mono.just(true);
	}

	/**
	 * Listens to channels, and goes on when the connection was lost.
	 * @param channels their names
	 * @return something each time that somebody has published
	 */
	Flux<String> listen(String... channels) {
		return listen(() -> {
		}, channels);
	}

	/**
	 * Listens to channels, and goes on when the connection was lost.
	 * @param listening run each time that nothing is missed from now on
	 * @param channels their names
	 * @return something each time that somebody has published
	 */
	Flux<String> listen(Runnable listening, String... channels) {
		return Flux.defer(() -> this.template.listenToChannelLater(channels))
			.subscribeOn(Schedulers.boundedElastic())
			.doOnNext((messages) -> listening.run())
			.flatMap((messages) -> messages)
			.map(ReactiveSubscription.Message::getMessage)
			.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500)).maxBackoff(LONGEST_PAUSE));
	}

	/**
	 * How often Redis was called.
	 * @return the count since the start
	 */
	public long calls() {
		return this.calls.sum();
	}

	/**
	 * How many calls have failed.
	 * @return the count since the start
	 */
	public long failures() {
		return this.failures.sum();
	}

	/** What went wrong, in words that say where to look. */
	static String describe(Throwable problem) {
		Throwable root = problem;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		String reason = (root.getMessage() != null) ? root.getMessage() : root.getClass().getSimpleName();
		return "Redis cannot be used (" + reason + "): check that it runs, and spring.data.redis.*";
	}

}
