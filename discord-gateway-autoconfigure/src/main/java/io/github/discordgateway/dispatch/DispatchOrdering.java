package io.github.discordgateway.dispatch;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.protocol.Snowflake;
import org.jspecify.annotations.Nullable;

/**
 * Which events are handled one after the other. Discord promises an order within a guild
 * and none across guilds, so more order than {@link #GUILD} costs speed and gains
 * nothing.
 */
public enum DispatchOrdering {

	/** Events of one guild; outside of guilds, of one channel; else of one shard. */
	GUILD {

		@Override
		Object lane(ShardId shard, @Nullable Snowflake guildId, @Nullable Snowflake channelId) {
			if (guildId != null) {
				return guildId;
			}
			return (channelId != null) ? channelId : shard;
		}

	},

	/** All events of one shard. */
	SHARD {

		@Override
		Object lane(ShardId shard, @Nullable Snowflake guildId, @Nullable Snowflake channelId) {
			return shard;
		}

	},

	/** No order at all: each event is handled as soon as a thread is free. */
	NONE {

		@Override
		@Nullable Object lane(ShardId shard, @Nullable Snowflake guildId, @Nullable Snowflake channelId) {
			return null;
		}

	};

	/**
	 * The key of the lane that an event belongs to.
	 * @param shard the shard that received it
	 * @param guildId its guild, if any
	 * @param channelId its channel, if any
	 * @return the key; {@code null} when the event needs no lane
	 */
	abstract @Nullable Object lane(ShardId shard, @Nullable Snowflake guildId, @Nullable Snowflake channelId);

}
