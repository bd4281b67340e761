package io.github.discordgateway.session;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.internal.redis.RedisNode;
import io.github.discordgateway.internal.redis.RedisSessionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisSessionStore}.
 */
class RedisSessionStoreTests extends AbstractGuildStoreTests {

	private static final ShardId OTHER = new ShardId(2, 4);

	private final RedisNode node = new RedisNode(EmbeddedRedis.newPrefix());

	private final RedisSessionStore store = this.node.store();

	@AfterEach
	void close() {
		this.node.close();
	}

	@Override
	SessionStore store() {
		return this.store;
	}

	private Mono<Void> save(long sequence, long token) {
		return this.store.saveAll(List.of(session(SHARD, sequence)), Map.of(SHARD, token));
	}

	@Test
	@DisplayName("D2 a session is refused from whom a later owner of the shard is known")
	void refusesWhatIsOutOfDate() {
		save(1, 10).block(PATIENCE);
		save(2, 11).block(PATIENCE);
		StepVerifier.create(save(99, 10))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessageContaining("[1] of 4")
				.hasMessageContaining("other nodes"))
			.verify(PATIENCE);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 2));
		save(3, 11).block(PATIENCE);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 3));
	}

	@Test
	@DisplayName("D2 a loss is refused as a session is, and what is in order is written beside it")
	void refusesLosses() {
		save(1, 11).block(PATIENCE);
		StepVerifier.create(this.store.removeAll(List.of(SHARD), Map.of(SHARD, 10L)))
			.expectError(SessionStoreException.class)
			.verify(PATIENCE);
		StepVerifier
			.create(this.store.saveAll(List.of(session(SHARD, 9), session(OTHER, 5)), Map.of(SHARD, 10L, OTHER, 10L)))
			.expectError(SessionStoreException.class)
			.verify(PATIENCE);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 1));
		assertThat(load(OTHER)).isEqualTo(session(OTHER, 5));
		this.store.removeAll(List.of(SHARD), Map.of(SHARD, 11L)).block(PATIENCE);
		assertThat(load(SHARD)).isNull();
	}

	@Test
	@DisplayName("D2 guilds are refused as sessions are: a later owner goes on with the same session, and knows better")
	void refusesGuilds() {
		save(1, 11).block(PATIENCE);
		this.store.saveGuilds(SHARD, "id", List.of(Snowflake.of(1), Snowflake.of(2)), 11).block(PATIENCE);
		StepVerifier.create(this.store.saveGuilds(SHARD, "id", List.of(Snowflake.of(1)), 10))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessageContaining("another node"))
			.verify(PATIENCE);
		assertThat(this.store.loadGuilds(SHARD, "id").block(PATIENCE)).containsExactlyInAnyOrder(Snowflake.of(1),
				Snowflake.of(2));
		this.store.saveGuilds(SHARD, "id", List.of(Snowflake.of(3)), 12).block(PATIENCE);
		assertThat(this.store.loadGuilds(SHARD, "id").block(PATIENCE)).containsExactly(Snowflake.of(3));
	}

	@Test
	@DisplayName("D8 two bots do not meet in one Redis")
	void prefixesAreApart() {
		save(session(SHARD, 42));
		try (RedisNode another = new RedisNode(EmbeddedRedis.newPrefix())) {
			assertThat(another.store().load(SHARD).block(PATIENCE)).isNull();
		}
	}

}
