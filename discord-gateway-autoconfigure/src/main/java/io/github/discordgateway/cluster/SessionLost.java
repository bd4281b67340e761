package io.github.discordgateway.cluster;

import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.DisconnectCause;

/**
 * An application event: the session of a shard could not be resumed, so that events after
 * its last one are missing, up to the READY of the next session. Whoever keeps a picture
 * of the guilds should fetch it anew.
 *
 * @param shard the shard
 * @param lastSequence the sequence of the last event that was received in the session; -1
 * when it had none
 * @param cause why the session could not be kept
 */
public record SessionLost(ShardId shard, long lastSequence, DisconnectCause cause) implements GatewayLifecycleEvent {

}
