package io.github.discordgateway.session;

import java.util.List;
import java.util.stream.LongStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link SessionStore} promises that keeps the guilds of sessions, too.
 */
abstract class AbstractGuildStoreTests extends AbstractSessionStoreTests {

	private static final String SESSION = "session-of-guilds";

	private static final List<Snowflake> GUILDS = List.of(Snowflake.of(3), Snowflake.of(1), Snowflake.of(-1));

	private void saveGuilds(ShardId shard, String session, List<Snowflake> guilds) {
		store().saveGuilds(shard, session, guilds).block(PATIENCE);
	}

	private List<Snowflake> loadGuilds(ShardId shard, String session) {
		return store().loadGuilds(shard, session).block(PATIENCE);
	}

	@Test
	@DisplayName("C71 the guilds of a session are kept with it")
	void keepsGuilds() {
		assertThat(loadGuilds(SHARD, SESSION)).isNull();
		saveGuilds(SHARD, SESSION, GUILDS);
		assertThat(loadGuilds(SHARD, SESSION)).containsExactlyInAnyOrderElementsOf(GUILDS);
		saveGuilds(SHARD, SESSION, List.of());
		assertThat(loadGuilds(SHARD, SESSION)).as("known to be none").isEmpty();
	}

	@Test
	@DisplayName("C71 the guilds of another session or shard mean nothing")
	void guildsBelongToASession() {
		saveGuilds(SHARD, SESSION, GUILDS);
		assertThat(loadGuilds(SHARD, "another")).isNull();
		assertThat(loadGuilds(new ShardId(SHARD.number(), 8), SESSION)).isNull();
		saveGuilds(SHARD, "another", List.of(Snowflake.of(7)));
		assertThat(loadGuilds(SHARD, SESSION)).isNull();
		assertThat(loadGuilds(SHARD, "another")).containsExactly(Snowflake.of(7));
	}

	@Test
	@DisplayName("C71 the guilds go with the session")
	void guildsAreRemovedWithTheSession() {
		ShardId other = new ShardId(2, SHARD.total());
		save(session(SHARD, 1));
		saveGuilds(SHARD, SESSION, GUILDS);
		saveGuilds(other, SESSION, GUILDS);
		store().remove(SHARD).block(PATIENCE);
		assertThat(loadGuilds(SHARD, SESSION)).isNull();
		assertThat(loadGuilds(other, SESSION)).hasSameElementsAs(GUILDS);
		store().removeAll(List.of(other)).block(PATIENCE);
		assertThat(loadGuilds(other, SESSION)).isNull();
	}

	@Test
	void savingASessionLeavesItsGuilds() {
		saveGuilds(SHARD, SESSION, GUILDS);
		save(session(SHARD, 1));
		assertThat(loadGuilds(SHARD, SESSION)).hasSameElementsAs(GUILDS);
	}

	@Test
	void keepsAsManyGuildsAsAreAllowedAndNoMore() {
		List<Snowflake> many = LongStream.range(0, SessionStore.MAX_GUILDS + 1L)
			.mapToObj((id) -> Snowflake.of(-id))
			.toList();
		saveGuilds(SHARD, SESSION, many);
		assertThat(loadGuilds(SHARD, SESSION)).hasSize(SessionStore.MAX_GUILDS).doesNotHaveDuplicates();
	}

	@Test
	void guildsAreNeitherSavedNorLoadedBeforeTheSubscription() {
		Mono<Void> save = store().saveGuilds(SHARD, SESSION, GUILDS);
		Mono<List<Snowflake>> load = store().loadGuilds(SHARD, SESSION);
		assertThat(load.block(PATIENCE)).isNull();
		save.block(PATIENCE);
		assertThat(load.block(PATIENCE)).hasSameElementsAs(GUILDS);
	}

}
