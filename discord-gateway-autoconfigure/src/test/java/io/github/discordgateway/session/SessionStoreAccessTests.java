package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
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
 * Tests for {@link SessionStoreAccess}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionStoreAccessTests {

	private static final GatewayToken TOKEN = GatewayToken.of("the.secret.token");

	private static final SessionTerms TERMS = new SessionTerms(513, 10, "json", "zlib-stream");

	private static final Duration LOAD_TIMEOUT = Duration.ofSeconds(30);

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final ShardId SHARD = new ShardId(1, 4);

	private static final ShardId OTHER_SHARD = new ShardId(2, 4);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final ControlledStore store = new ControlledStore();

	private final SessionStoreAccess access = access(this.store, TOKEN, TERMS);

	private SessionStoreAccess access(SessionStore used, GatewayToken token, SessionTerms terms) {
		return new SessionStoreAccess(used, token, terms, LOAD_TIMEOUT, INTERVAL, this.time);
	}

	private static Session session(long sequence) {
		return new Session("a-session-id", "wss://resume.example.org", sequence);
	}

	private final List<String> problems = new ArrayList<>();

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
		access(shared, TOKEN, TERMS).save(SHARD, session(42)).block();
		SessionStoreAccess next = access(shared, TOKEN, new SessionTerms(513, 10, "json", "none"));
		assertThat(load(next, SHARD)).isEqualTo(session(42));
		assertThat(load(next, OTHER_SHARD)).isNull();
	}

	@Test
	@DisplayName("C22 a stored session whose shard count, intents, token, version or encoding differ is not used")
	void refusesASessionThatDoesNotFit(CapturedOutput output) {
		InMemorySessionStore shared = new InMemorySessionStore();
		access(shared, TOKEN, TERMS).save(SHARD, session(42)).block();
		assertThat(load(access(shared, TOKEN, TERMS), new ShardId(1, 8))).isNull();
		assertThat(load(access(shared, GatewayToken.of("other"), TERMS), SHARD)).isNull();
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
		return load(access(shared, TOKEN, terms), SHARD);
	}

	private Session load(SessionStoreAccess used, ShardId shard) {
		return used.load(shard, this.problems::add).block(PATIENCE);
	}

	@Test
	@DisplayName("C22 a store that hands out the session of another shard count is not believed")
	void refusesTheSessionOfAnotherShard(CapturedOutput output) {
		this.store.loaded = Mono
			.just(new StoredSession(new ShardId(1, 2), session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH));
		assertThat(load(this.access, SHARD)).isNull();
		assertThat(output).contains("it is of shard 1/2");
	}

	@Test
	void anOldSessionIsTried() {
		this.store.loaded = Mono.just(new StoredSession(SHARD, session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH));
		assertThat(load(this.access, SHARD)).isEqualTo(session(1));
	}

	@Test
	@DisplayName("C63 a store that fails is asked again, after pauses that grow, until it answers")
	void aStoreThatFailsIsAskedAgain(CapturedOutput output) {
		StoredSession stored = new StoredSession(SHARD, session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH);
		AtomicInteger accesses = new AtomicInteger();
		this.store.loaded = Mono.defer(() -> (accesses.incrementAndGet() < 8)
				? Mono.error(new SessionStoreException("the disk is on fire", null)) : Mono.just(stored));
		AtomicReference<Session> loaded = new AtomicReference<>();
		this.access.load(SHARD, this.problems::add).subscribe(loaded::set);
		Duration[] pauses = { Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
				Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5) };
		for (int i = 0; i < pauses.length; i++) {
			assertThat(accesses).hasValue(i + 1);
			assertThat(this.problems).hasSize(i + 1).containsOnly("the disk is on fire");
			this.time.advanceTimeBy(pauses[i].minusMillis(1));
			assertThat(accesses).hasValue(i + 1);
			this.time.advanceTimeBy(Duration.ofMillis(1));
		}
		assertThat(loaded).hasValue(session(1));
		assertThat(this.access.failures()).isEqualTo(7);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "the disk is on fire")).isOne();
		assertThat(output).contains("The stored session of shard 1/4 cannot be loaded")
			.contains("Stored sessions can be loaded again");
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(accesses).as("nothing is left running").hasValue(8);
	}

	@Test
	@DisplayName("C63 a store that fails for the whole time is not an empty one")
	void aStoreThatFailsForTheWholeTimeIsAnError(CapturedOutput output) {
		this.store.loaded = Mono.error(new SessionStoreException("the disk is on fire", null));
		StepVerifier load = StepVerifier.create(this.access.load(SHARD, this.problems::add))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessage("The stored session of shard 1/4 could not be loaded within 30 s: the disk is on fire"))
			.verifyLater();
		this.time.advanceTimeBy(LOAD_TIMEOUT);
		load.verify(PATIENCE);
		assertThat(output).contains("could not be loaded within 30 s");
		int told = this.problems.size();
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(this.problems).as("nothing is left running").hasSize(told);
	}

	@Test
	@DisplayName("C63 a store that answers after 6 s does not cost the session")
	void aLateAnswerCounts() {
		StoredSession stored = new StoredSession(SHARD, session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH);
		AtomicInteger accesses = new AtomicInteger();
		this.store.loaded = Mono.defer(() -> {
			accesses.incrementAndGet();
			return Mono.just(stored).delayElement(Duration.ofSeconds(6), this.time);
		});
		AtomicReference<Session> loaded = new AtomicReference<>();
		this.access.load(SHARD, this.problems::add).subscribe(loaded::set);
		this.time.advanceTimeBy(Duration.ofSeconds(6).minusMillis(1));
		assertThat(loaded).hasValue(null);
		assertThat(this.problems).containsExactly("the store did not answer within 5 s");
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(loaded).hasValue(session(1));
		assertThat(accesses).as("it was asked again meanwhile").hasValue(2);
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(accesses).hasValue(2);
	}

	@Test
	@DisplayName("C63 a store that loses a question is asked again, and the answer to any of them counts")
	void aQuestionThatIsLostIsRepeated() {
		AtomicInteger accesses = new AtomicInteger();
		this.store.loaded = Mono.defer(() -> (accesses.incrementAndGet() < 3) ? Mono.never() : Mono.empty());
		AtomicBoolean none = new AtomicBoolean();
		this.access.load(SHARD, this.problems::add).subscribe(null, null, () -> none.set(true));
		this.time.advanceTimeBy(Duration.ofSeconds(10).minusMillis(1));
		assertThat(none).isFalse();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(none).as("there is no session").isTrue();
		assertThat(this.problems).hasSize(2);
	}

	@Test
	@DisplayName("C63 a store that hangs is given up when the time is over, with all that was asked")
	void aStoreThatHangsForTheWholeTimeIsAnError() {
		AtomicInteger open = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		this.store.loaded = Mono.<StoredSession>never()
			.doOnSubscribe((subscription) -> most.accumulateAndGet(open.incrementAndGet(), Math::max))
			.doOnCancel(open::decrementAndGet);
		SessionStoreAccess patient = new SessionStoreAccess(this.store, TOKEN, TERMS, Duration.ofMinutes(10), INTERVAL,
				this.time);
		AtomicReference<Throwable> failure = new AtomicReference<>();
		patient.load(SHARD, this.problems::add).subscribe(null, failure::set);
		this.time.advanceTimeBy(Duration.ofMinutes(10).minusMillis(1));
		assertThat(failure).hasValue(null);
		assertThat(most.get()).as("accesses at a time").isBetween(2, 7);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(failure.get()).isInstanceOf(SessionStoreException.class);
		assertThat(open).hasValue(0);
	}

	@Test
	void whoWaitsForALoadNoLongerLeavesNothingRunning() {
		AtomicInteger accesses = new AtomicInteger();
		this.store.loaded = Mono.defer(() -> {
			accesses.incrementAndGet();
			return Mono.error(new SessionStoreException("down", null));
		});
		this.access.load(SHARD, this.problems::add).subscribe().dispose();
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(accesses).hasValue(1);
	}

	@Test
	void whoCannotBeToldOfAProblemGetsTheSessionAllTheSame() {
		AtomicInteger accesses = new AtomicInteger();
		StoredSession stored = new StoredSession(SHARD, session(1), TERMS, TokenHash.of(TOKEN), Instant.EPOCH);
		this.store.loaded = Mono.defer(() -> (accesses.incrementAndGet() == 1)
				? Mono.error(new SessionStoreException("down", null)) : Mono.just(stored));
		AtomicReference<Session> loaded = new AtomicReference<>();
		this.access.load(SHARD, (problem) -> {
			throw new IllegalStateException("told");
		}).subscribe(loaded::set);
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(loaded).hasValue(session(1));
	}

	@Test
	void savesWhatTellsWhetherASessionFits() {
		this.time.advanceTimeBy(Duration.ofHours(1));
		start(this.access.save(SHARD, session(7)));
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
		Mono<Void> save = this.access.save(SHARD, session(1));
		assertThat(this.store.log).isEmpty();
		start(save);
		assertThat(this.store.log).containsExactly("save 1/4 at 1");
	}

	@Test
	void makesOneChangeOfAShardAtATimeAndTheLatestNext() {
		AtomicBoolean first = start(this.access.save(SHARD, session(1)));
		AtomicBoolean second = start(this.access.save(SHARD, session(2)));
		AtomicBoolean third = start(this.access.save(SHARD, session(3)));
		this.time.advanceTimeBy(INTERVAL);
		assertThat(this.store.log).containsExactly("save 1/4 at 1");
		assertThat(first).isFalse();
		this.store.complete();
		assertThat(first).isTrue();
		assertThat(second).isFalse();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 1/4 at 3");
		this.store.complete();
		assertThat(second).as("a later state is stored").isTrue();
		assertThat(third).isTrue();
		assertThat(this.access.saves()).isEqualTo(2);
		assertThat(this.access.failures()).isZero();
	}

	@Test
	void theFirstChangeIsWrittenAtOnceAndLaterOnesTogetherAfterTheInterval() {
		start(this.access.save(SHARD, session(1)));
		this.store.complete();
		AtomicBoolean saved = start(this.access.save(SHARD, session(2)));
		AtomicBoolean savedToo = start(this.access.save(OTHER_SHARD, session(3)));
		this.time.advanceTimeBy(INTERVAL.minusMillis(1));
		assertThat(this.store.log).containsExactly("save 1/4 at 1");
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 1/4 at 2", "save 2/4 at 3");
		this.store.complete();
		assertThat(saved).isTrue();
		assertThat(savedToo).isTrue();
		this.time.advanceTimeBy(INTERVAL);
		start(this.access.save(SHARD, session(4)));
		assertThat(this.store.log).endsWith("save 1/4 at 4");
	}

	@Test
	void aStopDoesNotWaitForTheInterval() {
		start(this.access.save(SHARD, session(1)));
		this.store.complete();
		AtomicBoolean saved = start(this.access.save(SHARD, session(2)));
		AtomicBoolean removed = start(this.access.remove(OTHER_SHARD));
		this.access.flush();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 1/4 at 2");
		this.store.complete();
		this.store.complete();
		assertThat(saved).isTrue();
		assertThat(removed).isTrue();
	}

	@Test
	void shardsThatStopTogetherAreWrittenTogether() {
		BatchStore batches = new BatchStore();
		SessionStoreAccess many = access(batches, TOKEN, TERMS);
		List<AtomicBoolean> saved = new ArrayList<>();
		for (int id = 0; id < 1000; id++) {
			saved.add(start(many.save(new ShardId(id, 1000), session(id))));
			many.flush();
		}
		batches.complete();
		assertThat(saved.get(0)).isTrue();
		assertThat(saved.get(1)).isFalse();
		batches.complete();
		assertThat(saved).allMatch(AtomicBoolean::get);
		assertThat(batches.sizes).containsExactly(1, 999);
		many.flush();
		assertThat(batches.sizes).as("nothing is left to be written").hasSize(2);
	}

	@Test
	void aThousandShardsAreWrittenOnceASecond() {
		BatchStore batches = new BatchStore();
		SessionStoreAccess many = access(batches, TOKEN, TERMS);
		for (int tick = 0; tick < 60_000; tick++) {
			start(many.save(new ShardId(tick % 1000, 1000), session(tick)));
			this.time.advanceTimeBy(Duration.ofMillis(1));
			batches.complete();
		}
		assertThat(batches.sizes).hasSizeBetween(59, 61);
		assertThat(many.saves()).isBetween(58_000L, 60_000L);
	}

	@Test
	void keepsTheOrderOfSavesAndRemovals() {
		start(this.access.save(SHARD, session(1)));
		start(this.access.save(SHARD, session(2)));
		start(this.access.remove(SHARD));
		this.access.flush();
		this.store.complete();
		start(this.access.save(SHARD, session(3)));
		this.access.flush();
		this.store.complete();
		this.store.complete();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "remove 1/4", "save 1/4 at 3");
	}

	@Test
	@DisplayName("D2 a change under a fencing token that is out of date replaces none that waits")
	void whatIsOutOfDateReplacesNothing() {
		FencedStore fenced = new FencedStore();
		SessionStoreAccess shared = access(fenced, TOKEN, TERMS);
		start(shared.fenced(7, false).save(SHARD, session(1)));
		start(shared.fenced(8, false).save(SHARD, session(2)));
		AtomicBoolean late = start(shared.fenced(7, false).save(SHARD, session(3)));
		start(shared.fenced(9, false).save(OTHER_SHARD, session(4)));
		start(shared.fenced(9, false).save(OTHER_SHARD, session(5)));
		shared.flush();
		fenced.complete();
		assertThat(late).isFalse();
		fenced.complete();
		assertThat(late).as("a later state is stored").isTrue();
		assertThat(fenced.batches).containsExactly("save [1/4 at 1] under {1/4=7}",
				"save [1/4 at 2, 2/4 at 5] under {1/4=8, 2/4=9}");
		start(shared.fenced(10, false).save(SHARD, session(6)));
		start(shared.fenced(10, false).remove(SHARD));
		shared.flush();
		assertThat(fenced.batches).endsWith("remove [1/4] under {1/4=10}");
		fenced.complete();
		assertThat(shared.saves()).isEqualTo(4);
	}

	@Test
	@DisplayName("D2 guilds go with the fencing token, and those under one that is out of date replace none that wait")
	void guildsThatAreOutOfDateReplaceNothing() {
		start(this.access.fenced(7, false).saveGuilds(SHARD, "id", List.of(Snowflake.of(1))));
		start(this.access.fenced(8, false).saveGuilds(SHARD, "id", List.of(Snowflake.of(2))));
		AtomicBoolean late = start(this.access.fenced(7, false).saveGuilds(SHARD, "id", List.of(Snowflake.of(3))));
		this.store.complete();
		assertThat(late).isFalse();
		this.store.complete();
		assertThat(late).as("later ones are stored").isTrue();
		assertThat(this.store.log).containsExactly("guilds of 1/4: [1] under 7", "guilds of 1/4: [2] under 8");
	}

	@Test
	void aFailureNamesTheFirstOfTheShardsAndTellsHowManyOthersThereAre(CapturedOutput output) {
		FencedStore fenced = new FencedStore();
		SessionStoreAccess shared = access(fenced, TOKEN, TERMS);
		start(shared.fenced(1, false).save(SHARD, session(1)));
		fenced.fail(new SessionStoreException("full", null));
		assertThat(output).contains("The session of shard 1/4 is not saved, so that");
		start(shared.fenced(1, false).save(SHARD, session(2)));
		shared.flush();
		fenced.complete();
		for (int id = 0; id < 3; id++) {
			start(shared.fenced(1, false).remove(new ShardId(id, 4)));
		}
		shared.flush();
		fenced.fail(new SessionStoreException("full", null));
		assertThat(output).contains("The session of shard 0/4 and of 2 more is not removed, so that");
	}

	@Test
	void whoWaitsNoLongerDoesNotUndoTheChange() {
		start(this.access.save(SHARD, session(1)));
		this.access.save(SHARD, session(2)).subscribe().dispose();
		this.access.flush();
		this.store.complete();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "save 1/4 at 2");
	}

	@Test
	void aStoreThatFailsIsReportedOnceAndTriedAgain(CapturedOutput output) {
		for (int i = 0; i < 5; i++) {
			AtomicBoolean save = start(this.access.save(SHARD, session(i)));
			this.access.flush();
			this.store.fail(new SessionStoreException("the disk is full", null));
			assertThat(save).isTrue();
		}
		assertThat(this.access.failures()).isEqualTo(5);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "the disk is full")).isOne();
		start(this.access.save(SHARD, session(6)));
		this.access.flush();
		this.store.complete();
		assertThat(output).contains("Sessions are saved again");
		start(this.access.save(SHARD, session(7)));
		this.access.flush();
		this.store.fail(new SessionStoreException("the disk is full", null));
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "the disk is full")).isEqualTo(2);
		assertThat(this.access.saves()).isOne();
	}

	@Test
	void aStoreThatThrowsIsAStoreThatFails() {
		SessionStoreAccess throwing = access(new SessionStore() {

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
		StepVerifier load = StepVerifier.create(throwing.load(SHARD, this.problems::add))
			.expectError(SessionStoreException.class)
			.verifyLater();
		this.time.advanceTimeBy(LOAD_TIMEOUT);
		load.verify(PATIENCE);
		long failures = throwing.failures();
		throwing.save(SHARD, session(1)).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		this.time.advanceTimeBy(INTERVAL);
		throwing.remove(SHARD).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		this.time.advanceTimeBy(INTERVAL);
		assertThat(throwing.failures()).isEqualTo(failures + 2);
		assertThat(throwing.saves()).isZero();
	}

	@Test
	void aStoreThatAnswersWithNullIsAStoreThatFails() {
		SessionStoreAccess broken = access(new ControlledStore() {

			@Override
			public Mono<StoredSession> load(ShardId shard) {
				return null;
			}

			@Override
			public Mono<Void> saveAll(Collection<StoredSession> sessions) {
				return null;
			}

			@Override
			public Mono<Void> removeAll(Collection<ShardId> shards) {
				throw new IllegalStateException("removeAll");
			}

			@Override
			public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
				return null;
			}

			@Override
			public Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
				throw new IllegalStateException("loadGuilds");
			}

		}, TOKEN, TERMS);
		StepVerifier load = StepVerifier.create(broken.load(SHARD, this.problems::add))
			.expectError(SessionStoreException.class)
			.verifyLater();
		this.time.advanceTimeBy(LOAD_TIMEOUT);
		load.verify(PATIENCE);
		long failures = broken.failures();
		broken.save(SHARD, session(1)).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		this.time.advanceTimeBy(INTERVAL);
		broken.remove(SHARD).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		broken.saveGuilds(SHARD, "id", List.of()).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		broken.loadGuilds(SHARD, "id").as(StepVerifier::create).expectComplete().verify(PATIENCE);
		assertThat(broken.failures()).isEqualTo(failures + 4);
		assertThat(broken.saves()).isZero();
	}

	@Test
	@DisplayName("C71 the guilds of a session are kept, the latest of each shard, and never fail")
	void keepsGuilds(CapturedOutput output) {
		List<Snowflake> guilds = LongStream.range(0, SessionStore.MAX_GUILDS + 10L).mapToObj(Snowflake::of).toList();
		InMemorySessionStore memory = new InMemorySessionStore();
		SessionStoreAccess working = access(memory, TOKEN, TERMS);
		working.saveGuilds(SHARD, "id", guilds).block(PATIENCE);
		assertThat(working.loadGuilds(SHARD, "id").block(PATIENCE)).hasSize(SessionStore.MAX_GUILDS);
		assertThat(working.loadGuilds(SHARD, "other").block(PATIENCE)).isNull();
		working.remove(SHARD).block(PATIENCE);
		assertThat(working.loadGuilds(SHARD, "id").block(PATIENCE)).isNull();
		assertThat(working.failures()).isZero();

		AtomicBoolean first = start(this.access.saveGuilds(SHARD, "secret", List.of(Snowflake.of(1))));
		AtomicBoolean second = start(this.access.saveGuilds(SHARD, "secret", List.of(Snowflake.of(2))));
		AtomicBoolean third = start(this.access.saveGuilds(SHARD, "secret", List.of(Snowflake.of(3))));
		assertThat(this.store.log).containsExactly("guilds of 1/4: [1]");
		this.time.advanceTimeBy(SessionStoreAccess.TIMEOUT);
		assertThat(first).isTrue();
		assertThat(this.store.log).containsExactly("guilds of 1/4: [1]", "cancelled", "guilds of 1/4: [3]");
		this.store.fail(new SessionStoreException("full", null));
		assertThat(second).isTrue();
		assertThat(third).isTrue();
		assertThat(this.access.failures()).isEqualTo(2);
		assertThat(output).containsOnlyOnce("The guilds of shard 1/4 are not saved").doesNotContain("secret");
		AtomicBoolean fourth = start(this.access.saveGuilds(SHARD, "secret", List.of(Snowflake.of(4))));
		this.store.complete();
		assertThat(fourth).isTrue();
		assertThat(output).contains("The guilds of sessions are kept again");
	}

	@Test
	@DisplayName("C71 guilds that cannot be loaded are not known, and each failure after a success is told")
	void guildsThatCannotBeLoaded(CapturedOutput output) {
		for (int i = 0; i < 2; i++) {
			this.store.guilds = Mono.error(new SessionStoreException("full", null));
			assertThat(this.access.loadGuilds(SHARD, "secret").block(PATIENCE)).isNull();
			assertThat(this.access.loadGuilds(SHARD, "secret").block(PATIENCE)).isNull();
			this.store.guilds = Mono.empty();
			assertThat(this.access.loadGuilds(SHARD, "secret").block(PATIENCE)).isNull();
		}
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "The guilds of shard 1/4 cannot be loaded"))
			.isEqualTo(2);
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "The guilds of sessions are kept again"))
			.isEqualTo(2);
		assertThat(this.access.failures()).isEqualTo(4);
	}

	@Test
	void aSaveThatHangsIsGivenUpForTheNext() {
		AtomicBoolean hanging = start(this.access.save(SHARD, session(1)));
		AtomicBoolean next = start(this.access.save(SHARD, session(2)));
		this.time.advanceTimeBy(SessionStoreAccess.TIMEOUT.minusMillis(1));
		this.access.flush();
		assertThat(hanging).isFalse();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(hanging).isTrue();
		assertThat(this.store.log).containsExactly("save 1/4 at 1", "cancelled", "save 1/4 at 2");
		this.store.complete();
		assertThat(next).isTrue();
		assertThat(this.access.failures()).isOne();
		assertThat(this.access.saves()).isOne();
	}

	@Test
	void manyThreadsNeverWriteOneShardAtTheSameTimeAndTheLastOneWins() {
		InMemorySessionStore memory = new InMemorySessionStore();
		AtomicInteger writers = new AtomicInteger();
		AtomicInteger clashes = new AtomicInteger();
		Scheduler elsewhere = Schedulers.newParallel("session-access-test", 4);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			SessionStoreAccess contended = new SessionStoreAccess(new SessionStore() {

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

			}, TOKEN, TERMS, LOAD_TIMEOUT, Duration.ZERO);
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
	private static class ControlledStore implements SessionStore {

		private final List<String> log = new ArrayList<>();

		private final List<StoredSession> saved = new ArrayList<>();

		private Mono<StoredSession> loaded = Mono.empty();

		private Mono<List<Snowflake>> guilds = Mono.empty();

		private List<Sinks.Empty<Void>> underWay = new ArrayList<>();

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

		@Override
		public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
			return access("guilds of " + shard + ": " + guildIds);
		}

		@Override
		public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds, long token) {
			return access("guilds of " + shard + ": " + guildIds + " under " + token);
		}

		@Override
		public Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
			return this.guilds;
		}

		Mono<Void> access(String what) {
			return Mono.defer(() -> {
				this.log.add(what);
				Sinks.Empty<Void> access = Sinks.empty();
				this.underWay.add(access);
				return access.asMono().doOnCancel(() -> this.log.add("cancelled"));
			});
		}

		void complete() {
			settle(Sinks.Empty::tryEmitEmpty);
		}

		void fail(Throwable problem) {
			settle((access) -> access.tryEmitError(problem));
		}

		private void settle(Consumer<Sinks.Empty<Void>> outcome) {
			List<Sinks.Empty<Void>> settled = this.underWay;
			this.underWay = new ArrayList<>();
			settled.forEach(outcome);
		}

	}

	/** Keeps what goes with fencing tokens, when the test says so. */
	private static final class FencedStore extends ControlledStore {

		private final List<String> batches = new ArrayList<>();

		@Override
		public Mono<Void> saveAll(Collection<StoredSession> sessions, Map<ShardId, Long> tokens) {
			List<String> changes = sessions.stream()
				.map((stored) -> stored.shard() + " at " + stored.session().sequence())
				.toList();
			this.batches.add("save " + changes + " under " + tokens);
			return access("saved");
		}

		@Override
		public Mono<Void> removeAll(Collection<ShardId> shards, Map<ShardId, Long> tokens) {
			this.batches.add("remove " + shards + " under " + tokens);
			return access("removed");
		}

	}

	/** Saves together, when the test says so. */
	private static final class BatchStore extends ControlledStore {

		private final List<Integer> sizes = new ArrayList<>();

		private final Queue<Sinks.Empty<Void>> batches = new ArrayDeque<>();

		@Override
		public Mono<Void> saveAll(Collection<StoredSession> sessions) {
			return Mono.defer(() -> {
				this.sizes.add(sessions.size());
				Sinks.Empty<Void> batch = Sinks.empty();
				this.batches.add(batch);
				return batch.asMono();
			});
		}

		@Override
		void complete() {
			Sinks.Empty<Void> batch = this.batches.poll();
			if (batch != null) {
				batch.tryEmitEmpty();
			}
		}

	}

}
