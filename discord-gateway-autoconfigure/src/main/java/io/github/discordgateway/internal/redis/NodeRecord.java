package io.github.discordgateway.internal.redis;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.GatewayNode;

/**
 * What a node tells of itself.
 *
 * @param id its name, new with each start
 * @param host where it runs
 * @param version the library's version
 * @param since when it joined
 * @param leaving whether it is about to stop
 * @param total the number of shards that it divides the bot's guilds by
 */
record NodeRecord(String id, String host, String version, Instant since, boolean leaving, int total) {

	NodeRecord leave() {
		return new NodeRecord(this.id, this.host, this.version, this.since, true, this.total);
	}

	GatewayNode with(List<Integer> shards) {
		return new GatewayNode(this.id, this.host, this.version, this.since, this.leaving, this.total, shards);
	}

}
