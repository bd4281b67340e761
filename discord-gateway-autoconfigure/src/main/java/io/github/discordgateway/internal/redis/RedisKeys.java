package io.github.discordgateway.internal.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Snowflake;

/**
 * The names of the keys of one bot. They share a hash tag, and so a slot of a Redis
 * Cluster, since scripts may use keys of one slot only. What depends on the number of
 * shards names it; what Discord counts by bot (identifies), and the nodes, do not.
 */
final class RedisKeys {

	private final String base;

	/**
	 * Makes the names.
	 * @param prefix what all of them begin with
	 * @param token whose bot it is
	 */
	RedisKeys(String prefix, GatewayToken token) {
		this.base = prefix + ":{" + bot(token) + "}:";
	}

	/**
	 * The bot's id; for a token that does not tell it a digest, since no token may stand
	 * in Redis.
	 */
	static String bot(GatewayToken token) {
		Snowflake id = token.botId();
		return (id != null) ? id.toString() : digest(token);
	}

	private static String digest(GatewayToken token) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(token.reveal().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	String nodes() {
		return this.base + "nodes";
	}

	String nodePrefix() {
		return this.base + "node:";
	}

	String node(String id) {
		return nodePrefix() + id;
	}

	/** The channel of a node, or of all of them with {@code *}. */
	String channel(String id) {
		return channelPrefix() + id;
	}

	String channelPrefix() {
		return this.base + "changed:";
	}

	String owners(int total) {
		return this.base + total + ":owners";
	}

	String lastToken(int total) {
		return this.base + total + ":token";
	}

	String sessions(int total) {
		return this.base + total + ":sessions";
	}

	String guildsPrefix(int total) {
		return this.base + total + ":guilds:";
	}

	String starts() {
		return this.base + "starts";
	}

	String identify(String what) {
		return this.base + "identify:" + what;
	}

}
