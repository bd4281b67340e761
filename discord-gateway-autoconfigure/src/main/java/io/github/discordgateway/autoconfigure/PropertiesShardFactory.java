package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.internal.cluster.GatewayRequests;
import io.github.discordgateway.internal.cluster.ShardFactory;
import io.github.discordgateway.internal.shard.ConnectPace;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardDriver;
import io.github.discordgateway.internal.shard.ShardServices;
import io.github.discordgateway.internal.shard.ShardWatcher;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.internal.transport.GatewayUrl;
import io.github.discordgateway.internal.transport.ResumeHost;
import io.github.discordgateway.internal.transport.WebSocketGatewayConnector;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.listener.ListenerIntents;
import io.github.discordgateway.session.SessionStore;
import io.github.discordgateway.session.SessionStoreAccess;
import io.github.discordgateway.session.SessionTerms;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes shards as the properties say. The intents are settled with the first shard, when
 * all listeners are known.
 */
final class PropertiesShardFactory implements ShardFactory {

	private static final Log logger = LogFactory.getLog(ListenerIntents.class);

	private final DiscordGatewayProperties properties;

	private final DiscordGatewayConnectionDetails connectionDetails;

	private final WebSocketGatewayConnector connector;

	private final GatewayHttpResources http;

	private final IdentifyQueue identifyQueue;

	private final GatewayListenerRegistry registry;

	private final JsonMapper mapper;

	private final SessionStore sessionStore;

	private final GatewayRequests requests;

	private final List<GatewayIdentifyCustomizer> identifyCustomizers;

	private final ConnectPace connectPace = new ConnectPace();

	private @Nullable Identity identity;

	PropertiesShardFactory(DiscordGatewayProperties properties, DiscordGatewayConnectionDetails connectionDetails,
			WebSocketGatewayConnector connector, GatewayHttpResources http, IdentifyQueue identifyQueue,
			GatewayListenerRegistry registry, SessionStore sessionStore, GatewayRequests requests,
			List<GatewayIdentifyCustomizer> identifyCustomizers, JsonMapper mapper) {
		this.properties = properties;
		this.connectionDetails = connectionDetails;
		this.connector = connector;
		this.http = http;
		this.identifyQueue = identifyQueue;
		this.registry = registry;
		this.sessionStore = sessionStore;
		this.requests = requests;
		this.identifyCustomizers = identifyCustomizers;
		this.mapper = mapper;
	}

	@Override
	public ShardDriver create(ShardId id, URI gatewayUrl, EventDelivery delivery, ShardWatcher watcher) {
		Identity settled = identity();
		ShardServices services = new ShardServices(this.connector,
				new GatewayUrl(gatewayUrl, this.connector.compression(), resumeHost()), this.identifyQueue,
				customized(id, settled.identity()), this.properties.shardSettings(), settled.sessions(), this.mapper,
				this.connectPace, this.requests.inspecting(delivery), this.requests.watching(watcher),
				Clock.systemUTC());
		return new ShardDriver(id, this.http.nextEventLoop(), services);
	}

	@Override
	public Mono<Void> forget(ShardId id) {
		return identity().sessions().remove(id);
	}

	/** What a gateway proxy hands on must not lead past it. */
	private ResumeHost resumeHost() {
		ResumeHost configured = this.properties.resume().host();
		ResumeHost implied = (this.connectionDetails.getUrl() != null) ? ResumeHost.SAME_DOMAIN : ResumeHost.ANY;
		return (configured != null) ? configured : implied;
	}

	private ShardIdentity customized(ShardId id, ShardIdentity identity) {
		ShardIdentity customized = identity;
		for (GatewayIdentifyCustomizer customizer : this.identifyCustomizers) {
			customized = customizer.customize(id, customized);
		}
		if (!customized.token().equals(identity.token()) || customized.intents() != identity.intents()) {
			throw new IllegalStateException("A GatewayIdentifyCustomizer changed the token or the intents of shard "
					+ id + ": they are the same for all shards, and set with discord.gateway.token and "
					+ "discord.gateway.intents");
		}
		return customized;
	}

	/**
	 * What the shards subscribe to.
	 * @return the intents; none before the first shard
	 */
	synchronized Set<Intent> intents() {
		Identity settled = this.identity;
		return (settled != null) ? Intent.setOf(settled.identity().intents()) : Set.of();
	}

	/**
	 * Who keeps the sessions.
	 * @return the access to the store; {@code null} before the first shard
	 */
	synchronized @Nullable SessionStoreAccess sessions() {
		Identity settled = this.identity;
		return (settled != null) ? settled.sessions() : null;
	}

	private synchronized Identity identity() {
		Identity settled = this.identity;
		if (settled == null) {
			ListenerIntents intents = ListenerIntents.of(this.registry.handlers(), this.properties.intents());
			intents.findings().forEach(PropertiesShardFactory::log);
			this.registry.setIntents(intents.intents());
			GatewayToken token = this.connectionDetails.getToken();
			ShardIdentity identity = new ShardIdentity(token, intents.intents(), this.properties.largeThreshold(),
					this.properties.presence().toCommand());
			settled = new Identity(identity,
					new SessionStoreAccess(this.sessionStore, token,
							new SessionTerms(identity.intents(), GatewayUrl.API_VERSION, GatewayUrl.ENCODING,
									String.valueOf(this.connector.compression().parameter())),
							this.properties.resume().loadTimeout(), this.properties.resume().saveInterval()));
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

	/**
	 * What the bot is to Discord, and the sessions that were begun as that.
	 *
	 * @param identity what IDENTIFY says
	 * @param sessions keeps the sessions
	 */
	private record Identity(ShardIdentity identity, SessionStoreAccess sessions) {

	}

}
