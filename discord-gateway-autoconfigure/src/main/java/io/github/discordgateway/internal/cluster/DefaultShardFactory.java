package io.github.discordgateway.internal.cluster;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.identify.ShardIdentity;
import io.github.discordgateway.internal.shard.ConnectPace;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardDriver;
import io.github.discordgateway.internal.shard.ShardServices;
import io.github.discordgateway.internal.shard.ShardWatcher;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import io.github.discordgateway.internal.transport.GatewayUrl;
import io.github.discordgateway.internal.transport.GuardedConnector;
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
 * Makes shards that connect with a WebSocket. The intents are settled with the first
 * shard, when all listeners are known.
 */
public final class DefaultShardFactory implements ShardFactory {

	private static final Log logger = LogFactory.getLog(ListenerIntents.class);

	private static final String IN_DOUBT = "another process may run the shard by now, which is known when Redis "
			+ "answers again";

	private final ShardFactorySettings settings;

	private final WebSocketGatewayConnector connector;

	private final GatewayHttpResources http;

	private final IdentifyQueue identifyQueue;

	private final GatewayListenerRegistry registry;

	private final JsonMapper mapper;

	private final SessionStore sessionStore;

	private final GatewayRequests requests;

	private final List<BiFunction<ShardId, ShardIdentity, ShardIdentity>> identifyCustomizers;

	private final ConnectPace connectPace = new ConnectPace();

	private @Nullable Identity identity;

	/**
	 * Makes a factory.
	 * @param settings what is configured
	 * @param connector opens connections
	 * @param http has the event loops
	 * @param identifyQueue hands out the permits to identify
	 * @param registry knows the listeners, from which the intents follow
	 * @param sessionStore keeps the sessions
	 * @param requests told what shards receive
	 * @param identifyCustomizers change what a shard says when it identifies, in this
	 * order
	 * @param mapper reads and writes frames
	 */
	public DefaultShardFactory(ShardFactorySettings settings, WebSocketGatewayConnector connector,
			GatewayHttpResources http, IdentifyQueue identifyQueue, GatewayListenerRegistry registry,
			SessionStore sessionStore, GatewayRequests requests,
			List<BiFunction<ShardId, ShardIdentity, ShardIdentity>> identifyCustomizers, JsonMapper mapper) {
		this.settings = settings;
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
		return create(ShardLease.exclusive(id), gatewayUrl, delivery, watcher);
	}

	@Override
	public ShardDriver create(ShardLease lease, URI gatewayUrl, EventDelivery delivery, ShardWatcher watcher) {
		Identity settled = identity();
		ShardId id = lease.shard();
		Long token = lease.token();
		ShardServices services = new ShardServices(
				(token != null) ? new GuardedConnector(this.connector, lease.certain(), IN_DOUBT) : this.connector,
				new GatewayUrl(gatewayUrl, this.connector.compression(), this.settings.resumeHost()),
				this.identifyQueue, customized(id, settled.identity()), this.settings.shards(),
				(token != null) ? settled.sessions().fenced(token, lease.orphaned()) : settled.sessions(), this.mapper,
				this.connectPace, this.requests.inspecting(delivery), this.requests.watching(watcher),
				Clock.systemUTC());
		return new ShardDriver(id, this.http.nextEventLoop(), services);
	}

	@Override
	public Mono<Void> forget(ShardId id) {
		return identity().sessions().remove(id);
	}

	private ShardIdentity customized(ShardId id, ShardIdentity identity) {
		ShardIdentity customized = identity;
		for (BiFunction<ShardId, ShardIdentity, ShardIdentity> customizer : this.identifyCustomizers) {
			customized = customizer.apply(id, customized);
		}
		if (!customized.token().equals(identity.token()) || customized.intents() != identity.intents()) {
			throw new IllegalStateException("A GatewayIdentifyCustomizer changed the token or the intents of shard "
					+ id + ": they are the same for all shards, and set with discord.gateway.token and "
					+ "discord.gateway.intents");
		}
		return customized;
	}

	@Override
	public synchronized Set<Intent> intents() {
		Identity settled = this.identity;
		return (settled != null) ? Intent.setOf(settled.identity().intents()) : Set.of();
	}

	@Override
	public synchronized @Nullable SessionStoreAccess sessions() {
		Identity settled = this.identity;
		return (settled != null) ? settled.sessions() : null;
	}

	private synchronized Identity identity() {
		Identity settled = this.identity;
		if (settled == null) {
			ListenerIntents intents = ListenerIntents.of(this.registry.handlers(), this.settings.intents());
			intents.findings().forEach(DefaultShardFactory::log);
			this.registry.setIntents(intents.intents());
			GatewayToken token = this.settings.token().get();
			ShardIdentity identity = new ShardIdentity(token, intents.intents(), this.settings.largeThreshold(),
					this.settings.presence());
			settled = new Identity(identity,
					new SessionStoreAccess(this.sessionStore, token,
							new SessionTerms(identity.intents(), GatewayUrl.API_VERSION, GatewayUrl.ENCODING,
									String.valueOf(this.connector.compression().parameter())),
							this.settings.sessionLoadTimeout(), this.settings.shards().sessionSaveInterval()));
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
