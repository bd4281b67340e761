package io.github.discordgateway;

/**
 * Which part of a bot's guilds a session gets.
 *
 * @param number the number of the shard, from 0
 * @param total the number of shards that the guilds are divided by
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#sharding">Sharding</a>
 */
public record ShardId(int number, int total) implements Comparable<ShardId> {

	/**
	 * Checks the layout.
	 * @throws IllegalArgumentException when the number is not from 0 to {@code total - 1}
	 */
	public ShardId {
		if (number < 0 || number >= total) {
			throw new IllegalArgumentException(
					"Shard " + number + " does not exist among " + total + " shards: numbers go from 0 to total - 1");
		}
	}

	/**
	 * Tells which shard a guild belongs to: {@code (guild_id >> 22) % total}, with an
	 * unsigned shift.
	 * @param guildId the guild
	 * @param total the number of shards, at least 1
	 * @return the shard that receives the guild's events
	 */
	public static ShardId forGuild(Snowflake guildId, int total) {
		return new ShardId((int) Long.remainderUnsigned(guildId.value() >>> 22, total), total);
	}

	@Override
	public int compareTo(ShardId other) {
		int byTotal = Integer.compare(this.total, other.total);
		return (byTotal != 0) ? byTotal : Integer.compare(this.number, other.number);
	}

	/** For example {@code 0/4}. */
	@Override
	public String toString() {
		return this.number + "/" + this.total;
	}

}
