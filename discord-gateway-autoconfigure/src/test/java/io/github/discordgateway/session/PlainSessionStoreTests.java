package io.github.discordgateway.session;

import java.util.List;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a {@link SessionStore} that has no more than it must have.
 */
class PlainSessionStoreTests extends AbstractSessionStoreTests {

	private final InMemorySessionStore memory = new InMemorySessionStore();

	private boolean failing;

	private final SessionStore store = new SessionStore() {

		@Override
		public Mono<StoredSession> load(ShardId shard) {
			return PlainSessionStoreTests.this.memory.load(shard);
		}

		@Override
		public Mono<Void> save(StoredSession session) {
			return (PlainSessionStoreTests.this.failing && session.shard().number() == 1)
					? Mono.error(new SessionStoreException("full", null))
					: PlainSessionStoreTests.this.memory.save(session);
		}

		@Override
		public Mono<Void> remove(ShardId shard) {
			return PlainSessionStoreTests.this.memory.remove(shard);
		}

	};

	@Override
	SessionStore store() {
		return this.store;
	}

	@Test
	void theFailureOfOneSessionIsToldAndKeepsNoOtherFromBeingSaved() {
		this.failing = true;
		List<StoredSession> sessions = List.of(session(new ShardId(0, 3), 1), session(new ShardId(1, 3), 1),
				session(new ShardId(2, 3), 1));
		this.store.saveAll(sessions).as(StepVerifier::create).expectErrorMessage("full").verify(PATIENCE);
		assertThat(load(new ShardId(2, 3))).isEqualTo(sessions.get(2));
		assertThat(load(new ShardId(1, 3))).isNull();
	}

	@Test
	void guildsAreNotKept() {
		this.store.saveGuilds(SHARD, "id", List.of(Snowflake.of(1)))
			.thenMany(this.store.loadGuilds(SHARD, "id"))
			.as(StepVerifier::create)
			.expectComplete()
			.verify(PATIENCE);
	}

}
