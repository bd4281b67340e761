package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link SessionStore} promises.
 */
abstract class AbstractSessionStoreTests {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	static final ShardId SHARD = new ShardId(1, 4);

	private static final TokenHash TOKEN = TokenHash.of(GatewayToken.of("a.b.c"));

	/** The store under test, empty before each test. */
	abstract SessionStore store();

	static StoredSession session(ShardId shard, long sequence) {
		return new StoredSession(shard,
				new Session("session-of-" + shard, "wss://resume.example.org", sequence,
						new BotIdentity(Snowflake.of(3), Snowflake.of(-1))),
				new SessionTerms(513, 10, "json", "zlib-stream"), TOKEN, Instant.parse("2026-11-21T10:15:30.123Z"));
	}

	void save(StoredSession session) {
		store().save(session).block(PATIENCE);
	}

	StoredSession load(ShardId shard) {
		return store().load(shard).block(PATIENCE);
	}

	@Test
	void hasNothingAtFirst() {
		assertThat(load(SHARD)).isNull();
	}

	@Test
	void loadsWhatWasSaved() {
		save(session(SHARD, 42));
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 42));
	}

	@Test
	void loadsASessionWithoutResumeUrlAndEvents() {
		StoredSession bare = new StoredSession(SHARD, new Session("id", null, -1),
				new SessionTerms(0, 10, "json", "none"), TOKEN, Instant.EPOCH);
		save(bare);
		assertThat(load(SHARD)).isEqualTo(bare);
	}

	@Test
	void loadsASessionOfABotWithoutApplication() {
		StoredSession stored = new StoredSession(SHARD,
				new Session("id", null, 7, new BotIdentity(Snowflake.of(3), null)),
				new SessionTerms(0, 10, "json", "none"), TOKEN, Instant.EPOCH);
		save(stored);
		assertThat(load(SHARD)).isEqualTo(stored);
	}

	@Test
	void theLastSaveWins() {
		for (long sequence = 0; sequence < 20; sequence++) {
			save(session(SHARD, sequence));
		}
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 19));
	}

	@Test
	void hasNothingAfterRemoval() {
		save(session(SHARD, 42));
		store().remove(SHARD).block(PATIENCE);
		assertThat(load(SHARD)).isNull();
		store().remove(SHARD).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		save(session(SHARD, 43));
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 43));
	}

	@Test
	void shardsAreIndependentAndSoAreTotals() {
		ShardId sameNumber = new ShardId(SHARD.number(), 8);
		ShardId sameTotal = new ShardId(0, SHARD.total());
		save(session(SHARD, 1));
		save(session(sameNumber, 2));
		save(session(sameTotal, 3));
		store().remove(sameNumber).block(PATIENCE);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 1));
		assertThat(load(sameNumber)).isNull();
		assertThat(load(sameTotal)).isEqualTo(session(sameTotal, 3));
	}

	@Test
	void nothingHappensBeforeTheSubscription() {
		Mono<Void> save = store().save(session(SHARD, 1));
		Mono<StoredSession> load = store().load(SHARD);
		assertThat(load.block(PATIENCE)).isNull();
		save.block(PATIENCE);
		assertThat(load.block(PATIENCE)).isEqualTo(session(SHARD, 1));
		Mono<Void> saveAll = store().saveAll(List.of(session(SHARD, 2)));
		Mono<Void> removal = store().remove(SHARD);
		Mono<Void> removeAll = store().removeAll(List.of(SHARD));
		assertThat(load.block(PATIENCE)).isEqualTo(session(SHARD, 1));
		saveAll.block(PATIENCE);
		assertThat(load.block(PATIENCE)).isEqualTo(session(SHARD, 2));
		removeAll.block(PATIENCE);
		assertThat(load.block(PATIENCE)).isNull();
		save.block(PATIENCE);
		assertThat(load.block(PATIENCE)).isNotNull();
		removal.block(PATIENCE);
		assertThat(load.block(PATIENCE)).isNull();
	}

	@Test
	void aSaveIsNeverSeenInPart() {
		save(session(SHARD, 0));
		Flux<Void> saves = Flux.range(1, 200).concatMap((sequence) -> store().save(session(SHARD, sequence)));
		Flux<Long> seen = Flux.range(0, 400)
			.concatMap((i) -> store().load(SHARD))
			.map((stored) -> stored.session().sequence());
		Flux.merge(saves.cast(Long.class), seen).collectList().as(StepVerifier::create).assertNext((sequences) -> {
			assertThat(sequences).as("every load found a session").hasSize(400).isSorted();
		}).expectComplete().verify(PATIENCE);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 200));
	}

	@Test
	void manySessionsAreSavedAndRemovedTogether() {
		List<StoredSession> first = sessions(500, 1);
		List<StoredSession> second = sessions(250, 2);
		store().saveAll(first).block(PATIENCE);
		store().saveAll(second).block(PATIENCE);
		store().removeAll(List.of(new ShardId(0, 500), new ShardId(499, 500), new ShardId(7, 8))).block(PATIENCE);
		assertThat(load(new ShardId(0, 500))).isNull();
		assertThat(load(new ShardId(499, 500))).isNull();
		assertThat(load(new ShardId(498, 500))).isEqualTo(first.get(498));
		assertThat(load(new ShardId(1, 500))).isEqualTo(first.get(1));
		assertThat(load(new ShardId(1, 250))).isEqualTo(second.get(1));
	}

	private static List<StoredSession> sessions(int total, long sequence) {
		return IntStream.range(0, total).mapToObj((id) -> session(new ShardId(id, total), sequence)).toList();
	}

	@Test
	void nothingToSaveOrToRemoveIsNoError() {
		store().saveAll(List.of()).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		store().removeAll(List.of()).as(StepVerifier::create).expectComplete().verify(PATIENCE);
	}

	@Test
	void savesOfSeveralThreadsDoNotUndoEachOther() {
		Flux.range(0, 64)
			.flatMap((id) -> store().saveAll(List.of(session(new ShardId(id, 64), 1)))
				.then(store().remove(new ShardId(id, 64)))
				.then(store().save(session(new ShardId(id, 64), 2)))
				.subscribeOn(Schedulers.parallel()), 64)
			.then()
			.block(PATIENCE);
		for (int id = 0; id < 64; id++) {
			assertThat(load(new ShardId(id, 64))).isEqualTo(session(new ShardId(id, 64), 2));
		}
	}

	@Test
	void manyShardsAtOnce() {
		Set<StoredSession> sessions = Set
			.copyOf(IntStream.range(0, 200).mapToObj((id) -> session(new ShardId(id, 200), id)).toList());
		Flux.fromIterable(sessions).flatMap((session) -> store().save(session), 64).blockLast(PATIENCE);
		Flux.range(0, 200)
			.flatMap((id) -> store().load(new ShardId(id, 200)), 64)
			.collectList()
			.as(StepVerifier::create)
			.assertNext((loaded) -> assertThat(loaded).containsExactlyInAnyOrderElementsOf(sessions))
			.expectComplete()
			.verify(PATIENCE);
	}

}
