package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Intent;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.internal.shard.ShardSettings;
import io.github.discordgateway.internal.transport.ResumeHost;
import org.jspecify.annotations.Nullable;

/**
 * What is configured of the shards of a bot.
 *
 * @param token the bot's token, asked for with the first shard
 * @param intents what the shards subscribe to; {@code null} for what the listeners need
 * @param largeThreshold number of members above which a guild comes without those who are
 * offline
 * @param presence how the bot is shown; {@code null} for Discord's default
 * @param resumeHost which hosts may be named to resume at
 * @param sessionLoadTimeout how long a store that does not answer is asked for a session
 * @param shards how patient a shard is
 */
public record ShardFactorySettings(Supplier<GatewayToken> token, @Nullable Set<Intent> intents, int largeThreshold,
		@Nullable UpdatePresence presence, ResumeHost resumeHost, Duration sessionLoadTimeout, ShardSettings shards) {

}
