package io.github.discordgateway.session;

import io.github.discordgateway.internal.redis.EmbeddedRedis;
import io.github.discordgateway.internal.redis.RedisNode;
import org.junit.jupiter.api.AfterEach;

/**
 * Tests for the history of starts in Redis.
 */
class RedisStartHistoryTests extends AbstractStartHistoryTests {

	private final RedisNode node = new RedisNode(EmbeddedRedis.newPrefix());

	private final StartHistory history = this.node.store();

	@AfterEach
	void close() {
		this.node.close();
	}

	@Override
	StartHistory history() {
		return this.history;
	}

}
