package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.discordgateway.RequestOverflowException;
import io.github.discordgateway.RequestTimeoutException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.UnansweredRequestException;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.event.ChannelInfo;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.SoundboardSounds;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A request and what has come in answer to it. Answers and the end come on the event loop
 * of its shard; whoever does not listen any more misses them silently.
 *
 * @param <T> the event that answers it
 */
abstract class PendingRequest<T extends GatewayEvent> {

	private static final byte[] NO_BODY = {};

	private final ShardId shard;

	private final GatewayCommand command;

	private final Set<AnswerKey> keys;

	private final Class<T> answerType;

	private final Sinks.Many<Answer<T>> answers = Sinks.many().unicast().onBackpressureBuffer();

	private final Sinks.Empty<Void> givenUp = Sinks.empty();

	/** Whether the answers are handed out as Discord sent them. */
	private final boolean raw;

	private volatile @Nullable RequestOverflowException overflow;

	/** The order in which requests were written; 0 before that. */
	private volatile long written;

	PendingRequest(ShardId shard, GatewayCommand command, boolean raw, Set<AnswerKey> keys, Class<T> answerType) {
		this.shard = shard;
		this.raw = raw;
		this.command = command;
		this.keys = Set.copyOf(keys);
		this.answerType = answerType;
	}

	ShardId shard() {
		return this.shard;
	}

	GatewayCommand command() {
		return this.command;
	}

	Set<AnswerKey> keys() {
		return this.keys;
	}

	long written() {
		return this.written;
	}

	void written(long number) {
		this.written = number;
	}

	Flux<Answer<T>> answers() {
		return this.answers.asFlux();
	}

	/** Completes as soon as the answers are given up, whatever of them still waits. */
	Mono<Void> givenUp() {
		return this.givenUp.asMono();
	}

	/** Why the answers were given up; empty when they were not. */
	<R> Mono<R> overflow() {
		RequestOverflowException problem = this.overflow;
		return (problem != null) ? Mono.error(problem) : Mono.empty();
	}

	/**
	 * Takes an answer in.
	 * @param body its body as Discord sent it, copied only for those who want it
	 * @return {@code false} for one that has come before
	 */
	boolean answer(GatewayEvent event, Supplier<byte[]> body, long size) {
		T answer = this.answerType.cast(event);
		if (!take(answer)) {
			return false;
		}
		this.answers.tryEmitNext(new Answer<>(answer, this.raw ? body.get() : NO_BODY, size));
		if (isComplete()) {
			this.answers.tryEmitComplete();
		}
		return true;
	}

	/** Gives up the answers that have come, and those that would. */
	void giveUp(long limit) {
		this.overflow = new RequestOverflowException(this + " was given up: " + progress()
				+ " came, and what of all answers waits for its subscribers is more than " + limit
				+ " bytes (discord.gateway.commands.max-pending-answers). Take them faster, or ask for less at once");
		this.givenUp.tryEmitEmpty();
	}

	void fail(UnansweredRequestException problem) {
		this.answers.tryEmitError(problem);
	}

	RequestTimeoutException timedOut(Duration limit) {
		return new RequestTimeoutException(this + " was not answered completely: " + progress() + " came, and nothing"
				+ " more within " + limit.toMillis() + " ms (discord.gateway.commands.answer-timeout). " + hint());
	}

	/** Counts an answer; false for one that has come before. */
	abstract boolean take(T answer);

	abstract boolean isComplete();

	/** What has come, for example "1 of 3 chunks". */
	abstract String progress();

	/** Why Discord may not have answered. */
	abstract String hint();

	/** The opcode and the guilds, never what was asked for. */
	@Override
	public String toString() {
		return this.command.opcode() + " for guild "
				+ String.join(", ", this.keys.stream().map((key) -> key.guildId().toString()).sorted().toList())
				+ " on shard " + this.shard;
	}

	/**
	 * An answer that waits for the subscriber.
	 *
	 * @param <T> the event
	 * @param event the event
	 * @param body its body as Discord sent it, where that is wanted
	 * @param size what it counts, in bytes
	 */
	record Answer<T>(T event, byte[] body, long size) {
	}

	/** Members come in chunks, which are numbered. */
	static final class Members extends PendingRequest<GuildMembersChunk> {

		private final Set<Integer> indexes = new HashSet<>();

		private volatile int received;

		private volatile int expected;

		Members(ShardId shard, RequestGuildMembers request, boolean raw) {
			super(shard, request, raw,
					Set.of(new AnswerKey(EventType.GUILD_MEMBERS_CHUNK, request.guildId(), request.nonce())),
					GuildMembersChunk.class);
		}

		@Override
		boolean take(GuildMembersChunk chunk) {
			this.expected = Math.max(chunk.chunkCount(), 1);
			boolean fresh = this.indexes.add(chunk.chunkIndex());
			this.received = this.indexes.size();
			return fresh;
		}

		@Override
		boolean isComplete() {
			return this.received >= this.expected;
		}

		@Override
		String progress() {
			return (this.received > 0) ? this.received + " of " + this.expected + " chunks" : "no chunk";
		}

		@Override
		String hint() {
			return "Discord does not answer for a guild that the bot is not in, for all members without the "
					+ "GUILD_MEMBERS intent, or for presences without GUILD_PRESENCES";
		}

	}

	/** Each guild answers once. */
	static final class Sounds extends PendingRequest<SoundboardSounds> {

		private final Set<Snowflake> missing;

		Sounds(ShardId shard, List<Snowflake> guildIds, boolean raw) {
			super(shard, new RequestSoundboardSounds(guildIds), raw, keys(guildIds), SoundboardSounds.class);
			this.missing = new LinkedHashSet<>(guildIds);
		}

		private static Set<AnswerKey> keys(List<Snowflake> guildIds) {
			Set<AnswerKey> keys = new LinkedHashSet<>();
			guildIds.forEach((guildId) -> keys.add(new AnswerKey(EventType.SOUNDBOARD_SOUNDS, guildId, null)));
			return keys;
		}

		@Override
		synchronized boolean take(SoundboardSounds sounds) {
			return this.missing.remove(sounds.guildId());
		}

		@Override
		synchronized boolean isComplete() {
			return this.missing.isEmpty();
		}

		@Override
		synchronized String progress() {
			return "all but those of " + this.missing;
		}

		@Override
		String hint() {
			return "Discord does not answer for a guild that the bot is not in";
		}

	}

	/** There is one answer. */
	static final class Info extends PendingRequest<ChannelInfo> {

		private @Nullable ChannelInfo answer;

		Info(ShardId shard, RequestChannelInfo request, boolean raw) {
			super(shard, request, raw, Set.of(new AnswerKey(EventType.CHANNEL_INFO, request.guildId(), null)),
					ChannelInfo.class);
		}

		@Override
		boolean take(ChannelInfo info) {
			boolean fresh = this.answer == null;
			this.answer = info;
			return fresh;
		}

		@Override
		boolean isComplete() {
			return this.answer != null;
		}

		@Override
		String progress() {
			return "nothing";
		}

		@Override
		String hint() {
			return "Discord does not answer for a guild that the bot is not in";
		}

	}

}
