package io.github.discordgateway.shard;

import io.github.discordgateway.command.CommandWriter;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.protocol.FrameReader;
import io.github.discordgateway.transport.GatewayConnector;
import io.github.discordgateway.transport.GatewayUrl;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all shards of a bot share.
 *
 * @param connector opens connections
 * @param url where to connect
 * @param identifyQueue hands out the permits to identify
 * @param identity what IDENTIFY says
 * @param settings time limits and back-off
 * @param mapper reads and writes frames
 * @param delivery takes the events
 * @param watcher told what happens
 */
public record ShardServices(GatewayConnector connector, GatewayUrl url, IdentifyQueue identifyQueue,
		ShardIdentity identity, ShardSettings settings, JsonMapper mapper, EventDelivery delivery,
		ShardWatcher watcher) {

	FrameReader frameReader() {
		return new FrameReader(this.mapper);
	}

	HandshakeWriter handshakeWriter() {
		return new HandshakeWriter(this.mapper);
	}

	CommandWriter commandWriter() {
		return new CommandWriter(this.mapper);
	}

}
