package io.github.discordgateway.internal.cluster;

import io.github.discordgateway.event.lifecycle.GatewayLifecycleEvent;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.rest.GatewayBotClient;

import org.springframework.context.ApplicationEventPublisher;

/**
 * What a cluster works with.
 *
 * @param target where to connect and with which shards, as far as it is configured
 * @param ownership says over time which shards run here
 * @param resharding how the number of shards is changed
 * @param botClient asked for what is not configured
 * @param identifyQueue told the limits that Discord names, and asked what is left
 * @param shardFactory makes the shards
 * @param requests knows the answers to requests
 * @param sink takes the events of the shards
 * @param shutdown the time that a stop may take
 * @param keepSessions whether the next start shall resume the sessions; otherwise the bot
 * goes offline at once
 * @param publisher gets each {@link GatewayLifecycleEvent}
 */
public record ClusterServices(GatewayTarget target, ShardOwnership ownership, ReshardingSettings resharding,
		GatewayBotClient botClient, IdentifyQueue identifyQueue, ShardFactory shardFactory, GatewayRequests requests,
		EventSink sink, ShutdownBudget shutdown, boolean keepSessions, ApplicationEventPublisher publisher) {

}
