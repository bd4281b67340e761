package io.github.discordgateway.internal.dispatch;

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

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.Backlog;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.DispatchStatistics;
import io.github.discordgateway.listener.EventHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of the events.
 */
final class DispatchCounters implements DispatchStatistics {

	private static final Log logger = LogFactory.getLog(DispatchCounters.class);

	private final Map<EventType, EventCounters> documented = new EnumMap<>(EventType.class);

	private final EventCounters unknown = new EventCounters();

	private final ConcurrentMap<ShardId, SourceLoad> loads = new ConcurrentHashMap<>();

	private final ConcurrentMap<String, HandlerCounters> handlers = new ConcurrentHashMap<>();

	private final List<Consumer<String>> observers = new CopyOnWriteArrayList<>();

	private final HandlerLanes lanes;

	private final DispatchOrdering ordering;

	private volatile List<EventHandler> current = List.of();

	private volatile @Nullable HandlerWatch watch;

	DispatchCounters(HandlerLanes lanes, DispatchOrdering ordering) {
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

	SourceLoad load(ShardId shard, Function<ShardId, SourceLoad> factory) {
		SourceLoad load = this.loads.get(shard);
		return (load != null) ? load : this.loads.computeIfAbsent(shard, factory);
	}

	Collection<SourceLoad> loads() {
		return this.loads.values();
	}

	@Override
	public Counts counts(String name) {
		return counters(EventType.of(name)).snapshot();
	}

	@Override
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

	@Override
	public Set<ShardId> shards() {
		return new TreeSet<>(this.loads.keySet());
	}

	@Override
	public int pending(ShardId shard) {
		SourceLoad load = this.loads.get(shard);
		return (load != null) ? load.pending() : 0;
	}

	@Override
	public long pauses(ShardId shard) {
		SourceLoad load = this.loads.get(shard);
		return (load != null) ? load.pauses() : 0;
	}

	@Override
	public boolean paused(ShardId shard) {
		SourceLoad load = this.loads.get(shard);
		return load != null && load.isPaused();
	}

	@Override
	public int lanes() {
		return this.lanes.size();
	}

	@Override
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

	@Override
	public List<SlowHandler> slow() {
		HandlerWatch current = this.watch;
		return (current != null) ? current.slow() : List.of();
	}

	@Override
	public DispatchOrdering ordering() {
		return this.ordering;
	}

	@Override
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

	@Override
	public @Nullable Backlog backlog(ShardId shard) {
		return BacklogSearch.in(this.lanes, shard);
	}

	String describeBacklog(ShardId shard) {
		Backlog backlog = backlog(shard);
		return (backlog != null) ? "Most of them, " + backlog
				: "None of them waits for a listener, but all for subscribers to streams of events";
	}

	@Override
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

}
