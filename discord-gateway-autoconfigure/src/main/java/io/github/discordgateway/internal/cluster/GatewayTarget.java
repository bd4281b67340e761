package io.github.discordgateway.internal.cluster;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Where to connect and with which shards, as far as it is configured.
 *
 * @param url the gateway; {@code null} to ask Discord
 * @param total the number of shards; {@code null} to ask Discord, now and when a shard is
 * refused because there are too few
 * @param split which of a total run here
 */
public record GatewayTarget(@Nullable URI url, @Nullable Integer total, ShardSplit split) {

}
