package io.github.discordgateway.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.discordgateway.ShardId;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events so far, and what the listeners are busy with. There is one
 * set of counts for each documented event and one for all others together, so that no
 * server can make it grow. May be read from any thread.
 */
public interface DispatchStatistics {

	/** Stands for the name of every event that is not documented. */
	String UNKNOWN = "UNKNOWN";

	/**
	 * The counts of one event.
	 * @param name Discord's name of it; any name that is not documented, for example
	 * {@link #UNKNOWN}, gives the counts of all undocumented events together
	 * @return the counts so far
	 */
	Counts counts(String name);

	/**
	 * Tells somebody of each event, once or more, when it is received for the first time.
	 * @param observer given the name, {@link #UNKNOWN} for all that are not documented;
	 * called on a network thread, so it must return at once
	 */
	void onFirst(Consumer<String> observer);

	/**
	 * The shards that have received an event that some handler wanted.
	 * @return the shards in order
	 */
	Set<ShardId> shards();

	/**
	 * The events of one shard that wait for their handlers or are being handled.
	 * @param shard the shard
	 * @return how many events are pending
	 */
	int pending(ShardId shard);

	/**
	 * How often the reading of one shard was paused because too many of its events were
	 * pending.
	 * @param shard the shard
	 * @return the count since the start
	 */
	long pauses(ShardId shard);

	/**
	 * Whether the reading of one shard is paused because too many of its events are
	 * pending.
	 * @param shard the shard
	 * @return whether it waits for its listeners
	 */
	boolean paused(ShardId shard);

	/**
	 * The lanes that hold events: each is a guild, a channel or a shard whose events one
	 * handler gets one after the other, or a single event where there is no order.
	 * @return how many lanes hold something
	 */
	int lanes();

	/**
	 * The calls of each handler.
	 * @return the counts by the id of the handler, in the order of the ids
	 */
	Map<String, HandlerCounts> handlers();

	/**
	 * Handlers that are busy with one event for longer than the limit.
	 * @return what they are busy with, the longest first; empty without a limit
	 */
	List<SlowHandler> slow();

	/**
	 * Which events reach a handler one after the other that says nothing else.
	 * @return the common order
	 */
	DispatchOrdering ordering();

	/**
	 * The handlers that are paused, and how many events wait for each of them.
	 * @return the numbers by the id of the handler, in the order of the ids
	 */
	Map<String, Integer> pausedHandlers();

	/**
	 * Who holds up most of the events of a shard.
	 * @param shard the shard
	 * @return the handler and the place; {@code null} when no event waits for a handler
	 */
	@Nullable Backlog backlog(ShardId shard);

	/**
	 * All counts at about one moment.
	 * @return the events that were received at least once, and what is pending
	 */
	Snapshot snapshot();

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
	record HandlerCounts(long calls, long failed, int running, Duration totalTime, Duration maxTime,
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
	record SlowHandler(String id, ShardId shard, String event, long sequence, Instant since) {

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
	 */
	record Counts(long received, long skipped, long undecodable, long handled, long failed, long shed) {

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
	record Snapshot(Map<String, Counts> events, Map<ShardId, Integer> pending) {

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
