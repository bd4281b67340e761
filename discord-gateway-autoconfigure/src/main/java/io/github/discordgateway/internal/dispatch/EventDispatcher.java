package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventPlace;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventPlaceReader;
import io.github.discordgateway.internal.codec.FrameDecoder;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayErrorHandler;
import io.github.discordgateway.listener.HandlerObserver;
import io.github.discordgateway.listener.HandlerTimeoutException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Hands the events of all shards, or of all partitions that shards elsewhere fill, to
 * those who want them. Threads that read enter through {@link #collect}, which decodes
 * what is wanted and returns at once; the handlers are called on the threads of an
 * executor, in lanes.
 */
public final class EventDispatcher implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(EventDispatcher.class);

	/**
	 * So many undecodable events of a kind are reported, then each time that their number
	 * has doubled.
	 */
	private static final int REPORTED_UNDECODABLE = 10;

	/** What an event takes besides its body: envelope, tasks, lanes. */
	private static final int EVENT_BYTES = 512;

	/**
	 * A decoded event takes as much memory as its JSON when it is mostly texts, and twice
	 * as much when it is mostly small objects or texts that are not Latin.
	 */
	private static final int DECODED_FACTOR = 2;

	private final FrameDecoder decoder;

	private final ReaderPreparation preparation;

	private final EventPlaceReader places = new EventPlaceReader();

	private final DispatchOrdering ordering;

	private final HandlerCalls calls;

	private final HandlerLanes lanes;

	private final PendingBudget budget = new PendingBudget();

	private final DispatchCounters statistics;

	private final int maxPending;

	private final Function<ShardId, SourceLoad> newLoad;

	private final HandlerThreads threads;

	private List<EventHandler> handlers = List.of();

	private Set<EventType> shed = Set.of();

	private final Set<EventSubscription> subscriptions = new LinkedHashSet<>();

	private final Disposable.Swap watch = Disposables.swap();

	private final Disposable.Swap timeout = Disposables.swap();

	private final EventRoute.Surroundings surroundings;

	/**
	 * The time of the latest event; whichever a thread sees, it makes its own if need be.
	 */
	private Instant latest = Instant.EPOCH;

	private volatile EventRoutes routes;

	private volatile boolean closed;

	private volatile BackPressure backPressure = new NoBackPressure();

	/**
	 * Makes a dispatcher that has no handlers yet.
	 * @param decoder decodes the events that someone wants decoded
	 * @param executor runs the handlers; it must not run them in the caller, which is a
	 * network thread
	 * @param ordering which events are handled one after the other
	 * @param maxPending how many events of a shard may be queued or running before the
	 * shard is paused, at least 1
	 * @param errorHandler told about handlers that fail
	 * @throws IllegalArgumentException when {@code maxPending} is not positive
	 */
	public EventDispatcher(FrameDecoder decoder, Executor executor, DispatchOrdering ordering, int maxPending,
			GatewayErrorHandler errorHandler) {
		if (maxPending < 1) {
			throw new IllegalArgumentException("maxPending must be at least 1, not " + maxPending);
		}
		this.decoder = decoder;
		this.preparation = new ReaderPreparation(decoder);
		this.ordering = ordering;
		this.calls = new HandlerCalls(errorHandler);
		this.threads = new HandlerThreads(executor);
		this.lanes = new HandlerLanes(this.threads);
		this.statistics = new DispatchCounters(this.lanes, ordering);
		this.maxPending = maxPending;
		this.newLoad = (shard) -> source(new ShardSource(shard));
		this.surroundings = new EventRoute.Surroundings(this.statistics, this.lanes, this.calls);
		this.routes = newRoutes(this.handlers);
	}

	private EventRoutes newRoutes(Collection<? extends EventHandler> handlers) {
		return new EventRoutes(handlers, this.subscriptions, this.shed, this.ordering, this.surroundings);
	}

	/**
	 * Replaces all handlers; streams stay. Events that are already queued go to those
	 * that wanted them when they came.
	 * @param handlers who wants events from now on
	 * @throws IllegalArgumentException when one wants an event decoded that has no record
	 */
	public void setHandlers(Collection<? extends EventHandler> handlers) {
		this.preparation.forHandlers(handlers);
		synchronized (this) {
			this.routes = newRoutes(handlers);
			this.handlers = List.copyOf(handlers);
			this.statistics.setHandlers(this.handlers);
		}
	}

	/**
	 * Events as a stream. Each subscriber gets the events that come from its subscription
	 * on, as many as it asks for, one at a time, on a thread of the executor, in the
	 * order in which a shard received them. An event that waits for it is pending until
	 * its {@code onNext} has returned: a subscriber that asks for nothing lets a shard
	 * pause as a slow handler does, though it holds up no handler before that.
	 * @param interest the events and their form
	 * @return a hot stream that never fails; cancelling it lets go of all that waits, and
	 * it completes when the dispatcher is closed
	 */
	public Flux<EventEnvelope> events(EventInterest interest) {
		return Flux.create((sink) -> {
			this.preparation.forStream(interest);
			EventSubscription subscription = new EventSubscription(interest, sink, this.threads, this::unsubscribe);
			sink.onDispose(subscription::cancelled);
			sink.onRequest((amount) -> subscription.demanded());
			subscribe(subscription);
		}, FluxSink.OverflowStrategy.IGNORE);
	}

	/**
	 * Decoded events of one kind, as {@link #events(EventInterest)} has them.
	 * @param <E> the kind of event
	 * @param type a record, or what several have in common
	 * @return the events
	 */
	public <E extends GatewayEvent> Flux<E> events(Class<E> type) {
		Set<String> names = Arrays.stream(EventType.values())
			.filter((candidate) -> type.isAssignableFrom(candidate.eventClass()))
			.map(EventType::name)
			.collect(Collectors.toSet());
		return events(EventInterest.in(names, EventForm.TYPED)).mapNotNull(EventEnvelope::event).cast(type);
	}

	private void subscribe(EventSubscription subscription) {
		synchronized (this) {
			if (!this.closed) {
				this.subscriptions.add(subscription);
				this.routes = newRoutes(this.handlers);
				return;
			}
		}
		subscription.complete();
	}

	private synchronized void unsubscribe(EventSubscription subscription) {
		if (this.subscriptions.remove(subscription)) {
			this.routes = newRoutes(this.handlers);
		}
	}

	/**
	 * Sets who is told when listeners cannot keep up. Without it events are queued
	 * without a limit.
	 * @param backPressure pauses and resumes shards
	 */
	public void setBackPressure(BackPressure backPressure) {
		this.backPressure = backPressure;
	}

	/**
	 * Lets events come from something that is no shard. Its events are handed over with
	 * {@link #collect(SourceLoad, ShardId, String, Frame, boolean, Instant, Runnable)};
	 * as many of them may be pending as of a shard, and they share the memory with all
	 * others.
	 * @param source stops reading when too many events are pending
	 * @return its load, to be closed when nothing comes from there any more
	 */
	public SourceLoad source(EventSource source) {
		return new SourceLoad(source, this.maxPending, this.budget);
	}

	/**
	 * Sets events that may be dropped rather than stop a shard. One of them that comes
	 * while as many events of its shard are pending as may be, is not decoded and reaches
	 * no handler and no stream; it is acknowledged as if it had been handled, and
	 * counted. A shard is then paused only when that many <em>other</em> events are
	 * pending, so that twice as many may be pending together.
	 * @param types which events; empty, as at first, for none
	 */
	public synchronized void setShed(Set<EventType> types) {
		this.shed = Set.copyOf(types);
		this.routes = newRoutes(this.handlers);
	}

	/**
	 * Sets how much memory pending events of all shards may take together before shards
	 * stop reading; without it a quarter of the heap. The size of an event is an
	 * estimate, made of the size of its JSON and of the forms in which it is kept.
	 * @param bytes the limit in bytes
	 * @throws IllegalArgumentException when the limit is not positive
	 */
	public void setMaxPendingBytes(long bytes) {
		if (bytes < 1) {
			throw new IllegalArgumentException("maxPendingBytes must be at least 1, not " + bytes);
		}
		this.budget.setMaxBytes(bytes);
	}

	/**
	 * Reports each call of a handler that takes too long, once, with what it is busy with
	 * and where. To be called at most once.
	 * @param limit how long a call may take; it is reported within an eighth of this more
	 * @param scheduler looks for such calls
	 * @throws IllegalArgumentException when the limit is not positive
	 * @see DispatchStatistics#slow()
	 */
	public void reportSlowHandlers(Duration limit, Scheduler scheduler) {
		if (limit.isNegative() || limit.isZero()) {
			throw new IllegalArgumentException("The limit must be positive, not " + limit);
		}
		HandlerWatch started = new HandlerWatch(this.lanes, limit, scheduler);
		this.watch.update(started);
		this.statistics.setWatch(started);
	}

	/**
	 * Gives up each call of a handler that does not come to its end, repeated calls and
	 * the pauses between them included: the thread is interrupted, or what was returned
	 * is cancelled, the call counts as failed with a {@link HandlerTimeoutException}, and
	 * later events of its lane go on at once, also when the thread does not. An event
	 * that has waited so long for a handler that is {@linkplain EventHandler#isPaused()
	 * paused} is given up as well; the time until the pause does not count. To be called
	 * at most once.
	 * @param limit how long a call may take; it is given up within an eighth of this more
	 * @param scheduler looks for such calls
	 * @throws IllegalArgumentException when the limit is not positive
	 */
	public void giveUpHandlers(Duration limit, Scheduler scheduler) {
		if (limit.isNegative() || limit.isZero()) {
			throw new IllegalArgumentException("The limit must be positive, not " + limit);
		}
		this.timeout.update(new HandlerTimeout(this.lanes, this.threads, limit, scheduler));
	}

	/**
	 * Adds who is told about each call of a handler. Without anyone only the counts of
	 * {@link DispatchStatistics#handlers()} are kept.
	 * @param observer is told from now on, once for each call, however often it was added
	 */
	public void observeHandlers(HandlerObserver observer) {
		this.calls.observe(observer);
	}

	/**
	 * Whether somebody wants events of a name now.
	 * @param name the name of the event
	 * @return {@code false} when they would be passed over
	 */
	public boolean isWanted(String name) {
		return !this.routes.find(name).isUnwanted();
	}

	/**
	 * Takes one event and hands it over. Who has several uses {@link #collect} for each,
	 * and then {@link #handOver()}.
	 * @param shard the shard that received the event
	 * @param sessionId its session; {@code null} when the server named none
	 * @param frame the event, which is not used after the return
	 * @param replayed whether it was missed and sent again after a resume
	 * @param handled run when the event is handled
	 */
	public void dispatch(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		collect(shard, sessionId, frame, replayed, handled);
		handOver();
	}

	/**
	 * Takes one event, which threads that are at work may find, and others come for with
	 * the next {@link #handOver()}; interactions do not wait for that. Called on a
	 * network thread, for different shards at the same time; it does not block. When it
	 * throws, which only an error of the JVM or a fault in this library makes it do, the
	 * event is not pending and will never be reported as handled: it has to come again.
	 * @param shard the shard that received the event
	 * @param sessionId its session; {@code null} when the server named none
	 * @param frame the event, which is not used after the return
	 * @param replayed whether it was missed and sent again after a resume
	 * @param handled run, on any thread, when all handlers have had the event, or when
	 * nobody can use it; not when the dispatcher was closed before
	 */
	public void collect(ShardId shard, @Nullable String sessionId, Frame frame, boolean replayed, Runnable handled) {
		collect(null, shard, sessionId, frame, replayed, null, handled);
	}

	/**
	 * As {@link #collect(ShardId, String, Frame, boolean, Runnable)}, for an event that a
	 * shard received elsewhere, and that counts for another source.
	 * @param source what {@link #source} returned for it; {@code null} for the shard
	 * @param shard the shard that received the event
	 * @param sessionId its session; {@code null} when it is not known
	 * @param frame the event, which is not used after the return
	 * @param replayed whether it was missed and sent again after a resume
	 * @param receivedAt when the shard received it; {@code null} for now
	 * @param handled run, on any thread, when all handlers have had the event, or when
	 * nobody can use it; not when the dispatcher was closed before
	 */
	public void collect(@Nullable SourceLoad source, ShardId shard, @Nullable String sessionId, Frame frame,
			boolean replayed, @Nullable Instant receivedAt, Runnable handled) {
		if (this.closed) {
			return;
		}
		String name = frame.name();
		EventRoute route = this.routes.find((name != null) ? name : "");
		if (route.counters.received()) {
			this.statistics.begun((name != null) ? name : "");
		}
		if (name == null || route.isUnwanted()) {
			route.counters.skipped.increment();
			handled.run();
			return;
		}
		SourceLoad load = (source != null) ? source : this.statistics.load(shard, this.newLoad);
		if (route.sheddable && load.sheds()) {
			route.counters.shed.increment();
			handled.run();
			return;
		}
		EventEnvelope envelope = open(shard, sessionId, frame, name, replayed, receivedAt, route);
		if (envelope != null) {
			new Delivery(envelope, route, load, weight(frame, envelope), handled).submit();
		}
		else {
			handled.run();
		}
	}

	/**
	 * Lets a thread come for the events that were collected, if there are any that none
	 * is at work on.
	 */
	public void handOver() {
		this.threads.call();
	}

	private static int weight(Frame frame, EventEnvelope envelope) {
		long bytes = EVENT_BYTES;
		if (envelope.event() != null) {
			bytes += (long) DECODED_FACTOR * frame.size();
		}
		if (envelope.raw() != null) {
			bytes += envelope.raw().json().length;
		}
		return (int) Math.min(Integer.MAX_VALUE, bytes / PendingBudget.UNIT);
	}

	/**
	 * Reads of an event what its handlers want.
	 * @return the event; {@code null} when nothing of it can be read that they could use
	 */
	private @Nullable EventEnvelope open(ShardId shard, @Nullable String sessionId, Frame frame, String name,
			boolean replayed, @Nullable Instant receivedAt, EventRoute route) {
		long sequence = Math.max(frame.sequence(), 0);
		GatewayEvent event = null;
		String problem = frame.problem();
		if (problem != null) {
			reportUndecodable(shard, frame, route, problem + " in " + frame.excerpt());
			if (!route.wantsRaw() || !frame.hasWholeBody()) {
				return null;
			}
		}
		EventType type = route.toDecode();
		if (type != null) {
			event = (problem == null) ? decode(type, shard, frame, route) : null;
			if (event == null && !route.isServedUndecoded()) {
				return null;
			}
		}
		// Before the copy, which goes on where the search for the place has ended.
		EventPlace place = (event != null) ? new EventPlace(event.guildId(), event.channelId()) : place(frame);
		RawEvent raw = null;
		if (route.wantsRaw()) {
			raw = copy(name, shard, frame, route, problem != null || (type != null && event == null));
			if (raw == null) {
				return null;
			}
		}
		return new EventEnvelope(shard, sessionId, sequence, name, (receivedAt != null) ? receivedAt : now(), replayed,
				event, raw, place.guildId(), place.channelId());
	}

	/** To the millisecond, so that the events of a read share it. */
	private Instant now() {
		long now = System.currentTimeMillis();
		Instant latest = this.latest;
		if (latest.toEpochMilli() != now) {
			latest = Instant.ofEpochMilli(now);
			this.latest = latest;
		}
		return latest;
	}

	private @Nullable GatewayEvent decode(EventType type, ShardId shard, Frame frame, EventRoute route) {
		try {
			return this.decoder.decode(type, frame);
		}
		catch (EventDecodeException ex) {
			reportUndecodable(shard, frame, route, String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException | StackOverflowError ex) {
			// Only its class: the message of a parser may quote the body.
			reportUndecodable(shard, frame, route, ex.getClass().getName() + " in " + frame.excerpt());
		}
		return null;
	}

	/** An event whose place cannot be read is one without a place. */
	private EventPlace place(Frame frame) {
		try {
			return this.places.read(frame);
		}
		catch (RuntimeException | StackOverflowError ex) {
			logger.debug("The place of " + frame + " could not be read", ex);
			return EventPlace.NONE;
		}
	}

	private @Nullable RawEvent copy(String name, ShardId shard, Frame frame, EventRoute route, boolean reported) {
		try {
			return new RawEvent(name, frame.bodyBytes());
		}
		catch (RuntimeException | StackOverflowError ex) {
			if (!reported) {
				reportUndecodable(shard, frame, route, ex.getClass().getName() + " in " + frame.excerpt());
			}
			return null;
		}
	}

	private static void reportUndecodable(ShardId shard, Frame frame, EventRoute route, String what) {
		route.counters.undecodable.increment();
		long count = route.counters.undecodable.sum();
		if (count <= REPORTED_UNDECODABLE || Long.bitCount(count) == 1) {
			logger.warn("Event " + frame.name() + " " + frame.sequence() + " of shard " + shard
					+ " could not be decoded, " + count + " of its kind so far, please report this: " + what);
		}
	}

	/**
	 * Waits until all events that have come so far, and those that come meanwhile, are
	 * handled. There is no limit of time: the caller sets one.
	 * @return completes when nothing is pending
	 */
	public Mono<Void> drain() {
		return Mono.defer(() -> Mono.when(this.statistics.loads().stream().map(SourceLoad::drained).toList()));
	}

	/**
	 * As {@link #drain()}, for the events of some shards.
	 * @param shards which ones
	 * @return completes when nothing of theirs is pending
	 */
	public Mono<Void> drain(Collection<ShardId> shards) {
		return Mono.defer(() -> Mono
			.when(shards.stream().map((shard) -> this.statistics.load(shard, this.newLoad).drained()).toList()));
	}

	/**
	 * What became of the events so far.
	 * @return counts that go on counting
	 */
	public DispatchStatistics statistics() {
		return this.statistics;
	}

	/**
	 * Calls no further handler and completes all streams: what is pending stays so, and
	 * what still comes is ignored. What handlers have returned and is still waited for is
	 * cancelled, and its event does not count as handled. Handlers that are running are
	 * left alone. To be called after {@link #drain()}.
	 */
	@Override
	public void close() {
		List<EventSubscription> open;
		synchronized (this) {
			this.closed = true;
			this.lanes.close();
			this.watch.dispose();
			this.timeout.dispose();
			open = List.copyOf(this.subscriptions);
		}
		open.forEach(EventSubscription::complete);
	}

	/** A shard keeps its load for life; whom to tell may be set later. */
	private final class ShardSource implements EventSource {

		private final ShardId shard;

		private ShardSource(ShardId shard) {
			this.shard = shard;
		}

		@Override
		public String description() {
			return "Shard " + this.shard;
		}

		@Override
		public void pauseReading(boolean paused) {
			if (paused) {
				EventDispatcher.this.backPressure.pause(this.shard);
			}
			else {
				EventDispatcher.this.backPressure.resume(this.shard);
			}
		}

		@Override
		public String describeBacklog() {
			return EventDispatcher.this.statistics.describeBacklog(this.shard);
		}

	}

	private static final class NoBackPressure implements BackPressure {

		@Override
		public void pause(ShardId shard) {
		}

		@Override
		public void resume(ShardId shard) {
		}

	}

}
