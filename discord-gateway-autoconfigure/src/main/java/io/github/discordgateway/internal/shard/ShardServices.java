package io.github.discordgateway.internal.shard;

import java.time.Clock;

import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.transport.GatewayConnector;
import io.github.discordgateway.internal.transport.GatewayUrl;
import io.github.discordgateway.session.SessionStoreAccess;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all shards of a bot share.
 *
 * @param connector opens connections
 * @param url where to connect
 * @param identifyQueue hands out the permits to identify
 * @param identity what IDENTIFY says
 * @param settings time limits and back-off
 * @param sessions keeps the sessions
 * @param mapper reads and writes frames
 * @param connectPace spreads the connections
 * @param delivery takes the events
 * @param watcher told what happens
 * @param clock the wall clock, to notice that the machine was suspended
 */
public record ShardServices(GatewayConnector connector, GatewayUrl url, IdentifyQueue identifyQueue,
		ShardIdentity identity, ShardSettings settings, SessionStoreAccess sessions, JsonMapper mapper,
		ConnectPace connectPace, EventDelivery delivery, ShardWatcher watcher, Clock clock) {

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
