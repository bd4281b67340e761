package io.github.discordgateway.event.lifecycle;

/**
 * An application event about the shards of this process, for Spring's
 * {@link org.springframework.context.event.EventListener @EventListener}. Such events are
 * published in the order in which things happened, on a thread that no shard waits for;
 * none is published after the context has been closed.
 */
public sealed interface GatewayLifecycleEvent permits AllShardsReady, ShardLifecycleEvent {

	/**
	 * Returns what happened, in words.
	 * @return one sentence without a full stop
	 */
	String description();

}
