package io.github.discordgateway.cluster;

/**
 * An application event about the shards of this process, for Spring's
 * {@link org.springframework.context.event.EventListener @EventListener}. Such events are
 * published in the order in which things happened, on a thread that no shard waits for;
 * none is published after the context has been closed.
 */
public sealed interface GatewayLifecycleEvent permits AllShardsReady, EventsMissed, ReadingPaused, ReadingResumed,
		SessionLost, SessionRestored, ShardDisconnected, ShardFailed, ShardReady, ShardResumed {

}
