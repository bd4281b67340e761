package io.github.discordgateway.autoconfigure;

import java.net.URI;

import io.github.discordgateway.cluster.ShardFactory;
import io.github.discordgateway.dispatch.EventDispatcher;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.listener.ListenerIntents;
import io.github.discordgateway.protocol.GatewayToken;
import io.github.discordgateway.protocol.ShardId;
import io.github.discordgateway.shard.ShardDriver;
import io.github.discordgateway.shard.ShardIdentity;
import io.github.discordgateway.shard.ShardServices;
import io.github.discordgateway.shard.ShardWatcher;
import io.github.discordgateway.transport.GatewayConnector;
import io.github.discordgateway.transport.GatewayHttpResources;
import io.github.discordgateway.transport.GatewayUrl;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes shards as the properties say. The intents are settled with the first shard, when
 * all listeners are known.
 */
final class PropertiesShardFactory implements ShardFactory {

	private static final Log logger = LogFactory.getLog(ListenerIntents.class);

	private final DiscordGatewayProperties properties;

	private final GatewayToken token;

	private final GatewayConnector connector;

	private final GatewayHttpResources http;

	private final IdentifyQueue identifyQueue;

	private final EventDispatcher dispatcher;

	private final GatewayListenerRegistry registry;

	private final JsonMapper mapper;

	private @Nullable ShardIdentity identity;

	PropertiesShardFactory(DiscordGatewayProperties properties, GatewayToken token, GatewayConnector connector,
			GatewayHttpResources http, IdentifyQueue identifyQueue, EventDispatcher dispatcher,
			GatewayListenerRegistry registry, JsonMapper mapper) {
		this.properties = properties;
		this.token = token;
		this.connector = connector;
		this.http = http;
		this.identifyQueue = identifyQueue;
		this.dispatcher = dispatcher;
		this.registry = registry;
		this.mapper = mapper;
	}

	@Override
	public ShardDriver create(ShardId id, URI gatewayUrl, ShardWatcher watcher) {
		ShardServices services = new ShardServices(this.connector,
				new GatewayUrl(gatewayUrl, this.properties.compression()), this.identifyQueue, identity(),
				this.properties.shardSettings(), this.mapper, this.dispatcher::dispatch, watcher);
		return new ShardDriver(id, this.http.nextEventLoop(), services);
	}

	private synchronized ShardIdentity identity() {
		ShardIdentity settled = this.identity;
		if (settled == null) {
			ListenerIntents intents = ListenerIntents.of(this.registry.handlers(), this.properties.intents());
			intents.findings().forEach(PropertiesShardFactory::log);
			settled = new ShardIdentity(this.token, intents.intents(), this.properties.largeThreshold(),
					this.properties.presence().toCommand());
			this.identity = settled;
		}
		return settled;
	}

	private static void log(ListenerIntents.Finding finding) {
		if (finding.kind() == ListenerIntents.Kind.WARNING) {
			logger.warn(finding.message());
		}
		else {
			logger.info(finding.message());
		}
	}

}
