package io.github.discordgateway.internal.kafka;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.GatewaySnapshot;
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
import io.github.discordgateway.internal.cluster.GatewayCommands;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventInterest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The gateway of a worker, which has no shards: events come as they do everywhere, and
 * whatever needs a shard is done by the process that runs it, or refused when nothing
 * leads there.
 */
public final class WorkerGateway implements Gateway {

	private static final String NO_SHARDS = "This process is a worker (discord.gateway.role=worker), which runs no "
			+ "shards";

	private final KafkaWorker worker;

	private final EventDispatcher dispatcher;

	private final @Nullable GatewayCommands commands;

	/**
	 * Makes a gateway.
	 * @param worker brings the events
	 * @param dispatcher has the events
	 * @param commands reach the processes that run the shards; {@code null} when nothing
	 * does
	 */
	public WorkerGateway(KafkaWorker worker, EventDispatcher dispatcher, @Nullable GatewayCommands commands) {
		this.worker = worker;
		this.dispatcher = dispatcher;
		this.commands = commands;
	}

	@Override
	public List<GatewayShard> shards() {
		return List.of();
	}

	@Override
	public GatewayShard shard(int id) {
		throw new IllegalArgumentException(NO_SHARDS);
	}

	@Override
	public GatewayShard shardFor(Snowflake guildId) {
		throw new IllegalArgumentException(NO_SHARDS);
	}

	@Override
	public @Nullable BotIdentity self() {
		return null;
	}

	@Override
	public Set<Snowflake> guildIds() {
		return Set.of();
	}

	@Override
	public GatewaySnapshot snapshot() {
		return new GatewaySnapshot(this.worker.isRunning(), false, this.worker.problem(), 0);
	}

	@Override
	public @Nullable CoordinationSnapshot coordination() {
		return (this.commands != null) ? this.commands.coordination() : null;
	}

	@Override
	public void observeShards(Consumer<List<GatewayShard>> observer) {
		observer.accept(List.of());
	}

	@Override
	public Mono<Void> stopShard(int id) {
		return Mono.error(() -> new IllegalArgumentException(NO_SHARDS));
	}

	@Override
	public Mono<Void> startShard(int id) {
		return Mono.error(() -> new IllegalArgumentException(NO_SHARDS));
	}

	@Override
	public Mono<Void> restartShard(int id) {
		return Mono.error(() -> new IllegalArgumentException(NO_SHARDS));
	}

	@Override
	public Mono<Void> reshard(int total) {
		return Mono.error(() -> new IllegalStateException(NO_SHARDS));
	}

	@Override
	public Mono<Void> send(GatewayCommand command) {
		return (this.commands != null && !(command instanceof UpdatePresence)) ? this.commands.send(command)
				: Mono.error(this::rejected);
	}

	@Override
	public Mono<Void> updatePresence(UpdatePresence presence) {
		return send(presence);
	}

	@Override
	public Mono<Void> updateVoiceState(UpdateVoiceState state) {
		return send(state);
	}

	@Override
	public Flux<GuildMembersChunk> requestGuildMembers(RequestGuildMembers request, WhenRateLimited whenRateLimited) {
		return (this.commands != null) ? this.commands.members(request, whenRateLimited) : Flux.error(this::rejected);
	}

	@Override
	public Flux<SoundboardSounds> requestSoundboardSounds(RequestSoundboardSounds request) {
		return (this.commands != null) ? this.commands.sounds(request) : Flux.error(this::rejected);
	}

	@Override
	public Mono<ChannelInfo> requestChannelInfo(RequestChannelInfo request) {
		return (this.commands != null) ? this.commands.channelInfo(request) : Mono.error(this::rejected);
	}

	private CommandRejectedException rejected() {
		return new CommandRejectedException(NO_SHARDS + ((this.commands != null)
				? ": a presence is shown by the processes that run shards"
				: ": commands and requests over the gateway are for the processes that run shards, or need "
						+ "discord.gateway.coordination=redis here, too. What Discord offers over HTTP works here "
						+ "(DiscordRest)"));
	}

	@Override
	public Flux<EventEnvelope> events() {
		return this.dispatcher.events(EventInterest.inAll(EventForm.ANY));
	}

	@Override
	public <E extends GatewayEvent> Flux<E> events(Class<E> type) {
		return this.dispatcher.events(type);
	}

}
