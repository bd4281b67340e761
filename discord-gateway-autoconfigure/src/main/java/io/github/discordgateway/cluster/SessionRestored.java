package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.session.BotIdentity;
import org.jspecify.annotations.Nullable;

/**
 * An application event: a shard goes on with a session that an earlier process has begun.
 * There is no READY and no GUILD_CREATE; what they told is known nonetheless, see
 * {@link Gateway#self()} and {@link Gateway#guildIds()}. {@link ShardResumed} follows.
 *
 * @param shard the shard
 * @param bot who the bot is; {@code null} when the session store does not keep it
 */
public record SessionRestored(ShardId shard, @Nullable BotIdentity bot) implements GatewayLifecycleEvent {

}
