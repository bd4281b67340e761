package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.discordgateway.protocol.GatewayToken;
import io.github.discordgateway.protocol.ShardId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SessionKeeper}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionKeeperTests {

	private static final GatewayToken TOKEN = GatewayToken.of("the.secret.token");

	private static final SessionTerms TERMS = new SessionTerms(513, 10, "json", "zlib-stream");

	private static final ShardId SHARD = new ShardId(1, 4);

	private static final ShardId OTHER_SHARD = new ShardId(2, 4);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final ControlledStore store = new ControlledStore();

	private final SessionKeeper keeper = keeper(this.store, TOKEN, TERMS);

	private SessionKeeper keeper(SessionStore used, GatewayToken token, SessionTerms terms) {
		return new SessionKeeper(used, token, terms, this.time);
	}

	private static Session session(long sequence) {
		return new Session("a-session-id", "wss://resume.example.org", sequence);
	}

	/** Subscribes; the answer tells whether it has completed. */
	private static AtomicBoolean start(Mono<Void> change) {
		AtomicBoolean done = new AtomicBoolean();
		change.subscribe(null, null, () -> done.set(true));
		return done;
	}

	@Test
	@DisplayName("C22 a stored session that fits is found by the next process")
	void findsASessionThatFits() {
		InMemorySessionStore shared = new InMemorySessionStore();
		keeper(shared, TOKEN, TERMS).save(SHARD, session(42)).block();
		SessionKeeper next = keeper(shared, TOKEN, new SessionTerms(513, 10, "json", "none"));
		assertThat(next.load(SHARD).block()).isEqualTo(session(42));
		assertThat(next.load(OTHER_SHARD).block()).isNull();
	}

	@Test
	@DisplayName("C22 a stored session whose shard count, intents, token, version or encoding differ is not used")
	void refusesASessionThatDoesNotFit(CapturedOutput output) {
		InMemorySessionStore shared = new InMemorySessionStore();
		keeper(shared, TOKEN, TERMS).save(SHARD, session(42)).block();
		assertThat(keeper(shared, TOKEN, TERMS).load(new ShardId(1, 8)).block()).isNull();
		assertThat(keeper(shared, GatewayToken.of("other"), TERMS).load(SHARD).block()).isNull();
		assertThat(output).contains("the token was another");
		assertThat(load(shared, new SessionTerms(512, 10, "json", "zlib-stream"))).isNull();
		assertThat(output).contains("the intents were 513 and are 512");
		assertThat(load(shared, new SessionTerms(513, 11, "json", "zlib-stream"))).isNull();
		assertThat(output).contains("the version of the gateway was 10 and is 11");
		assertThat(load(shared, new SessionTerms(513, 10, "etf", "zlib-stream"))).isNull();
		assertThat(output).contains("the encoding was json and is etf");
		assertThat(output).doesNotContain(TOKEN.reveal()).doesNotContain("a-session-id");
	}

	private Session load(SessionStore shared, SessionTerms terms) {
		return keeper(shared, TOKEN, terms).load(SHARD).block();
	}

	@Test
	@DisplayName("C22 a store that hands out the session of another shard count is not believed")
	void refusesTheSessionOfAnotherShard(CapturedOutput output) {
		this.store.loaded = Mono
			.just(new StoredSession(new ShardId(1, 2), session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH));
		assertThat(this.keeper.load(SHARD).block()).isNull();
		assertThat(output).contains("it is of shard 1/2");
	}

	@Test
	void anOldSessionIsTried() {
		this.store.loaded = Mono.just(new StoredSession(SHARD, session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH));
		assertThat(this.keeper.load(SHARD).block()).isEqualTo(session(1));
	}

	@Test
	void aStoreThatCannotBeReadHasNoSession(CapturedOutput output) {
		this.store.loaded = Mono.error(new SessionStoreException("the disk is on fire", null));
		assertThat(this.keeper.load(SHARD).block()).isNull();
		assertThat(output).contains("WARN").contains("Shard 1/4 begins a new session").contains("the disk is on fire");
		assertThat(this.keeper.failures()).isOne();
	}

	@Test
	void aStoreThatHangsHasNoSession() {
		this.store.loaded = Mono.never();
		StepVerifier.withVirtualTime(() -> this.keeper.load(SHARD), () -> this.time, 1)
			.expectSubscription()
			.expectNoEvent(SessionKeeper.TIMEOUT.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectComplete()
			.verify(Duration.ofSeconds(30));
		assertThat(this.keeper.failures()).isOne();
	}

	@Test
	void savesWhatTellsWhetherASessionFits() {
		this.time.advanceTimeBy(Duration.ofHours(1));
		start(this.keeper.save(SHARD, session(7)));
		StoredSession saved = this.store.saved.get(0);
		assertThat(saved.shard()).isEqualTo(SHARD);
		assertThat(saved.session()).isEqualTo(session(7));
		assertThat(saved.terms()).isEqualTo(TERMS);
		assertThat(saved.token().matches(TOKEN)).isTrue();
		assertThat(saved.token().matches(GatewayToken.of("other"))).isFalse();
		assertThat(saved.savedAt()).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(1)));
		assertThat(saved.toString()).doesNotContain("a-session-id").doesNotContain(saved.token().hash());
	}

	@Test
	void nothingIsSavedBeforeTheSubscription() {
		Mono<Void> save = this.keeper.save(SHARD, session(1));
		assertThat(this.store.log).isEmpty();
		start(save);
		assertThat(this.store.log).containsExactly("save 1/4 at 1");
	}

	@Test
	void makesOneChangeOfAShardAtATimeAndTheLatestNext() {
		AtomicBoolean first = start(this.keeper.save(SHARD, session(1)));
		AtomicBoolean second = start(this.keeper.save(SHARD, session(2)));
		AtomicBoolean third = start(this.keeper.save(SHARD, session(3)));
		assertThat(this.store.log).containsExactly("save 1/4 at 1");
		assertThat(first).isFalse();
		this.store.complete();
		assertThat(first).isTrue();
		assertThat(second).isFalse();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 1/4 at 3");
		this.store.complete();
		assertThat(second).as("a later state is stored").isTrue();
		assertThat(third).isTrue();
		assertThat(this.keeper.saves()).isEqualTo(2);
		assertThat(this.keeper.failures()).isZero();
	}

	@Test
	void keepsTheOrderOfSavesAndRemovals() {
		start(this.keeper.save(SHARD, session(1)));
		start(this.keeper.save(SHARD, session(2)));
		start(this.keeper.remove(SHARD));
		this.store.complete();
		start(this.keeper.save(SHARD, session(3)));
		this.store.complete();
		this.store.complete();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "remove 1/4", "save 1/4 at 3");
	}

	@Test
	void shardsDoNotWaitForEachOther() {
		start(this.keeper.save(SHARD, session(1)));
		start(this.keeper.save(OTHER_SHARD, session(2)));
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 2/4 at 2");
	}

	@Test
	void whoWaitsNoLongerDoesNotUndoTheChange() {
		start(this.keeper.save(SHARD, session(1)));
		this.keeper.save(SHARD, session(2)).subscribe().dispose();
		this.store.complete();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 1/4 at 2");
	}

	@Test
	void aStoreThatFailsIsReportedOnceAndTriedAgain(CapturedOutput output) {
		for (int i = 0; i < 5; i++) {
			AtomicBoolean save = start(this.keeper.save(SHARD, session(i)));
			this.store.fail(new SessionStoreException("the disk is full", null));
			assertThat(save).isTrue();
		}
		assertThat(this.keeper.failures()).isEqualTo(5);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "the disk is full")).isOne();
		start(this.keeper.save(SHARD, session(6)));
		this.store.complete();
		assertThat(output).contains("The session of shard 1/4 is saved again");
		start(this.keeper.save(SHARD, session(7)));
		this.store.fail(new SessionStoreException("the disk is full", null));
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "the disk is full")).isEqualTo(2);
		assertThat(this.keeper.saves()).isOne();
	}

	@Test
	void aStoreThatThrowsIsAStoreThatFails() {
		SessionKeeper throwing = keeper(new SessionStore() {

			@Override
			public Mono<StoredSession> load(ShardId shard) {
				throw new IllegalStateException("load");
			}

			@Override
			public Mono<Void> save(StoredSession session) {
				throw new IllegalStateException("save");
			}

			@Override
			public Mono<Void> remove(ShardId shard) {
				return null;
			}

		}, TOKEN, TERMS);
		throwing.load(SHARD).as(StepVerifier::create).expectComplete().verify(Duration.ofSeconds(30));
		throwing.save(SHARD, session(1)).as(StepVerifier::create).expectComplete().verify(Duration.ofSeconds(30));
		throwing.remove(SHARD).as(StepVerifier::create).expectComplete().verify(Duration.ofSeconds(30));
		assertThat(throwing.failures()).isEqualTo(3);
	}

	@Test
	void aSaveThatHangsIsGivenUpForTheNext() {
		AtomicBoolean hanging = start(this.keeper.save(SHARD, session(1)));
		AtomicBoolean next = start(this.keeper.save(SHARD, session(2)));
		this.time.advanceTimeBy(SessionKeeper.TIMEOUT.minusMillis(1));
		assertThat(hanging).isFalse();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(hanging).isTrue();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "cancelled", "save 1/4 at 2");
		this.store.complete();
		assertThat(next).isTrue();
		assertThat(this.keeper.failures()).isOne();
		assertThat(this.keeper.saves()).isOne();
	}

	@Test
	void manyThreadsNeverWriteOneShardAtTheSameTimeAndTheLastOneWins() {
		InMemorySessionStore memory = new InMemorySessionStore();
		AtomicInteger writers = new AtomicInteger();
		AtomicInteger clashes = new AtomicInteger();
		Scheduler elsewhere = Schedulers.newParallel("session-keeper-test", 4);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			SessionKeeper contended = new SessionKeeper(new SessionStore() {

				@Override
				public Mono<StoredSession> load(ShardId shard) {
					return memory.load(shard);
				}

				@Override
				public Mono<Void> save(StoredSession session) {
					return Mono.defer(() -> {
						clashes.addAndGet((writers.incrementAndGet() > 1) ? 1 : 0);
						return memory.save(session);
					}).subscribeOn(elsewhere).then(Mono.fromRunnable(writers::decrementAndGet));
				}

				@Override
				public Mono<Void> remove(ShardId shard) {
					return memory.remove(shard);
				}

			}, TOKEN, TERMS);
			Flux.fromStream(IntStream.range(0, 2000).boxed())
				.flatMap((i) -> contended.save(SHARD, session(i)).subscribeOn(Schedulers.fromExecutor(threads)), 64)
				.then(contended.save(SHARD, session(2000)))
				.as(StepVerifier::create)
				.expectComplete()
				.verify(Duration.ofSeconds(30));
			assertThat(clashes).hasValue(0);
			assertThat(memory.load(SHARD).map((stored) -> stored.session().sequence()).block()).isEqualTo(2000);
			assertThat(contended.failures()).isZero();
		}
		finally {
			threads.shutdownNow();
			elsewhere.dispose();
		}
	}

	/** Does what the test says, when it says so. */
	private static final class ControlledStore implements SessionStore {

		private final List<String> log = new ArrayList<>();

		private final List<StoredSession> saved = new ArrayList<>();

		private Mono<StoredSession> loaded = Mono.empty();

		private Sinks.Empty<Void> underWay = Sinks.empty();

		@Override
		public Mono<StoredSession> load(ShardId shard) {
			return this.loaded;
		}

		@Override
		public Mono<Void> save(StoredSession session) {
			return access("save " + session.shard() + " at " + session.session().sequence())
				.doOnSubscribe((subscription) -> this.saved.add(session));
		}

		@Override
		public Mono<Void> remove(ShardId shard) {
			return access("remove " + shard);
		}

		private Mono<Void> access(String what) {
			return Mono.defer(() -> {
				this.log.add(what);
				this.underWay = Sinks.empty();
				return this.underWay.asMono().doOnCancel(() -> this.log.add("cancelled"));
			});
		}

		private void complete() {
			this.underWay.tryEmitEmpty();
		}

		private void fail(Throwable problem) {
			this.underWay.tryEmitError(problem);
		}

	}

}
