package io.github.discordgateway.internal.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayNode;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GatewaySnapshot;
import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.ShardId;
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
import reactor.util.retry.Retry;

import org.springframework.context.SmartLifecycle;

/**
 * The {@link Gateway} to the shards of a {@link GatewayCluster}, which runs as long as
 * the application does. The cluster is started here, and nowhere else: an application, or
 * a test, with a gateway of its own connects nobody.
 */
public final class DefaultGateway implements Gateway, SmartLifecycle {

	private final GatewayCluster cluster;

	private final GatewayRequests requests;

	private final EventDispatcher dispatcher;

	private final Supplier<GatewayToken> token;

	private final boolean autoStartup;

	/**
	 * Makes a gateway.
	 * @param cluster has the shards
	 * @param requests knows the answers to requests
	 * @param dispatcher has the events
	 * @param token asked for before the cluster starts, so that a missing one fails the
	 * start
	 * @param autoStartup whether the cluster starts with the application
	 */
	public DefaultGateway(GatewayCluster cluster, GatewayRequests requests, EventDispatcher dispatcher,
			Supplier<GatewayToken> token, boolean autoStartup) {
		this.cluster = cluster;
		this.requests = requests;
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
		if (command instanceof UpdatePresence presence) {
			return updatePresence(presence);
		}
		if (command instanceof RequestSoundboardSounds sounds) {
			CommandRejectedException problem = noTotal();
			return (problem != null) ? Mono.error(problem) : Flux.fromIterable(byShardId(sounds.guildIds()).entrySet())
				.flatMapDelayError((part) -> sendBy(part.getKey(), new RequestSoundboardSounds(part.getValue())),
						Integer.MAX_VALUE, 1)
				.then();
		}
		return sendToGuild(guildOf(command), command);
	}

	private static Snowflake guildOf(GatewayCommand command) {
		if (command instanceof UpdateVoiceState state) {
			return state.guildId();
		}
		if (command instanceof RequestGuildMembers members) {
			return members.guildId();
		}
		return ((RequestChannelInfo) command).guildId();
	}

	private Mono<Void> sendToGuild(Snowflake guildId, GatewayCommand command) {
		CommandRejectedException problem = noTotal();
		return (problem != null) ? Mono.error(problem) : sendBy(ShardId.forGuild(guildId, total()), command);
	}

	/** By a shard that runs here or, where processes share the shards, elsewhere. */
	private Mono<Void> sendBy(ShardId id, GatewayCommand command) {
		for (GatewayShard shard : shards()) {
			if (shard.id().equals(id)) {
				return shard.send(command);
			}
		}
		return (coordination() != null) ? this.cluster.sendElsewhere(id, command) : shard(id.number()).send(command);
	}

	/** The number of shards that the bot's guilds are divided by. */
	private int total() {
		CoordinationSnapshot coordination = coordination();
		GatewayNode self = (coordination != null) ? coordination.self() : null;
		return (self != null) ? self.total() : shards().get(0).id().total();
	}

	private @Nullable CommandRejectedException noTotal() {
		CoordinationSnapshot coordination = coordination();
		return (coordination != null && coordination.self() != null) ? null : noShards();
	}

	@Override
	public Mono<Void> updatePresence(UpdatePresence presence) {
		CommandRejectedException problem = noShards();
		if (problem != null) {
			return Mono.error(problem);
		}
		// One shard that has ended keeps no other from sending.
		return Flux.fromIterable(shards().stream().map((shard) -> shard.updatePresence(presence)).toList())
			.flatMapDelayError((sent) -> sent, Integer.MAX_VALUE, 1)
			.then();
	}

	@Override
	public Mono<Void> updateVoiceState(UpdateVoiceState state) {
		return sendToGuild(state.guildId(), state);
	}

	@Override
	public Flux<GuildMembersChunk> requestGuildMembers(RequestGuildMembers request, WhenRateLimited whenRateLimited) {
		CommandRejectedException problem = obstacle(List.of(request.guildId()));
		if (problem != null) {
			return Flux.error(problem);
		}
		Flux<GuildMembersChunk> chunks = this.requests.members(shardFor(request.guildId()), request);
		return (whenRateLimited == WhenRateLimited.RETRY)
				? chunks.retryWhen(Retry.withThrowable((failures) -> failures.concatMap(DefaultGateway::waitFor)))
				: chunks;
	}

	private static Mono<Long> waitFor(Throwable failure) {
		return (failure instanceof RequestRateLimitedException limited) ? Mono.delay(limited.retryAfter())
				: Mono.error(failure);
	}

	@Override
	public Flux<SoundboardSounds> requestSoundboardSounds(RequestSoundboardSounds request) {
		CommandRejectedException problem = obstacle(request.guildIds());
		if (problem != null) {
			return Flux.error(problem);
		}
		List<Flux<SoundboardSounds>> parts = new ArrayList<>();
		byShard(request.guildIds()).forEach((shard, guildIds) -> parts.add(this.requests.sounds(shard, guildIds)));
		return Flux.merge(parts);
	}

	private Map<ShardId, List<Snowflake>> byShardId(List<Snowflake> guildIds) {
		int total = total();
		return new LinkedHashSet<>(guildIds).stream()
			.collect(Collectors.groupingBy((id) -> ShardId.forGuild(id, total), LinkedHashMap::new,
					Collectors.toList()));
	}

	private Map<GatewayShard, List<Snowflake>> byShard(List<Snowflake> guildIds) {
		Map<GatewayShard, List<Snowflake>> byShard = new LinkedHashMap<>();
		new LinkedHashSet<>(guildIds)
			.forEach((id) -> byShard.computeIfAbsent(shardFor(id), (shard) -> new ArrayList<>()).add(id));
		return byShard;
	}

	@Override
	public Mono<ChannelInfo> requestChannelInfo(RequestChannelInfo request) {
		CommandRejectedException problem = obstacle(List.of(request.guildId()));
		return (problem != null) ? Mono.error(problem)
				: this.requests.channelInfo(shardFor(request.guildId()), request);
	}

	/** What keeps a request about guilds from being made here; null when nothing does. */
	private @Nullable CommandRejectedException obstacle(List<Snowflake> guildIds) {
		CommandRejectedException tooEarly = noShards();
		CoordinationSnapshot coordination = coordination();
		if (coordination == null || coordination.self() == null) {
			return tooEarly;
		}
		int total = coordination.self().total();
		Set<Integer> here = shards().stream().map((shard) -> shard.id().number()).collect(Collectors.toSet());
		for (Snowflake guildId : guildIds) {
			ShardId shard = ShardId.forGuild(guildId, total);
			if (!here.contains(shard.number())) {
				return new CommandRejectedException(elsewhere(guildId, shard, coordination.nodeOf(shard)));
			}
		}
		return tooEarly;
	}

	private static String elsewhere(Snowflake guildId, ShardId shard, @Nullable GatewayNode owner) {
		return "The command for guild " + guildId + " is not sent: its shard " + shard
				+ " does not run in this process, but "
				+ ((owner != null) ? "on " + owner.host() + " as node " + owner.id() : "nowhere at present")
				+ ". Send it where the guild's events are handled";
	}

	/** Whether it is too early, and why; null when there are shards. */
	private @Nullable CommandRejectedException noShards() {
		if (!this.cluster.shards().isEmpty()) {
			return null;
		}
		String problem = this.cluster.problem();
		return new CommandRejectedException("There is no shard yet that could send the command: " + ((problem != null)
				? problem : "the gateway is not started, or Discord has not told how many to run"));
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
