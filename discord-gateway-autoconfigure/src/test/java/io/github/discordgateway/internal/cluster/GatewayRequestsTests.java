package io.github.discordgateway.internal.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.RequestOverflowException;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.RequestTimeoutException;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.UnansweredRequestException;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.event.ChannelInfo;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDraining;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardWatcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GatewayRequests}.
 */
@ExtendWith(OutputCaptureExtension.class)
class GatewayRequestsTests {

	private static final Snowflake GUILD = Snowflake.of(5);

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration TICK = Duration.ofMillis(1);

	/** Ten of the smallest answers. */
	private static final long MAX_PENDING = 10 * 1024;

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final RequestGuildMembers ALL = RequestGuildMembers.all(GUILD);

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final EventDecoder decoder = new EventDecoder(this.mapper);

	/** Of this class alone: whatever else lives in the process keeps its own time. */
	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private GatewayRequests requests = new GatewayRequests(this.decoder, TIMEOUT, MAX_PENDING);

	private final List<String> passedOn = new ArrayList<>();

	private final List<ShardLifecycleEvent> notices = new ArrayList<>();

	private final StubShard shard = new StubShard();

	private EventDelivery delivery = inspecting();

	private final ShardWatcher watcher = this.requests.watching(this.notices::add);

	private int handled;

	private EventDelivery inspecting() {
		return this.requests.inspecting((from, session, frame, replayed, handled) -> {
			this.passedOn.add(String.valueOf(frame.name()));
			handled.run();
		});
	}

	private void inVirtualTime() {
		this.requests = new GatewayRequests(this.decoder, TIMEOUT, MAX_PENDING, this.time, this.time);
		this.delivery = inspecting();
	}

	private void receive(String name, String body) {
		byte[] json = ("{\"t\":\"" + name + "\",\"s\":1,\"op\":0,\"d\":" + body + "}").getBytes(StandardCharsets.UTF_8);
		try {
			this.delivery.deliver(this.shard.id(), null, new FrameReader(this.mapper).read(json, 0, json.length), false,
					() -> this.handled++);
		}
		catch (MalformedFrameException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private void chunk(String nonce, int index, int count) {
		receive("GUILD_MEMBERS_CHUNK",
				"{\"guild_id\":\"5\",\"members\":[],\"chunk_index\":%d,\"chunk_count\":%d,\"nonce\":\"%s\"}"
					.formatted(index, count, nonce));
	}

	private void chunkWithoutNonce(int guild, int index, int count) {
		receive("GUILD_MEMBERS_CHUNK", "{\"guild_id\":\"%d\",\"members\":[],\"chunk_index\":%d,\"chunk_count\":%d}"
			.formatted(guild, index, count));
	}

	private void rateLimited(String meta) {
		receive("RATE_LIMITED", "{\"opcode\":8,\"retry_after\":1.2345,\"meta\":" + meta + "}");
	}

	private Flux<Integer> indexes() {
		return this.requests.members(this.shard, ALL).map(GuildMembersChunk::chunkIndex);
	}

	@Test
	@DisplayName("C34 All chunks of the own nonce come, whatever their order, and the last one completes")
	void chunksOfTheOwnNonce() {
		StepVerifier.create(indexes()).then(() -> {
			String nonce = this.shard.nonce(0);
			chunk("another", 0, 1);
			chunk(nonce, 1, 3);
			chunk(nonce, 0, 3);
			chunk(nonce, 0, 3);
			receive("GUILD_MEMBERS_CHUNK",
					"{\"guild_id\":\"6\",\"chunk_index\":2,\"chunk_count\":3,\"nonce\":\"" + nonce + "\"}");
			receive("MESSAGE_CREATE", "{}");
			chunk(nonce, 2, 3);
			chunk(nonce, 2, 3);
		}).expectNext(1, 0, 2).expectComplete().verify(LIMIT);
		assertThat(this.passedOn).as("listeners get them as well").hasSize(8);
		assertThat(this.handled).isEqualTo(8);
		assertThat(this.requests.size()).isZero();
	}

	@Test
	@DisplayName("C34 Chunks without a nonce belong to the only open request for their guild")
	void chunksWithoutNonce() {
		StepVerifier.create(indexes()).then(() -> {
			this.requests.members(this.shard, RequestGuildMembers.all(Snowflake.of(6))).subscribe();
			this.shard.writable = Sinks.empty();
			this.requests.members(this.shard, ALL).subscribe();
			chunkWithoutNonce(5, 0, 2);
			chunkWithoutNonce(7, 1, 2);
			receive("GUILD_MEMBERS_CHUNK", "{\"guild_id\":\"5\",\"chunk_index\":1,\"chunk_count\":2,\"nonce\":\"\"}");
		}).expectNext(0, 1).expectComplete().verify(LIMIT);
	}

	@Test
	@DisplayName("C34 Chunks without a nonce are nobody's as long as two requests for their guild are open")
	void chunksWithoutNonceOfTwoRequests() {
		this.requests.members(this.shard, ALL).subscribe();
		StepVerifier.create(indexes()).then(() -> {
			chunkWithoutNonce(5, 0, 1);
			assertThat(this.requests.size()).isEqualTo(2);
			chunk(this.shard.nonce(0), 0, 1);
			chunkWithoutNonce(5, 3, 1);
		}).expectNext(3).expectComplete().verify(LIMIT);
	}

	@Test
	@DisplayName("C34 What waits for subscribers is bounded: the request that holds most is given up at once")
	void boundsWhatWaits() {
		// The first is taken before the rest comes: what is given up may overtake it.
		StepVerifier.create(indexes(), 1).then(() -> chunk(this.shard.nonce(0), 0, 20)).expectNext(0).then(() -> {
			StepVerifier.create(indexes(), 0).then(() -> {
				chunk(this.shard.nonce(1), 0, 2);
				for (int i = 1; i < 20; i++) {
					chunk(this.shard.nonce(0), i, 20);
				}
				chunk(this.shard.nonce(1), 1, 2);
			}).thenRequest(2).expectNext(0, 1).expectComplete().verify(LIMIT);
		})
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestOverflowException.class)
				.hasMessageContaining("REQUEST_GUILD_MEMBERS for guild 5")
				.hasMessageContaining("of 20 chunks came")
				.hasMessageContaining("discord.gateway.commands.max-pending-answers"))
			.verify(LIMIT);
		assertThat(this.requests.size()).isZero();
		assertThat(this.requests.held()).isZero();
	}

	@Test
	@DisplayName("C34 A large answer counts by its size")
	void boundsBytes() {
		String name = "x".repeat(6000);
		StepVerifier.create(indexes(), 0).then(() -> {
			for (int i = 0; i < 2; i++) {
				receive("GUILD_MEMBERS_CHUNK",
						"{\"guild_id\":\"5\",\"members\":[{\"nick\":\"%s\"}],\"chunk_index\":%d,\"chunk_count\":3,\"nonce\":\"%s\"}"
							.formatted(name, i, this.shard.nonce(0)));
			}
		}).expectError(RequestOverflowException.class).verify(LIMIT);
		assertThat(this.requests.held()).isZero();
	}

	@Test
	void theReadersOfAnswersAreMadeBeforeTheFirstComes() {
		assertThat(this.decoder.prepared()).isEmpty();
		indexes().subscribe();
		assertThat(this.decoder.prepared()).containsExactlyInAnyOrder(EventType.GUILD_MEMBERS_CHUNK,
				EventType.RATE_LIMITED);
	}

	@Test
	void whatWasTakenWaitsNoMore() {
		int count = 100;
		StepVerifier.Step<Integer> step = StepVerifier.create(indexes());
		for (int i = 0; i < count; i++) {
			int index = i;
			step = step.then(() -> chunk(this.shard.nonce(0), index, count)).expectNext(index);
		}
		step.expectComplete().verify(LIMIT);
		assertThat(this.requests.held()).isZero();
	}

	@Test
	void whatACancelledRequestHoldsWaitsNoMore() {
		StepVerifier.create(indexes(), 0).then(() -> {
			chunk(this.shard.nonce(0), 0, 3);
			chunk(this.shard.nonce(0), 0, 3);
			assertThat(this.requests.held()).isEqualTo(1024);
		}).thenCancel().verify(LIMIT);
		chunk(this.shard.nonce(0), 1, 3);
		assertThat(this.requests.held()).isZero();
	}

	@Test
	@DisplayName("C34 Requests at the same time do not mix: each has a nonce of its own of at most 32 bytes")
	void noncesAreUnique() {
		List<String> first = new ArrayList<>();
		Flux<Integer> chunks = indexes();
		chunks.subscribe();
		StepVerifier.create(chunks).then(() -> {
			assertThat(this.requests.size()).isEqualTo(2);
			chunk(this.shard.nonce(0), 0, 1);
			chunk(this.shard.nonce(1), 7, 1);
		}).expectNext(7).expectComplete().verify(LIMIT);
		for (int i = 0; i < 1000; i++) {
			chunks.subscribe().dispose();
			first.add(this.shard.nonce(i));
		}
		Set<String> distinct = new HashSet<>(first);
		assertThat(distinct).hasSize(1000).allMatch((nonce) -> nonce.getBytes(StandardCharsets.UTF_8).length <= 32);
		assertThat(this.requests.size()).as("cancelled ones leave nothing behind").isZero();
	}

	@Test
	void aGivenNonceIsKeptAndMayNotBeUsedTwiceAtATime() {
		RequestGuildMembers marked = RequestGuildMembers.builder(GUILD).query("").limit(0).nonce("mine").build();
		this.requests.members(this.shard, marked).subscribe();
		assertThat(this.shard.nonce(0)).isEqualTo("mine");
		StepVerifier.create(this.requests.members(this.shard, marked))
			.expectErrorMatches((ex) -> ex instanceof IllegalStateException && ex.getMessage().contains("'mine'"))
			.verify(LIMIT);
		chunk("mine", 0, 1);
		assertThat(this.requests.size()).isZero();
	}

	@Test
	@DisplayName("C34 It times out when no further chunk comes, counted from each chunk on")
	void missingChunk() {
		inVirtualTime();
		StepVerifier.create(indexes())
			.expectSubscription()
			.then(() -> this.time.advanceTimeBy(TIMEOUT.minus(TICK)))
			.then(() -> chunk(this.shard.nonce(0), 0, 3))
			.expectNext(0)
			.then(() -> this.time.advanceTimeBy(TIMEOUT.minus(TICK)))
			.then(() -> chunk(this.shard.nonce(0), 2, 3))
			.expectNext(2)
			.then(() -> this.time.advanceTimeBy(TIMEOUT.minus(TICK)))
			.then(() -> assertThat(this.requests.size()).as("still waiting").isEqualTo(1))
			.then(() -> this.time.advanceTimeBy(TICK))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(RequestTimeoutException.class)
				.hasMessageContaining("REQUEST_GUILD_MEMBERS for guild 5 on shard 0/1")
				.hasMessageContaining("2 of 3 chunks")
				.hasMessageContaining("GUILD_MEMBERS intent"))
			.verify(LIMIT);
		assertThat(this.requests.size()).isZero();
	}

	@Test
	@DisplayName("C34 The limit runs from when the request was written, not while it waits to be sent")
	void limitRunsFromWriting() {
		this.shard.writable = Sinks.empty();
		inVirtualTime();
		StepVerifier.create(indexes())
			.expectSubscription()
			.then(() -> this.time.advanceTimeBy(TIMEOUT.multipliedBy(10)))
			.then(() -> this.shard.writable.tryEmitEmpty())
			.then(() -> this.time.advanceTimeBy(TIMEOUT.minus(TICK)))
			.then(() -> assertThat(this.requests.size()).as("still waiting").isEqualTo(1))
			.then(() -> this.time.advanceTimeBy(TICK))
			.expectErrorMatches(
					(ex) -> ex instanceof RequestTimeoutException && ex.getMessage().contains("no chunk came"))
			.verify(LIMIT);
	}

	@Test
	@DisplayName("C34 A subscriber that takes its time is no reason for a time-out")
	void slowSubscriber() {
		inVirtualTime();
		StepVerifier.create(indexes(), 0).expectSubscription().then(() -> {
			chunk(this.shard.nonce(0), 0, 2);
			chunk(this.shard.nonce(0), 1, 2);
			this.time.advanceTimeBy(TIMEOUT.multipliedBy(10));
		}).thenRequest(2).expectNext(0, 1).expectComplete().verify(LIMIT);
	}

	@Test
	@DisplayName("C34 It fails with the wait when RATE_LIMITED names its nonce")
	void rateLimitedByNonce() {
		this.requests.members(this.shard, ALL).subscribe();
		StepVerifier.create(indexes())
			.then(() -> rateLimited("{\"guild_id\":\"5\",\"nonce\":\"" + this.shard.nonce(1) + "\"}"))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(RequestRateLimitedException.class,
					(limited) -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofMillis(1235))))
			.verify(LIMIT);
		assertThat(this.requests.size()).as("the other one waits on").isEqualTo(1);
	}

	@Test
	@DisplayName("C34 Without a nonce in RATE_LIMITED the oldest request for its guild is meant")
	void rateLimitedByGuild() {
		StepVerifier.create(indexes()).then(() -> {
			this.requests.members(this.shard, ALL).subscribe();
			rateLimited("{\"guild_id\":\"6\"}");
			rateLimited("{}");
			rateLimited("null");
			receive("RATE_LIMITED", "{\"opcode\":3,\"retry_after\":1,\"meta\":{\"guild_id\":\"5\"}}");
			assertThat(this.requests.size()).isEqualTo(2);
			rateLimited("{\"guild_id\":\"5\"}");
		}).expectError(RequestRateLimitedException.class).verify(LIMIT);
		assertThat(this.requests.size()).isEqualTo(1);
	}

	@Test
	@DisplayName("C34 Late chunks of a cancelled request are dropped silently")
	void lateChunks(CapturedOutput output) {
		this.requests.members(this.shard, RequestGuildMembers.all(Snowflake.of(6))).subscribe();
		StepVerifier.create(indexes())
			.then(() -> chunk(this.shard.nonce(1), 0, 2))
			.expectNext(0)
			.thenCancel()
			.verify(LIMIT);
		chunk(this.shard.nonce(1), 1, 2);
		assertThat(this.requests.size()).isEqualTo(1);
		assertThat(this.passedOn).hasSize(2);
		assertThat(output).isEmpty();
	}

	@Test
	void aCommandThatIsRejectedFailsTheRequest() {
		this.shard.writable = Sinks.empty();
		this.shard.writable.tryEmitError(new CommandRejectedException("the shard has ended"));
		StepVerifier.create(indexes()).expectError(CommandRejectedException.class).verify(LIMIT);
		assertThat(this.requests.size()).isZero();
	}

	@Test
	void aLostSessionFailsWhatWasAskedInItAndKeepsWhatStillWaits() {
		StepVerifier.create(indexes()).then(() -> {
			this.shard.writable = Sinks.empty();
			this.requests.members(this.shard, ALL).subscribe();
			this.watcher.on(new SessionLost(this.shard.id(), 3, new DisconnectCause.SessionInvalidated(false)));
		})
			.expectErrorSatisfies((ex) -> assertThat(ex).isExactlyInstanceOf(UnansweredRequestException.class)
				.hasMessageContaining("session was lost"))
			.verify(LIMIT);
		assertThat(this.requests.size()).isEqualTo(1);
		assertThat(this.notices).hasSize(1);
	}

	@Test
	void aShardThatDrainsOrEndsFailsItsRequests() {
		for (ShardLifecycleEvent notice : List.of(new ShardDraining(this.shard.id()), new ShardStopped(this.shard.id()),
				new ShardFailed(this.shard.id(), 4014))) {
			StepVerifier.create(indexes())
				.then(() -> this.watcher.on(notice))
				.expectErrorMatches((ex) -> ex.getMessage().contains("takes no more events"))
				.verify(LIMIT);
		}
		this.shard.state = ShardState.DRAINING;
		this.shard.sent.clear();
		StepVerifier.create(indexes())
			.expectErrorMatches((ex) -> ex.getMessage().contains("takes no more events"))
			.verify(LIMIT);
		assertThat(this.shard.sent).isEmpty();
		assertThat(this.requests.size()).isZero();
	}

	@Test
	void soundsCompleteWhenAllGuildsHaveAnswered() {
		List<Snowflake> guilds = List.of(Snowflake.of(5), Snowflake.of(6));
		StepVerifier.create(this.requests.sounds(this.shard, guilds).map(SoundboardSounds::guildId)).then(() -> {
			sounds(6);
			sounds(6);
			sounds(7);
			sounds(5);
		}).expectNext(Snowflake.of(6), Snowflake.of(5)).expectComplete().verify(LIMIT);
		assertThat(this.requests.size()).isZero();
	}

	private void sounds(int guild) {
		receive("SOUNDBOARD_SOUNDS", "{\"guild_id\":\"" + guild + "\",\"soundboard_sounds\":[]}");
	}

	@Test
	void soundsTimeOutAndNameTheGuildsThatDidNotAnswer() {
		List<Snowflake> guilds = List.of(Snowflake.of(5), Snowflake.of(6));
		inVirtualTime();
		StepVerifier.create(this.requests.sounds(this.shard, guilds).map(SoundboardSounds::guildId))
			.expectSubscription()
			.then(() -> sounds(5))
			.expectNext(Snowflake.of(5))
			.then(() -> this.time.advanceTimeBy(TIMEOUT))
			.expectErrorMatches(
					(ex) -> ex instanceof RequestTimeoutException && ex.getMessage().contains("all but those of [6]"))
			.verify(LIMIT);
	}

	@Test
	void soundsOfManyGuildsAreAskedForInSeveralCommandsThatDiscordAccepts() {
		List<Snowflake> guilds = LongStream.range(0, 200).mapToObj((i) -> Snowflake.of(Long.MAX_VALUE - i)).toList();
		this.requests.sounds(this.shard, guilds).subscribe();
		assertThat(this.shard.sent).hasSize(3)
			.allSatisfy((command) -> assertThat(this.mapper.writeValueAsBytes(command)).hasSizeLessThan(4000));
		assertThat(this.shard.sent.stream()
			.flatMap((command) -> ((RequestSoundboardSounds) command).guildIds().stream())
			.toList()).isEqualTo(guilds);
	}

	@Test
	void eachRequestForChannelInfoHasAnAnswerOfItsOwn() {
		List<ChannelInfo> answers = new ArrayList<>();
		StepVerifier
			.create(this.requests.channelInfo(this.shard, RequestChannelInfo.of(GUILD, RequestChannelInfo.Field.STATUS))
				.zipWith(this.requests.channelInfo(this.shard,
						RequestChannelInfo.of(GUILD, RequestChannelInfo.Field.VOICE_START_TIME))))
			.then(() -> {
				receive("CHANNEL_INFO", "{\"guild_id\":\"5\",\"channels\":[{\"id\":\"1\"}]}");
				receive("CHANNEL_INFO", "{\"guild_id\":\"5\",\"channels\":[{\"id\":\"2\"}]}");
			})
			.consumeNextWith((both) -> {
				answers.add(both.getT1());
				answers.add(both.getT2());
			})
			.expectComplete()
			.verify(LIMIT);
		assertThat(answers).extracting((info) -> info.channels().get(0).id())
			.containsExactly(Snowflake.of(1), Snowflake.of(2));
		assertThat(this.requests.size()).isZero();
	}

	@Test
	void anAnswerThatCannotBeReadHurtsNothing(CapturedOutput output) {
		StepVerifier.create(indexes()).then(() -> {
			receive("GUILD_MEMBERS_CHUNK", "[]");
			chunk(this.shard.nonce(0), 0, 1);
		}).expectNext(0).expectComplete().verify(LIMIT);
		assertThat(this.passedOn).hasSize(2);
		assertThat(output).contains("could not be read");
	}

}
