package io.github.discordgateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events so far. There is one set of counts for each documented event
 * and one for all others together, so that no server can make it grow.
 */
public final class DispatchStatistics {

	/** Stands for the name of every event that is not documented. */
	public static final String UNKNOWN = "UNKNOWN";

	private static final Log logger = LogFactory.getLog(DispatchStatistics.class);

	private final Map<EventType, EventCounters> documented = new EnumMap<>(EventType.class);

	private final EventCounters unknown = new EventCounters();

	private final ConcurrentMap<ShardId, ShardLoad> loads = new ConcurrentHashMap<>();

	private final ConcurrentMap<String, HandlerCounters> handlers = new ConcurrentHashMap<>();

	private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();

	private final HandlerLanes lanes;

	private final DispatchOrdering ordering;

	private volatile List<EventHandler> current = List.of();

	private volatile @Nullable HandlerWatch watch;

	DispatchStatistics(HandlerLanes lanes, DispatchOrdering ordering) {
		this.lanes = lanes;
		this.ordering = ordering;
		for (EventType type : EventType.values()) {
			this.documented.put(type, new EventCounters());
		}
	}

	EventCounters counters(@Nullable EventType type) {
		EventCounters counters = (type != null) ? this.documented.get(type) : null;
		return (counters != null) ? counters : this.unknown;
	}

	/** A handler that is replaced by one of the same id goes on with its counts. */
	HandlerCounters counters(EventHandler handler) {
		return this.handlers.computeIfAbsent(handler.id(), (id) -> new HandlerCounters());
	}

	/** Forgets the counts of all other handlers. */
	void setHandlers(List<EventHandler> current) {
		this.current = current;
		Set<String> ids = current.stream().map(EventHandler::id).collect(Collectors.toSet());
		this.handlers.keySet().retainAll(ids);
		this.lanes.retain(ids);
	}

	void setWatch(HandlerWatch watch) {
		this.watch = watch;
	}

	ShardLoad load(ShardId shard, Function<ShardId, ShardLoad> factory) {
		ShardLoad load = this.loads.get(shard);
		return (load != null) ? load : this.loads.computeIfAbsent(shard, factory);
	}

	Collection<ShardLoad> loads() {
		return this.loads.values();
	}

	/**
	 * The counts of one event.
	 * @param name Discord's name of it; any name that is not documented, for example
	 * {@link #UNKNOWN}, gives the counts of all undocumented events together
	 * @return the counts so far
	 */
	public Counts counts(String name) {
		return counters(EventType.of(name)).snapshot();
	}

	/**
	 * Tells somebody of each event, once or more, when it is received for the first time.
	 * @param observer given the name, {@link #UNKNOWN} for all that are not documented;
	 * called on a network thread, so it must return at once
	 */
	public void onFirst(Consumer<String> observer) {
		this.observers.add(observer);
		snapshot().events().keySet().forEach(observer);
	}

	void begun(String name) {
		String known = (EventType.of(name) != null) ? name : UNKNOWN;
		for (Consumer<String> observer : this.observers) {
			try {
				observer.accept(known);
			}
			catch (RuntimeException | LinkageError ex) {
				logger.error("An observer failed on the first " + known, ex);
			}
		}
	}

	/**
	 * The shards that have received an event that some handler wanted.
	 * @return the shards in order
	 */
	public Set<ShardId> shards() {
		return new TreeSet<>(this.loads.keySet());
	}

	/**
	 * The events of one shard that wait for their handlers or are being handled.
	 * @param shard the shard
	 * @return how many events are pending
	 */
	public int pending(ShardId shard) {
		ShardLoad load = this.loads.get(shard);
		return (load != null) ? load.pending() : 0;
	}

	/**
	 * How often the reading of one shard was paused because too many of its events were
	 * pending.
	 * @param shard the shard
	 * @return the count since the start
	 */
	public long pauses(ShardId shard) {
		ShardLoad load = this.loads.get(shard);
		return (load != null) ? load.pauses() : 0;
	}

	/**
	 * Whether the reading of one shard is paused because too many of its events are
	 * pending.
	 * @param shard the shard
	 * @return whether it waits for its listeners
	 */
	public boolean paused(ShardId shard) {
		ShardLoad load = this.loads.get(shard);
		return load != null && load.isPaused();
	}

	/**
	 * The lanes that hold events: each is a guild, a channel or a shard whose events one
	 * handler gets one after the other, or a single event where there is no order.
	 * @return how many lanes hold something
	 */
	public int lanes() {
		return this.lanes.size();
	}

	/**
	 * The calls of each handler.
	 * @return the counts by the id of the handler, in the order of the ids
	 */
	public Map<String, HandlerCounts> handlers() {
		Map<String, Integer> running = new HashMap<>();
		this.lanes.forEachFirst((task) -> {
			if (task.isUnderWay()) {
				running.merge(task.handler().id(), 1, Integer::sum);
			}
		});
		Map<String, HandlerCounts> counts = new TreeMap<>();
		this.handlers.forEach((id, counters) -> counts.put(id, counters.snapshot(running.getOrDefault(id, 0))));
		return counts;
	}

	/**
	 * Handlers that are busy with one event for longer than the limit.
	 * @return what they are busy with, the longest first; empty without a limit
	 * @see EventDispatcher#reportSlowHandlers
	 */
	public List<SlowHandler> slow() {
		HandlerWatch current = this.watch;
		return (current != null) ? current.slow() : List.of();
	}

	/**
	 * Which events reach a handler one after the other that says nothing else.
	 * @return the common order
	 */
	public DispatchOrdering ordering() {
		return this.ordering;
	}

	/**
	 * The handlers that are paused, and how many events wait for each of them.
	 * @return the numbers by the id of the handler, in the order of the ids
	 */
	public Map<String, Integer> pausedHandlers() {
		Map<String, Integer> paused = new TreeMap<>();
		this.current.stream().filter(EventHandler::isPaused).forEach((handler) -> paused.put(handler.id(), 0));
		if (!paused.isEmpty()) {
			this.lanes.forEach((lane) -> lane.first((task) -> {
				if (task instanceof HandlerTask first) {
					paused.computeIfPresent(first.handler().id(), (id, count) -> count + lane.size());
				}
			}));
		}
		return paused;
	}

	/**
	 * Who holds up most of the events of a shard.
	 * @param shard the shard
	 * @return the handler and the place; {@code null} when no event waits for a handler
	 */
	public @Nullable Backlog backlog(ShardId shard) {
		return Backlog.of(this.lanes, shard);
	}

	String describeBacklog(ShardId shard) {
		Backlog backlog = backlog(shard);
		return (backlog != null) ? "Most of them, " + backlog
				: "None of them waits for a listener, but all for subscribers to streams of events";
	}

	/**
	 * All counts at about one moment.
	 * @return the events that were received at least once, and what is pending
	 */
	public Snapshot snapshot() {
		Map<String, Counts> events = new LinkedHashMap<>();
		this.documented.forEach((type, counters) -> add(events, type.name(), counters));
		add(events, UNKNOWN, this.unknown);
		Map<ShardId, Integer> pending = new TreeMap<>();
		this.loads.forEach((shard, load) -> pending.put(shard, load.pending()));
		return new Snapshot(events, pending);
	}

	private static void add(Map<String, Counts> events, String name, EventCounters counters) {
		Counts counts = counters.snapshot();
		if (counts.received() > 0) {
			events.put(name, counts);
		}
	}

	/**
	 * The calls of one handler.
	 *
	 * @param calls how often it was called and has finished, with or without an error
	 * @param failed how often it failed
	 * @param running how many events it has at the moment, in parallel lanes
	 * @param totalTime how long the finished calls took together, until what they
	 * returned was complete
	 * @param maxTime how long the longest finished call took
	 * @param lastFailed when it failed last; {@code null} when it never did
	 */
	public record HandlerCounts(long calls, long failed, int running, Duration totalTime, Duration maxTime,
			@Nullable Instant lastFailed) {

	}

	/**
	 * A handler that is busy with one event for longer than the limit.
	 *
	 * @param id the id of the handler
	 * @param shard the shard that received the event
	 * @param event Discord's name of the event
	 * @param sequence the number of the event in its session
	 * @param since when it was first seen at that
	 */
	public record SlowHandler(String id, ShardId shard, String event, long sequence, Instant since) {

	}

	/**
	 * What became of the events of one name.
	 *
	 * @param received all that came
	 * @param skipped those that no handler wanted, and whose body was not looked at
	 * @param undecodable those whose body could not be decoded; those that some handler
	 * took raw are also counted as handled
	 * @param handled those that were through all their handlers, whether these failed or
	 * not
	 * @param failed how often a handler failed
	 * @param shed those that were dropped because too many others were pending
	 * @see EventDispatcher#setShed
	 */
	public record Counts(long received, long skipped, long undecodable, long handled, long failed, long shed) {

		Counts plus(Counts other) {
			return new Counts(this.received + other.received, this.skipped + other.skipped,
					this.undecodable + other.undecodable, this.handled + other.handled, this.failed + other.failed,
					this.shed + other.shed);
		}

	}

	/**
	 * All counts at about one moment.
	 *
	 * @param events the counts of each event that was received at least once, by name;
	 * those of undocumented events under {@link DispatchStatistics#UNKNOWN}
	 * @param pending how many events are queued or being handled, by shard
	 */
	public record Snapshot(Map<String, Counts> events, Map<ShardId, Integer> pending) {

		/**
		 * The counts of all events together.
		 * @return their sum
		 */
		public Counts total() {
			return this.events.values().stream().reduce(new Counts(0, 0, 0, 0, 0, 0), Counts::plus);
		}

		/**
		 * How many events came whose name is not documented.
		 * @return their number
		 */
		public long unknown() {
			Counts counts = this.events.get(UNKNOWN);
			return (counts != null) ? counts.received() : 0;
		}

	}

}
