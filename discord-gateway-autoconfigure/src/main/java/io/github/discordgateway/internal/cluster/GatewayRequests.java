package io.github.discordgateway.internal.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.UnansweredRequestException;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.event.ChannelInfo;
import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildMembersChunk;
import io.github.discordgateway.event.RateLimited;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.event.RequestGuildMembersRateLimitMetadata;
import io.github.discordgateway.event.SoundboardSounds;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDraining;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.shard.EventDelivery;
import io.github.discordgateway.internal.shard.ShardWatcher;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.StringUtils;

/**
 * Requests, and the events that answer them. It looks at events on their way from a shard
 * to the listeners, and lets them all go on: a listener that waits for an answer gets it
 * although its own lane, or every thread of the listeners, is busy with waiting. An
 * answer counts as handed over once its request holds it: the request does not outlive
 * the process, so a replay to the next one would be of no use to it. What requests hold
 * for slow subscribers is bounded.
 */
public final class GatewayRequests {

	private static final Log logger = LogFactory.getLog(GatewayRequests.class);

	/** Of these 4096 bytes hold more than twice as many. */
	private static final int GUILDS_IN_ONE_COMMAND = 80;

	private static final Duration PREPARATION_LIMIT = Duration.ofSeconds(2);

	private static final String NO_MORE_EVENTS = "the shard takes no more events";

	private static final Map<String, EventType> ANSWERS = Map.of("GUILD_MEMBERS_CHUNK", EventType.GUILD_MEMBERS_CHUNK,
			"SOUNDBOARD_SOUNDS", EventType.SOUNDBOARD_SOUNDS, "CHANNEL_INFO", EventType.CHANNEL_INFO, "RATE_LIMITED",
			EventType.RATE_LIMITED);

	private final EventDecoder decoder;

	private final Duration timeout;

	private final long maxPendingAnswers;

	/** Measures the limit. */
	private final Scheduler timer;

	/** Hands answers to their subscribers, who may block. */
	private final Scheduler worker;

	private final HeldAnswers held;

	private final ConcurrentMap<AnswerKey, List<PendingRequest<?>>> pending = new ConcurrentHashMap<>();

	private final AtomicLong written = new AtomicLong();

	private final AtomicLong nonces = new AtomicLong();

	/** With a counter behind it at most 27 characters. */
	private final String noncePrefix = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36) + "-";

	/**
	 * Makes a place for requests.
	 * @param decoder decodes the answers
	 * @param timeout how long to wait for an answer, or for the next part of one
	 * @param maxPendingAnswers how many bytes of answers may wait for their subscribers;
	 * beyond, the request that holds most is given up
	 */
	public GatewayRequests(EventDecoder decoder, Duration timeout, long maxPendingAnswers) {
		this(decoder, timeout, maxPendingAnswers, Schedulers.parallel(), Schedulers.boundedElastic());
	}

	GatewayRequests(EventDecoder decoder, Duration timeout, long maxPendingAnswers, Scheduler timer, Scheduler worker) {
		this.decoder = decoder;
		this.timeout = timeout;
		this.maxPendingAnswers = maxPendingAnswers;
		this.timer = timer;
		this.worker = worker;
		this.held = new HeldAnswers(maxPendingAnswers);
	}

	/**
	 * Looks at the events of shards for answers.
	 * @param next takes every event after that
	 * @return what to give to the shards
	 */
	public EventDelivery inspecting(EventDelivery next) {
		return new EventDelivery() {

			@Override
			public void deliver(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed,
					Runnable handled) {
				if (!GatewayRequests.this.pending.isEmpty()) {
					inspect(shard, frame);
				}
				next.deliver(shard, sessionId, frame, replayed, handled);
			}

			@Override
			public void readComplete() {
				next.readComplete();
			}

			@Override
			public Duration readCompleteAndWatch() {
				return next.readCompleteAndWatch();
			}

		};
	}

	/**
	 * Looks at what happens to shards, for what ends the wait for an answer.
	 * @param next told everything after that
	 * @return what to give to the shards
	 */
	public ShardWatcher watching(ShardWatcher next) {
		return (event) -> {
			if (event instanceof SessionLost) {
				failAll(event.shard(), "the session was lost in which it was asked");
			}
			else if (event instanceof ShardDraining || event instanceof ShardFailed || event instanceof ShardStopped) {
				failAll(event.shard(), NO_MORE_EVENTS);
			}
			next.on(event);
		};
	}

	/**
	 * Asks for members.
	 * @throws IllegalArgumentException when the command is too long
	 */
	Flux<GuildMembersChunk> members(GatewayShard shard, RequestGuildMembers request) {
		return ask(shard, () -> new PendingRequest.Members(shard.id(), withNonce(request), false))
			.map(PendingRequest.Answer::event);
	}

	/** Asks for sounds, with as many commands as it takes. */
	Flux<SoundboardSounds> sounds(GatewayShard shard, List<Snowflake> guildIds) {
		return Flux.merge(commands(guildIds).stream()
			.map((part) -> ask(shard, () -> new PendingRequest.Sounds(shard.id(), part, false))
				.map(PendingRequest.Answer::event))
			.toList());
	}

	/** Divides guilds among commands that Discord accepts. */
	static List<List<Snowflake>> commands(List<Snowflake> guildIds) {
		List<List<Snowflake>> parts = new ArrayList<>();
		for (int i = 0; i < guildIds.size(); i += GUILDS_IN_ONE_COMMAND) {
			parts.add(guildIds.subList(i, Math.min(guildIds.size(), i + GUILDS_IN_ONE_COMMAND)));
		}
		return parts;
	}

	Mono<ChannelInfo> channelInfo(GatewayShard shard, RequestChannelInfo request) {
		return ask(shard, () -> new PendingRequest.Info(shard.id(), request, false)).map(PendingRequest.Answer::event)
			.next();
	}

	/**
	 * Makes a request that another process has written.
	 * @param shard asks
	 * @param written the frame
	 * @return the bodies of the answers as Discord sent them
	 * @throws IllegalArgumentException when it is no request that is known here
	 */
	Flux<byte[]> forOthers(GatewayShard shard, String written) {
		GatewayCommand command = CommandReader.read(written);
		if (command instanceof RequestGuildMembers members) {
			return bodies(ask(shard, () -> new PendingRequest.Members(shard.id(), withNonce(members), true)));
		}
		if (command instanceof RequestSoundboardSounds sounds) {
			return bodies(ask(shard, () -> new PendingRequest.Sounds(shard.id(), sounds.guildIds(), true)));
		}
		return bodies(ask(shard, () -> new PendingRequest.Info(shard.id(), (RequestChannelInfo) command, true)));
	}

	private static <T> Flux<byte[]> bodies(Flux<PendingRequest.Answer<T>> answers) {
		return answers.map(PendingRequest.Answer::body);
	}

	/**
	 * Reads answers that another process has got.
	 * @param <T> the event
	 * @param bodies as Discord sent them
	 * @param type the event
	 * @param answerType its record
	 * @return the answers; an {@link UnansweredRequestException} when one cannot be read
	 */
	<T extends GatewayEvent> Flux<T> read(Flux<byte[]> bodies, EventType type, Class<T> answerType) {
		return bodies.map((body) -> {
			try {
				return answerType.cast(this.decoder.decode(new RawEvent(type.name(), body)));
			}
			catch (EventDecodeException ex) {
				throw new UnansweredRequestException("An answer could not be read: " + ex.getMessage());
			}
		});
	}

	private RequestGuildMembers withNonce(RequestGuildMembers request) {
		if (request.nonce() != null) {
			return request;
		}
		String nonce = this.noncePrefix + Long.toString(this.nonces.incrementAndGet(), 36);
		return new RequestGuildMembers(request.guildId(), request.query(), request.limit(), request.presences(),
				request.userIds(), nonce);
	}

	/**
	 * The limit runs from the moment at which the command was written, and counts what
	 * has come and not what the subscriber has asked for.
	 */
	private <T extends GatewayEvent> Flux<PendingRequest.Answer<T>> ask(GatewayShard shard,
			Supplier<PendingRequest<T>> requests) {
		// Sends nothing, and complains here and not in the stream of what cannot be sent.
		shard.send(requests.get().command());
		return Flux.defer(() -> {
			PendingRequest<T> request = requests.get();
			// Here, and not on the event loop that receives the first of them.
			this.decoder.prepare(answersTo(request), PREPARATION_LIMIT);
			add(request);
			this.held.open(request);
			return write(shard, request).thenMany(request.answers().timeout(this.timeout, this.timer))
				.onErrorMap(TimeoutException.class, (overdue) -> request.timedOut(this.timeout))
				.doFinally((signal) -> remove(request))
				.onBackpressureBuffer()
				.publishOn(this.worker)
				.doOnNext((answer) -> this.held.release(request, answer.size()))
				// An error there would not cancel what waits; an end does.
				.takeUntilOther(request.givenUp().publishOn(this.worker))
				.concatWith(Mono.defer(request::<PendingRequest.Answer<T>>overflow))
				.doFinally((signal) -> this.held.close(request));
		});
	}

	private static Set<EventType> answersTo(PendingRequest<?> request) {
		Set<EventType> types = EnumSet.of(EventType.RATE_LIMITED);
		request.keys().forEach((key) -> types.add(key.type()));
		return types;
	}

	private Mono<Void> write(GatewayShard shard, PendingRequest<?> request) {
		Mono<Void> answerable = Mono
			.defer(() -> isLeaving(shard) ? Mono.error(unanswered(request, NO_MORE_EVENTS)) : Mono.empty());
		return answerable.then(shard.send(request.command()))
			.doOnSuccess((nothing) -> request.written(this.written.incrementAndGet()))
			.then(answerable);
	}

	static boolean isLeaving(GatewayShard shard) {
		ShardState state = shard.snapshot().state();
		return state == ShardState.DRAINING || state == ShardState.DRAINED;
	}

	private void add(PendingRequest<?> request) {
		request.keys().forEach((key) -> this.pending.compute(key, (same, others) -> {
			List<PendingRequest<?>> all = new ArrayList<>((others != null) ? others : List.of());
			if (key.nonce() != null && !all.isEmpty()) {
				throw new IllegalStateException("A request for members with the nonce '" + key.nonce()
						+ "' is not answered yet: give each a nonce of its own, or none");
			}
			all.add(request);
			return all;
		}));
	}

	private void remove(PendingRequest<?> request) {
		request.keys().forEach((key) -> this.pending.computeIfPresent(key, (same, all) -> {
			List<PendingRequest<?>> rest = new ArrayList<>(all);
			rest.remove(request);
			return rest.isEmpty() ? null : rest;
		}));
	}

	/**
	 * How many answers are waited for.
	 * @return their number; 0 when nothing was left behind
	 */
	int size() {
		return this.pending.size();
	}

	/**
	 * How much waits for subscribers.
	 * @return the bytes; 0 when all was taken
	 */
	long held() {
		return this.held.total();
	}

	// Answers

	private void inspect(ShardId shard, Frame frame) {
		String name = frame.name();
		EventType type = (name != null) ? ANSWERS.get(name) : null;
		if (type == null) {
			return;
		}
		try {
			answered(this.decoder.decode(type, frame), frame::bodyBytes, HeldAnswers.size(frame.size()));
		}
		catch (EventDecodeException | RuntimeException ex) {
			logger.warn("Shard " + shard + " received an answer to a request that could not be read", ex);
		}
	}

	private void answered(GatewayEvent event, Supplier<byte[]> body, long size) {
		if (event instanceof GuildMembersChunk chunk) {
			asked(chunk).forEach((request) -> answer(request, chunk, body, size));
		}
		else if (event instanceof SoundboardSounds sounds) {
			find(new AnswerKey(EventType.SOUNDBOARD_SOUNDS, sounds.guildId(), null))
				.forEach((request) -> answer(request, sounds, body, size));
		}
		else if (event instanceof ChannelInfo info) {
			// Requests for one guild may differ in what they ask for: each has its own
			// answer.
			oldest(find(new AnswerKey(EventType.CHANNEL_INFO, info.guildId(), null)))
				.ifPresent((request) -> answer(request, info, body, size));
		}
		else if (event instanceof RateLimited limited) {
			refused(limited).ifPresent((request) -> request.fail(rateLimited(request, limited)));
		}
	}

	/**
	 * Who asked for members. A server that does not echo the nonce, or drops one that is
	 * too long, is understood as long as it can only mean one request.
	 */
	private List<PendingRequest<?>> asked(GuildMembersChunk chunk) {
		if (StringUtils.hasLength(chunk.nonce())) {
			return find(new AnswerKey(EventType.GUILD_MEMBERS_CHUNK, chunk.guildId(), chunk.nonce()));
		}
		List<PendingRequest<?>> open = matching(
				(key) -> key.type() == EventType.GUILD_MEMBERS_CHUNK && key.guildId().equals(chunk.guildId()));
		return (open.size() == 1) ? open : List.of();
	}

	private void answer(PendingRequest<?> request, GatewayEvent event, Supplier<byte[]> body, long size) {
		PendingRequest<?> largest = this.held.hold(request, size);
		if (largest != null) {
			largest.giveUp(this.maxPendingAnswers);
		}
		if (largest != request && !request.answer(event, body, size)) {
			this.held.release(request, size);
		}
	}

	private List<PendingRequest<?>> find(AnswerKey key) {
		return written(this.pending.getOrDefault(key, List.of()));
	}

	private static List<PendingRequest<?>> written(Collection<PendingRequest<?>> requests) {
		return requests.stream().filter((request) -> request.written() > 0).toList();
	}

	private static Optional<PendingRequest<?>> oldest(Collection<PendingRequest<?>> requests) {
		return requests.stream().min(Comparator.comparingLong(PendingRequest::written));
	}

	private Optional<PendingRequest<?>> refused(RateLimited limited) {
		Snowflake guildId = limited.guildId();
		EventType answer = answerTo(limited.opcode());
		if (guildId == null || answer == null) {
			return Optional.empty();
		}
		String nonce = (limited.meta() instanceof RequestGuildMembersRateLimitMetadata members) ? members.nonce()
				: null;
		if (nonce != null) {
			return oldest(find(new AnswerKey(answer, guildId, nonce)));
		}
		return oldest(matching((key) -> key.type() == answer && key.guildId().equals(guildId)));
	}

	private static @Nullable EventType answerTo(int opcode) {
		Opcode known = Opcode.of(opcode);
		if (known == null) {
			return null;
		}
		return switch (known) {
			case REQUEST_GUILD_MEMBERS -> EventType.GUILD_MEMBERS_CHUNK;
			case REQUEST_SOUNDBOARD_SOUNDS -> EventType.SOUNDBOARD_SOUNDS;
			case REQUEST_CHANNEL_INFO -> EventType.CHANNEL_INFO;
			default -> null;
		};
	}

	private List<PendingRequest<?>> matching(Predicate<AnswerKey> wanted) {
		List<PendingRequest<?>> found = new ArrayList<>();
		this.pending.forEach((key, requests) -> {
			if (wanted.test(key)) {
				found.addAll(written(requests));
			}
		});
		return found;
	}

	private void failAll(ShardId shard, String reason) {
		matching((key) -> true).stream()
			.filter((request) -> request.shard().equals(shard))
			.forEach((request) -> request.fail(unanswered(request, reason)));
	}

	private static UnansweredRequestException unanswered(PendingRequest<?> request, String reason) {
		return new UnansweredRequestException(request + " will not be answered: " + reason);
	}

	private static RequestRateLimitedException rateLimited(PendingRequest<?> request, RateLimited limited) {
		Duration wait = Duration.ofMillis(Math.max(0, (long) Math.ceil(limited.retryAfter() * 1000)));
		return new RequestRateLimitedException(
				request + " was refused, because it was asked too often: wait " + wait.toMillis() + " ms", wait);
	}

}
