package io.github.discordgateway.internal.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.RequestOverflowException;
import io.github.discordgateway.RequestRateLimitedException;
import io.github.discordgateway.RequestTimeoutException;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.UnansweredRequestException;
import io.github.discordgateway.internal.cluster.ShardNotHereException;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has requests made by the node that runs their shard, and brings the answers back, over
 * a channel of each node. (Lists or streams in Redis would keep what nobody wants any
 * more, and whoever waits at them needs a connection of his own, or has to poll.)
 *
 * <p>
 * A channel keeps nothing, and loses what is published while a connection is down. So the
 * asker says how many answers it has had room for since the start, and repeats it while
 * it waits; answers are numbered, and the node that was asked replies how many it has
 * sent. A message that was lost is made up for by the next one, or noticed. Whom the
 * asked node does not hear from any more, it forgets. Answers wait for room where they
 * came in, and are counted there with those of all other requests.
 */
final class RemoteRequests {

	/**
	 * So many answers of a request are under way at most, since chunks of members are
	 * large.
	 */
	private static final int WINDOW = 4;

	private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

	private static final int MESSAGES_IN_SILENCE = 3;

	private static final Log logger = LogFactory.getLog(RemoteRequests.class);

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private final RedisAccess redis;

	private final String node;

	private final Duration limit;

	/** An asker that says nothing for so long is gone. */
	private final Duration silence;

	private final Function<ShardId, Mono<String>> owners;

	private final BiFunction<ShardId, String, Flux<byte[]>> asker;

	/** What this node has asked others for, by call. */
	private final Map<String, Asked> asked = new ConcurrentHashMap<>();

	/** What others have asked this node for, by call. */
	private final Map<String, Served> served = new ConcurrentHashMap<>();

	private final Sinks.Empty<Void> listening = Sinks.empty();

	/**
	 * Makes a route.
	 * @param redis where the channels are
	 * @param node which node this is
	 * @param limit how long nothing may come
	 * @param owners knows the node that runs a shard; empty when nobody does
	 * @param asker makes the requests of other nodes
	 */
	RemoteRequests(RedisAccess redis, String node, Duration limit, Function<ShardId, Mono<String>> owners,
			BiFunction<ShardId, String, Flux<byte[]>> asker) {
		this.redis = redis;
		this.node = node;
		this.limit = limit;
		this.silence = (limit.compareTo(LONGEST_SILENCE) < 0) ? limit : LONGEST_SILENCE;
		this.owners = owners;
		this.asker = asker;
	}

	private String channel(String ofNode) {
		return this.redis.keys().channel("request:" + ofNode);
	}

	/**
	 * Takes requests of others, and answers to this node's, until that is disposed of.
	 */
	Disposable listen() {
		long pause = Math.max(this.silence.toMillis() / MESSAGES_IN_SILENCE, 1);
		return Disposables.composite(
				this.redis.listen(this.listening::tryEmitEmpty, channel(this.node))
					.publishOn(Schedulers.boundedElastic())
					.subscribe(this::received),
				Schedulers.parallel().schedulePeriodically(this::care, pause, pause, TimeUnit.MILLISECONDS), this::end);
	}

	/** Speaks to those whose answers are waited for, and forgets askers that are gone. */
	private void care() {
		this.asked.values().forEach(Asked::care);
		this.served.values().forEach(Served::care);
	}

	private void end() {
		this.asked.values().forEach((request) -> request.giveUp("this process has left the others"));
		this.served.values().forEach(Served::forget);
	}

	/**
	 * How many requests are open, of this node and of others.
	 * @return their number; 0 when nothing was left behind
	 */
	int size() {
		return this.asked.size() + this.served.size();
	}

	/**
	 * Has a request made by the node that runs a shard.
	 * @param shard which shard
	 * @param request the request as it is sent to Discord
	 * @return the bodies of the answers
	 */
	Flux<byte[]> ask(ShardId shard, String request) {
		return OwnerSearch.attempts(this.limit, (left) -> attempt(shard, request, left));
	}

	private Flux<byte[]> attempt(ShardId shard, String request, Duration left) {
		return OwnerSearch.owner(shard, this.owners)
			.flatMapMany((owner) -> owner.equals(this.node) ? this.asker.apply(shard, request)
					: OwnerSearch.awaitListening(listening(), left)
						.onErrorMap((ex) -> notPassedOn(shard, owner, ex))
						.thenMany(Flux.defer(() -> new Asked(shard, owner, request).answers())));
	}

	/** Completes when no answer is missed. */
	Mono<Void> listening() {
		return this.listening.asMono();
	}

	private static CommandRejectedException notPassedOn(ShardId shard, String owner, Throwable problem) {
		return new CommandRejectedException("The request for shard " + shard + " is not passed on to node " + owner
				+ ". " + RedisAccess.describe(problem));
	}

	private Mono<Long> publish(String receiver, Message message) {
		return this.redis
			.call((template) -> template.convertAndSend(channel(receiver), MAPPER.writeValueAsString(message)));
	}

	// Messages

	private void received(String json) {
		try {
			Message message = MAPPER.readValue(json, Message.class);
			switch (message.kind()) {
				case ASK -> serve(message);
				case ROOM -> room(message);
				case CANCEL -> cancelled(message);
				case OPEN, ANSWER, COMPLETE, FAILED, UNKNOWN -> answered(message);
			}
		}
		catch (JacksonException | IllegalArgumentException ex) {
			logger.warn("A message of another node is passed over, since it cannot be understood: "
					+ ex.getClass().getSimpleName());
		}
	}

	private void serve(Message message) {
		Served request = new Served(message);
		if (this.served.putIfAbsent(message.call(), request) == null) {
			request.begin(message);
		}
	}

	private void room(Message message) {
		Served request = this.served.get(message.call());
		if (request != null) {
			request.room(message.number());
		}
		else {
			tell(message, Kind.UNKNOWN);
		}
	}

	private void cancelled(Message message) {
		Served request = this.served.get(message.call());
		if (request != null) {
			request.forget();
		}
	}

	private void answered(Message message) {
		Asked request = this.asked.get(message.call());
		if (request != null) {
			request.on(message);
		}
		else if (message.kind() == Kind.OPEN || message.kind() == Kind.ANSWER) {
			tell(message, Kind.CANCEL);
		}
	}

	private void tell(Message of, Kind kind) {
		publish(of.from(), new Message(of.call(), this.node, kind, of.shard(), 0, "", null)).subscribe(null,
				(ex) -> logger.debug("Node " + of.from() + " is not told that its request is " + kind, ex));
	}

	/** Messages about one request, which are published in their order. */
	private final class Outbox {

		private final Sinks.Many<Message> messages = Sinks.many().unicast().onBackpressureBuffer();

		private final AtomicInteger waiting = new AtomicInteger();

		private Outbox(String receiver, BiConsumer<Message, Long> published, BiConsumer<Message, Throwable> failed,
				Runnable done) {
			this.messages.asFlux()
				.concatMap((message) -> publish(receiver, message)
					.doOnNext((receivers) -> published.accept(message, receivers))
					.doOnError((ex) -> failed.accept(message, ex))
					.onErrorComplete()
					.doFinally((signal) -> this.waiting.decrementAndGet()))
				.subscribe(null, null, done);
		}

		private synchronized void send(Message message) {
			this.waiting.incrementAndGet();
			this.messages.tryEmitNext(message);
		}

		private boolean isIdle() {
			return this.waiting.get() == 0;
		}

		private synchronized void close() {
			this.messages.tryEmitComplete();
		}

	}

	/** A request of this node, which another one makes. */
	private final class Asked {

		private final String call = UUID.randomUUID().toString();

		private final ShardId shard;

		private final String owner;

		private final String request;

		private final Sinks.Many<byte[]> answers = Sinks.many().unicast().onBackpressureBuffer();

		private final Outbox outbox;

		/** How many answers there has been room for since the start. */
		private long room;

		private long received;

		private long heard = System.nanoTime();

		private Asked(ShardId shard, String owner, String request) {
			this.shard = shard;
			this.owner = owner;
			this.request = request;
			this.outbox = new Outbox(owner, this::published, this::notPublished, () -> {
			});
		}

		private Flux<byte[]> answers() {
			RemoteRequests.this.asked.put(this.call, this);
			return this.answers.asFlux()
				.doOnRequest(this::want)
				.doOnCancel(() -> send(Kind.CANCEL, 0, ""))
				.doFinally((signal) -> {
					RemoteRequests.this.asked.remove(this.call);
					this.outbox.close();
				})
				.publishOn(Schedulers.boundedElastic(), WINDOW);
		}

		private synchronized void want(long more) {
			boolean first = this.room == 0;
			this.room += more;
			send(first ? Kind.ASK : Kind.ROOM, this.room, first ? this.request : "");
		}

		private void send(Kind kind, long number, String text) {
			this.outbox.send(new Message(this.call, RemoteRequests.this.node, kind, this.shard, number, text, null));
		}

		private void published(Message message, long receivers) {
			if (receivers == 0) {
				RemoteRequests.this.redis.isAway(this.owner).subscribe((away) -> {
					if (away) {
						fail((message.kind() == Kind.ASK) ? OwnerSearch.isGone(this.owner, this.shard)
								: unanswered("node " + this.owner + ", which was asked, is gone"));
					}
				}, (ex) -> logger.debug("It is not known whether node " + this.owner + " lives", ex));
			}
		}

		private void notPublished(Message message, Throwable problem) {
			if (message.kind() == Kind.ASK) {
				fail((problem instanceof TimeoutException)
						? unanswered(
								"it may not have reached node " + this.owner + ". " + RedisAccess.describe(problem))
						: notPassedOn(this.shard, this.owner, problem));
			}
		}

		private synchronized void care() {
			if (System.nanoTime() - this.heard > RemoteRequests.this.limit.toNanos()) {
				send(Kind.CANCEL, 0, "");
				fail(new RequestTimeoutException("The request for shard " + this.shard
						+ " was not answered completely: node " + this.owner + ", which was asked, said nothing for "
						+ RemoteRequests.this.limit.toMillis() + " ms (discord.gateway.commands.answer-timeout)"));
			}
			else if (this.outbox.isIdle()) {
				send(Kind.ROOM, this.room, "");
			}
		}

		private synchronized void on(Message message) {
			this.heard = System.nanoTime();
			boolean lost = message.kind() != Kind.FAILED && message.kind() != Kind.UNKNOWN
					&& message.number() != this.received;
			if (lost) {
				giveUp("a part of the answer was lost on the way from node " + this.owner);
				return;
			}
			switch (message.kind()) {
				case ANSWER -> {
					this.received++;
					this.answers.tryEmitNext(message.text().getBytes(StandardCharsets.UTF_8));
				}
				case COMPLETE -> this.answers.tryEmitComplete();
				case FAILED -> fail(Failure.of(message));
				case UNKNOWN -> fail(unanswered("node " + this.owner + " does not know of it any more"));
				default -> {
					// The other node lives, and has nothing yet.
				}
			}
		}

		private void giveUp(String reason) {
			send(Kind.CANCEL, 0, "");
			fail(unanswered(reason));
		}

		private synchronized void fail(RuntimeException failure) {
			this.answers.tryEmitError(failure);
		}

		private UnansweredRequestException unanswered(String reason) {
			return new UnansweredRequestException(
					"The request for shard " + this.shard + " will not be answered: " + reason);
		}

	}

	/** A request of another node, which is made here. */
	private final class Served extends BaseSubscriber<byte[]> {

		private final String call;

		private final String from;

		private final ShardId shard;

		private final Outbox outbox;

		private long room;

		private long sent;

		private long heard = System.nanoTime();

		private Served(Message message) {
			this.call = message.call();
			this.from = message.from();
			this.shard = message.shard();
			this.outbox = new Outbox(this.from, this::published, (of, ex) -> notPublished(ex),
					() -> RemoteRequests.this.served.remove(this.call));
		}

		private void begin(Message message) {
			this.room = message.number();
			Flux.defer(() -> RemoteRequests.this.asker.apply(this.shard, message.text()))
				.subscribeOn(Schedulers.boundedElastic())
				.subscribe(this);
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			long first;
			synchronized (this) {
				first = this.room;
			}
			request(first);
		}

		@Override
		protected synchronized void hookOnNext(byte[] body) {
			send(Kind.ANSWER, this.sent++, new String(body, StandardCharsets.UTF_8), null);
		}

		@Override
		protected synchronized void hookOnComplete() {
			send(Kind.COMPLETE, this.sent, "", null);
			this.outbox.close();
		}

		@Override
		protected synchronized void hookOnError(Throwable failure) {
			Failure kind = Failure.of(failure);
			send(Kind.FAILED,
					(failure instanceof RequestRateLimitedException limited) ? limited.retryAfter().toMillis() : 0,
					String.valueOf(failure.getMessage()), kind);
			this.outbox.close();
		}

		private void send(Kind kind, long number, String text, @Nullable Failure failure) {
			this.outbox.send(new Message(this.call, RemoteRequests.this.node, kind, this.shard, number, text, failure));
		}

		private void room(long total) {
			long more;
			synchronized (this) {
				this.heard = System.nanoTime();
				more = total - this.room;
				if (more <= 0) {
					send(Kind.OPEN, this.sent, "", null);
					return;
				}
				this.room = total;
			}
			request(more);
		}

		private void published(Message message, long receivers) {
			// In a cluster, only the receivers at one of its servers are counted.
			if (receivers == 0 && !RemoteRequests.this.redis.isCluster()) {
				forget();
			}
		}

		private void notPublished(Throwable problem) {
			logger.warn(
					"Node " + this.from + " does not get the answer to its request. " + RedisAccess.describe(problem));
			forget();
		}

		private void care() {
			boolean silent;
			synchronized (this) {
				silent = System.nanoTime() - this.heard > RemoteRequests.this.silence.toNanos();
			}
			if (silent) {
				forget();
			}
		}

		private void forget() {
			dispose();
			this.outbox.close();
			RemoteRequests.this.served.remove(this.call);
		}

	}

	/** What a message is about. */
	enum Kind {

		/** Of the asker: the request, and for how many answers there is room. */
		ASK,

		/** Of the asker: for how many there has been room since the start. */
		ROOM,

		/** Of the asker: it wants no more. */
		CANCEL,

		/** Of the asked: so many answers were sent, and there may be more. */
		OPEN,

		/** Of the asked: one of the answers, numbered from 0. */
		ANSWER,

		/** Of the asked: these were all. */
		COMPLETE,

		/** Of the asked: how it ended. */
		FAILED,

		/** Of the asked: it knows of no such request. */
		UNKNOWN

	}

	/** Why there is no answer. */
	enum Failure {

		NOT_HERE, REJECTED, TIMED_OUT, RATE_LIMITED, OVERFLOW, UNANSWERED;

		private static Failure of(Throwable failure) {
			if (failure instanceof ShardNotHereException) {
				return NOT_HERE;
			}
			if (failure instanceof RequestTimeoutException) {
				return TIMED_OUT;
			}
			if (failure instanceof RequestRateLimitedException) {
				return RATE_LIMITED;
			}
			if (failure instanceof RequestOverflowException) {
				return OVERFLOW;
			}
			return (failure instanceof UnansweredRequestException) ? UNANSWERED : REJECTED;
		}

		private static RuntimeException of(Message message) {
			Failure failure = message.failure();
			if (failure == null) {
				return new UnansweredRequestException(message.text());
			}
			return switch (failure) {
				case NOT_HERE -> new ShardNotHereException(message.text());
				case REJECTED -> new CommandRejectedException(message.text());
				case TIMED_OUT -> new RequestTimeoutException(message.text());
				case RATE_LIMITED ->
					new RequestRateLimitedException(message.text(), Duration.ofMillis(message.number()));
				case OVERFLOW -> new RequestOverflowException(message.text());
				case UNANSWERED -> new UnansweredRequestException(message.text());
			};
		}

	}

	/**
	 * What one node tells another one about a request.
	 *
	 * @param call tells which request
	 * @param from who has sent the message
	 * @param kind what it is about
	 * @param shard the shard that the request is for
	 * @param number of answers, or their room; of milliseconds to wait when it was asked
	 * too often
	 * @param text the request, an answer, or what went wrong; else empty
	 * @param failure why there is no answer; else {@code null}
	 */
	record Message(String call, String from, Kind kind, ShardId shard, long number, String text,
			@Nullable Failure failure) {
	}

}
