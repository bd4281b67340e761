package io.github.discordgateway.internal.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.GatewayShard;
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
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.internal.shard.CommandWriter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sends commands and makes requests by the shard that each guild belongs to: one of this
 * process or, where processes share the shards, of another one.
 */
public final class GatewayCommands {

	private final Supplier<List<GatewayShard>> shards;

	/** Says which shard does not run here. */
	private final Function<ShardId, GatewayShard> required;

	private final Supplier<String> reason;

	private final @Nullable RemoteShards elsewhere;

	private final GatewayRequests requests;

	private final CommandWriter writer;

	private GatewayCommands(Supplier<List<GatewayShard>> shards, Function<ShardId, GatewayShard> required,
			Supplier<String> reason, @Nullable RemoteShards elsewhere, GatewayRequests requests, CommandWriter writer) {
		this.shards = shards;
		this.required = required;
		this.reason = reason;
		this.elsewhere = elsewhere;
		this.requests = requests;
		this.writer = writer;
	}

	/**
	 * Commands of a process that runs shards.
	 * @param cluster has the shards
	 * @param requests knows the answers to requests
	 * @param writer writes what other processes send
	 * @return the commands
	 */
	public static GatewayCommands of(GatewayCluster cluster, GatewayRequests requests, CommandWriter writer) {
		return new GatewayCommands(cluster::shards, (shard) -> cluster.shard(shard.number()), () -> {
			String problem = cluster.problem();
			return (problem != null) ? problem : "the gateway is not started, or Discord has not told how many to run";
		}, cluster.elsewhere(), requests, writer);
	}

	/**
	 * Commands of a process that runs no shards.
	 * @param elsewhere the shards of other processes
	 * @param requests reads the answers to requests
	 * @param writer writes what other processes send
	 * @return the commands
	 */
	public static GatewayCommands ofOthers(RemoteShards elsewhere, GatewayRequests requests, CommandWriter writer) {
		return new GatewayCommands(List::of, (shard) -> {
			throw new IllegalArgumentException("Shard " + shard + " does not run in this process");
		}, () -> "no process that runs shards has told how many there are", elsewhere, requests, writer);
	}

	/**
	 * What is known of all processes that share the shards.
	 * @return the state of this moment; {@code null} when none do
	 */
	public @Nullable CoordinationSnapshot coordination() {
		RemoteShards others = this.elsewhere;
		return (others != null) ? others.snapshot() : null;
	}

	/**
	 * Sends a command.
	 * @param command what to send
	 * @return completes when every shard concerned has written it
	 * @throws IllegalArgumentException when it cannot be sent
	 */
	public Mono<Void> send(GatewayCommand command) {
		if (command instanceof UpdatePresence presence) {
			return updatePresence(presence);
		}
		if (command instanceof RequestSoundboardSounds sounds) {
			return withTotal((total) -> Flux.fromIterable(byShard(sounds.guildIds(), total).entrySet())
				.flatMapDelayError((part) -> sendBy(part.getKey(), new RequestSoundboardSounds(part.getValue())),
						Integer.MAX_VALUE, 1))
				.then();
		}
		checkSize(command);
		Snowflake guildId = guildOf(command);
		return withTotal((total) -> sendBy(ShardId.forGuild(guildId, total), command).flux()).then();
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

	private Mono<Void> sendBy(ShardId id, GatewayCommand command) {
		GatewayShard here = find(id);
		if (here != null) {
			return here.send(command);
		}
		RemoteShards others = this.elsewhere;
		return (others != null) ? others.send(id, this.writer.write(command)) : this.required.apply(id).send(command);
	}

	/**
	 * Shows another presence on all shards of this process.
	 * @param presence what to show
	 * @return completes when every shard has sent it
	 */
	public Mono<Void> updatePresence(UpdatePresence presence) {
		List<GatewayShard> running = this.shards.get();
		if (running.isEmpty()) {
			return Mono.error(noShards());
		}
		// One shard that has ended keeps no other from sending.
		return Flux.fromIterable(running.stream().map((shard) -> shard.updatePresence(presence)).toList())
			.flatMapDelayError((sent) -> sent, Integer.MAX_VALUE, 1)
			.then();
	}

	/**
	 * Asks for members of a guild.
	 * @param request what to ask for
	 * @param whenRateLimited what to do when it was asked too often
	 * @return the chunks
	 * @throws IllegalArgumentException when it cannot be asked
	 */
	public Flux<GuildMembersChunk> members(RequestGuildMembers request, WhenRateLimited whenRateLimited) {
		checkSize(request);
		Flux<GuildMembersChunk> chunks = withTotal((total) -> {
			ShardId id = ShardId.forGuild(request.guildId(), total);
			return ask(id, (shard) -> this.requests.members(shard, request), request, EventType.GUILD_MEMBERS_CHUNK,
					GuildMembersChunk.class);
		});
		return (whenRateLimited == WhenRateLimited.RETRY)
				? chunks.retryWhen(Retry.withThrowable((failures) -> failures.concatMap(GatewayCommands::waitFor)))
				: chunks;
	}

	private static Mono<Long> waitFor(Throwable failure) {
		return (failure instanceof RequestRateLimitedException limited) ? Mono.delay(limited.retryAfter())
				: Mono.error(failure);
	}

	/**
	 * Asks for the soundboard sounds of guilds.
	 * @param request the guilds
	 * @return the sounds of each guild
	 */
	public Flux<SoundboardSounds> sounds(RequestSoundboardSounds request) {
		return withTotal((total) -> {
			List<Flux<SoundboardSounds>> parts = new ArrayList<>();
			byShard(request.guildIds(), total).forEach((id, guildIds) -> GatewayRequests.commands(guildIds)
				.forEach((part) -> parts.add(ask(id, (shard) -> this.requests.sounds(shard, part),
						new RequestSoundboardSounds(part), EventType.SOUNDBOARD_SOUNDS, SoundboardSounds.class))));
			return Flux.merge(parts);
		});
	}

	private static Map<ShardId, List<Snowflake>> byShard(List<Snowflake> guildIds, int total) {
		return new LinkedHashSet<>(guildIds).stream()
			.collect(Collectors.groupingBy((id) -> ShardId.forGuild(id, total), LinkedHashMap::new,
					Collectors.toList()));
	}

	/**
	 * Asks for what the channels of a guild do not carry in their objects.
	 * @param request what to ask for
	 * @return the answer
	 */
	public Mono<ChannelInfo> channelInfo(RequestChannelInfo request) {
		return withTotal((total) -> ask(ShardId.forGuild(request.guildId(), total),
				(shard) -> this.requests.channelInfo(shard, request).flux(), request, EventType.CHANNEL_INFO,
				ChannelInfo.class))
			.next();
	}

	private <T extends GatewayEvent> Flux<T> ask(ShardId id, Function<GatewayShard, Flux<T>> here,
			GatewayCommand request, EventType type, Class<T> answer) {
		GatewayShard shard = find(id);
		RemoteShards others = this.elsewhere;
		if (shard != null || others == null) {
			return here.apply((shard != null) ? shard : this.required.apply(id));
		}
		return this.requests.read(others.ask(id, this.writer.write(request)), type, answer);
	}

	private @Nullable GatewayShard find(ShardId id) {
		for (GatewayShard shard : this.shards.get()) {
			if (shard.id().equals(id)) {
				return shard;
			}
		}
		return null;
	}

	/**
	 * Does something when the number of shards is known: where nobody else has to be
	 * asked for it at once, so that what cannot be sent is refused where it is called.
	 */
	private <T> Flux<T> withTotal(Function<Integer, Flux<T>> action) {
		RemoteShards others = this.elsewhere;
		if (others == null) {
			List<GatewayShard> running = this.shards.get();
			return running.isEmpty() ? Flux.error(noShards()) : action.apply(running.get(0).id().total());
		}
		return Flux.defer(() -> others.total().switchIfEmpty(Mono.error(this::noShards)).flatMapMany(action));
	}

	private void checkSize(GatewayCommand command) {
		this.writer.write(command);
	}

	private CommandRejectedException noShards() {
		return new CommandRejectedException("There is no shard yet that could send the command: " + this.reason.get());
	}

}
