package io.github.discordgateway.internal.cluster;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GatewaySnapshot;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.WhenRateLimited;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.ChannelInfo;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.session.Session;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;

/**
 * The {@link Gateway} to the shards of a {@link GatewayCluster}, which runs as long as
 * the application does. The cluster is started here, and nowhere else: an application, or
 * a test, with a gateway of its own connects nobody.
 */
public final class DefaultGateway implements Gateway, SmartLifecycle {

	private final GatewayCluster cluster;

	private final GatewayCommands commands;

	private final EventDispatcher dispatcher;

	private final Supplier<GatewayToken> token;

	private final boolean autoStartup;

	/**
	 * Makes a gateway.
	 * @param cluster has the shards
	 * @param commands sends what goes to Discord
	 * @param dispatcher has the events
	 * @param token asked for before the cluster starts, so that a missing one fails the
	 * start
	 * @param autoStartup whether the cluster starts with the application
	 */
	public DefaultGateway(GatewayCluster cluster, GatewayCommands commands, EventDispatcher dispatcher,
			Supplier<GatewayToken> token, boolean autoStartup) {
		this.cluster = cluster;
		this.commands = commands;
		this.dispatcher = dispatcher;
		this.token = token;
		this.autoStartup = autoStartup;
		if (autoStartup) {
			token.get();
		}
	}

	@Override
	public List<GatewayShard> shards() {
		return this.cluster.shards();
	}

	@Override
	public GatewayShard shard(int id) {
		return this.cluster.shard(id);
	}

	@Override
	public GatewayShard shardFor(Snowflake guildId) {
		return this.cluster.shardFor(guildId);
	}

	@Override
	public @Nullable BotIdentity self() {
		for (GatewayShard shard : shards()) {
			Session session = shard.snapshot().session();
			if (session != null && session.bot() != null) {
				return session.bot();
			}
		}
		return null;
	}

	@Override
	public Set<Snowflake> guildIds() {
		return shards().stream().flatMap((shard) -> shard.guildIds().stream()).collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public GatewaySnapshot snapshot() {
		return new GatewaySnapshot(this.cluster.isRunning(), this.cluster.isResharding(), this.cluster.problem(),
				this.cluster.sessionsLost());
	}

	@Override
	public @Nullable CoordinationSnapshot coordination() {
		return this.cluster.coordination();
	}

	@Override
	public void observeShards(Consumer<List<GatewayShard>> observer) {
		this.cluster.observe(observer);
	}

	@Override
	public Mono<Void> stopShard(int id) {
		return this.cluster.stopShard(id);
	}

	@Override
	public Mono<Void> startShard(int id) {
		return this.cluster.startShard(id);
	}

	@Override
	public Mono<Void> restartShard(int id) {
		return this.cluster.restartShard(id);
	}

	@Override
	public Mono<Void> reshard(int total) {
		return this.cluster.reshard(total);
	}

	@Override
	public Mono<Void> send(GatewayCommand command) {
		return this.commands.send(command);
	}

	@Override
	public Mono<Void> updatePresence(UpdatePresence presence) {
		return this.commands.updatePresence(presence);
	}

	@Override
	public Mono<Void> updateVoiceState(UpdateVoiceState state) {
		return this.commands.send(state);
	}

	@Override
	public Flux<GuildMembersChunk> requestGuildMembers(RequestGuildMembers request, WhenRateLimited whenRateLimited) {
		return this.commands.members(request, whenRateLimited);
	}

	@Override
	public Flux<SoundboardSounds> requestSoundboardSounds(RequestSoundboardSounds request) {
		return this.commands.sounds(request);
	}

	@Override
	public Mono<ChannelInfo> requestChannelInfo(RequestChannelInfo request) {
		return this.commands.channelInfo(request);
	}

	@Override
	public Flux<EventEnvelope> events() {
		return this.dispatcher.events(EventInterest.inAll(EventForm.ANY));
	}

	@Override
	public <E extends GatewayEvent> Flux<E> events(Class<E> type) {
		return this.dispatcher.events(type);
	}

	// Life cycle

	@Override
	public void start() {
		this.token.get();
		this.cluster.start();
	}

	@Override
	public void stop() {
		this.cluster.stop();
	}

	@Override
	public void stop(Runnable callback) {
		this.cluster.stop(callback);
	}

	@Override
	public boolean isRunning() {
		return this.cluster.isRunning();
	}

	@Override
	public boolean isAutoStartup() {
		return this.autoStartup;
	}

}
