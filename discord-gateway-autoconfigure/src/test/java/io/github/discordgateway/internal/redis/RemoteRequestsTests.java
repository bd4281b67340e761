package io.github.discordgateway.internal.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.RequestOverflowException;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.RequestTimeoutException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.UnansweredRequestException;
import io.github.discordgateway.internal.cluster.ShardNotHereException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RemoteRequests}, between two nodes over a Redis.
 */
class RemoteRequestsTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofSeconds(4);

	private static final ShardId SHARD = new ShardId(3, 8);

	private final String prefix = EmbeddedRedis.newPrefix();

	private final Node asking = new Node();

	private final Node owner = new Node();

	private volatile BiFunction<ShardId, String, Flux<byte[]>> answers = (shard, request) -> Flux.empty();

	private RemoteRequests from;

	private RemoteRequests to;

	private volatile String owning = "owner";

	@AfterEach
	void close() {
		this.asking.close();
		this.owner.close();
	}

	private void connect(Duration limit) {
		this.from = this.asking.route("asking", limit,
				(shard, request) -> Flux.error(new AssertionError("The shard does not run here")));
		this.to = this.owner.route("owner", limit, (shard, request) -> this.answers.apply(shard, request));
	}

	private Flux<String> ask() {
		return this.from.ask(SHARD, "who?").map((body) -> new String(body, StandardCharsets.UTF_8));
	}

	private static Flux<byte[]> bodies(Flux<?> values) {
		return values.map((value) -> value.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(LIMIT);
	}

	private void awaitNothingLeft() {
		eventually().until(() -> this.from.size() == 0 && this.to.size() == 0);
	}

	@Test
	@DisplayName("D14 answers come back in their order, as they are, and no more of them than are asked for")
	void answersWithBackPressure() {
		connect(LIMIT);
		AtomicLong wanted = new AtomicLong();
		this.answers = (shard,
				request) -> bodies(Flux.range(0, 50).map((i) -> shard + " " + request + " \"ü" + i + "\""))
					.doOnRequest(wanted::addAndGet);
		StepVerifier.create(ask(), 0).expectSubscription().then(() -> {
			eventually().until(() -> wanted.get() > 0);
			assertThat(wanted).as("what may be under way").hasValueLessThan(10);
		}).thenRequest(1).expectNext("3/8 who? \"ü0\"").thenRequest(20).expectNextCount(20).then(() -> {
			assertThat(wanted).hasValueLessThan(30);
		})
			.thenRequest(Long.MAX_VALUE)
			.expectNextCount(28)
			.expectNext("3/8 who? \"ü49\"")
			.expectComplete()
			.verify(LIMIT);
		awaitNothingLeft();
	}

	@Test
	@DisplayName("D14 whoever cancels ends the request at the other node, and leaves nothing behind")
	void cancelled() {
		connect(LIMIT);
		AtomicInteger ended = new AtomicInteger();
		this.answers = (shard, request) -> bodies(Flux.just(1)).concatWith(Flux.never())
			.doOnCancel(ended::incrementAndGet);
		StepVerifier.create(ask()).expectNext("1").thenCancel().verify(LIMIT);
		awaitNothingLeft();
		assertThat(ended).hasValue(1);
		Disposable atOnce = ask().subscribe();
		atOnce.dispose();
		awaitNothingLeft();
	}

	@Test
	@DisplayName("D14 a node that dies while it asks leaves nothing behind")
	void theAskerDies() {
		connect(SHORT);
		AtomicInteger ended = new AtomicInteger();
		this.answers = (shard, request) -> bodies(Flux.just(1)).concatWith(Flux.never())
			.doOnCancel(ended::incrementAndGet);
		StepVerifier.create(ask()).expectNext("1").then(this.asking::die).then(() -> {
			eventually().until(() -> ended.get() == 1);
			eventually().until(() -> this.to.size() == 0);
		}).thenCancel().verify(LIMIT);
	}

	@Test
	@DisplayName("D14 a request does not outlive the node that was asked")
	void theOwnerDies() {
		connect(SHORT);
		this.answers = (shard, request) -> bodies(Flux.just(1)).concatWith(Flux.never());
		StepVerifier.create(ask())
			.expectNext("1")
			.then(this.owner::die)
			.expectErrorSatisfies(
					(ex) -> assertThat(ex).isInstanceOf(UnansweredRequestException.class).hasMessageContaining("owner"))
			.verify(LIMIT);
		eventually().until(() -> this.from.size() == 0);
	}

	@Test
	@DisplayName("D14 a node that lives and has no answer yet is waited for, beyond the limit of its silence")
	void waits() {
		connect(SHORT);
		this.answers = (shard, request) -> bodies(Mono.just(1).delayElement(SHORT.multipliedBy(2)).flux());
		assertThat(ask().collectList().block(LIMIT)).containsExactly("1");
		awaitNothingLeft();
	}

	@Test
	@DisplayName("D14 a request that the asked node does not know any more ends")
	void forgotten() {
		connect(SHORT);
		this.answers = (shard, request) -> bodies(Flux.just(1)).concatWith(Flux.never());
		StepVerifier.create(ask()).expectNext("1").then(() -> {
			this.owner.listening.dispose();
			this.to = this.owner.route("owner", SHORT, (shard, request) -> Flux.never());
		}).expectError(UnansweredRequestException.class).verify(LIMIT);
		awaitNothingLeft();
	}

	@ParameterizedTest
	@MethodSource
	@DisplayName("D14 a request fails as it does where it is made")
	void failures(RuntimeException failure) {
		connect(LIMIT);
		this.answers = (shard, request) -> bodies(Flux.just(1)).concatWith(Flux.error(failure));
		StepVerifier.create(ask())
			.expectNext("1")
			.expectErrorSatisfies((ex) -> assertThat(ex).hasSameClassAs(failure).hasMessage(failure.getMessage()))
			.verify(LIMIT);
		awaitNothingLeft();
	}

	static Stream<RuntimeException> failures() {
		return Stream.of(new UnansweredRequestException("ended"), new RequestTimeoutException("too late"),
				new RequestOverflowException("too much"), new CommandRejectedException("too early"));
	}

	@Test
	@DisplayName("D14 that it was asked too often comes with the wait")
	void rateLimited() {
		connect(LIMIT);
		this.answers = (shard, request) -> Flux
			.error(new RequestRateLimitedException("too often", Duration.ofMillis(1234)));
		StepVerifier.create(ask())
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(RequestRateLimitedException.class,
					(limited) -> assertThat(limited.retryAfter()).hasMillis(1234)))
			.verify(LIMIT);
	}

	@Test
	@DisplayName("D14 a request waits while nobody runs the shard, and goes where it runs then")
	void searchesTheOwner() {
		connect(LIMIT);
		AtomicInteger tried = new AtomicInteger();
		this.answers = (shard, request) -> {
			if (tried.incrementAndGet() == 1) {
				// Given away meanwhile, to a node that is gone, and back.
				this.owning = "nobody";
				return Flux.error(new ShardNotHereException("not here"));
			}
			return bodies(Flux.just(2));
		};
		Disposable back = Flux.interval(Duration.ofMillis(500)).subscribe((tick) -> this.owning = "owner");
		StepVerifier.create(ask()).expectNext("2").expectComplete().verify(LIMIT);
		back.dispose();
		awaitNothingLeft();
	}

	@Test
	@DisplayName("D14 a request for a shard that nobody runs is not sent")
	void nobodyRunsTheShard() {
		connect(SHORT);
		this.owning = null;
		assertThatExceptionOfType(CommandRejectedException.class).isThrownBy(() -> ask().blockLast(LIMIT))
			.withMessageContaining("No node runs shard 3/8");
	}

	@Test
	@DisplayName("D14 a part that is lost on the way is noticed, and the request ends")
	void lostOnTheWay() {
		connect(SHORT);
		AtomicInteger ended = new AtomicInteger();
		this.answers = (shard, request) -> bodies(Flux.just(1)).concatWith(Flux.never())
			.doOnCancel(ended::incrementAndGet);
		StepVerifier.create(ask()).expectNext("1").then(() -> {
			// Nobody listens while it is sent.
			this.asking.listening.dispose();
		}).expectError(UnansweredRequestException.class).verify(LIMIT);
		eventually().until(() -> ended.get() == 1);
	}

	/** One process. */
	private final class Node {

		private final LettuceConnectionFactory factory = EmbeddedRedis.shared().connectionFactory();

		private final RedisAccess access = EmbeddedRedis.shared().access(this.factory, RemoteRequestsTests.this.prefix);

		private Disposable listening;

		private boolean dead;

		private RemoteRequests route(String name, Duration limit, BiFunction<ShardId, String, Flux<byte[]>> asker) {
			RemoteRequests route = new RemoteRequests(this.access, name, limit,
					(shard) -> Mono.justOrEmpty(RemoteRequestsTests.this.owning), asker);
			this.listening = route.listen();
			route.listening().block(LIMIT);
			return route;
		}

		/** Its connections end, and it says nothing more. */
		private void die() {
			this.dead = true;
			this.factory.destroy();
		}

		private void close() {
			this.listening.dispose();
			if (!this.dead) {
				this.factory.destroy();
			}
		}

	}

}
