package io.github.discordgateway.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.CoordinationSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What {@code /actuator/discordgateway} tells. None of it is a secret: neither the token
 * nor what it takes to resume a session is part of it.
 *
 * @param state {@code stopped}, {@code starting}, {@code running} or {@code resharding}
 * @param problem why there are no shards; {@code null} when there is no reason
 * @param total the number of shards that the bot's guilds are divided by; {@code null} as
 * long as there are no shards
 * @param shards the shards that run here
 * @param identify what is left of the day's identifies; {@code null} when the queue does
 * not know
 * @param events what became of the events, by name
 * @param listeners the listeners
 * @param coordination how processes share the shards; {@code null} when none do
 */
public record GatewayDescription(String state, @Nullable String problem, @Nullable Integer total, List<Shard> shards,
		@Nullable Identify identify, Map<String, Events> events, List<Listener> listeners,
		@Nullable CoordinationSnapshot coordination) implements OperationResponseBody {

	/**
	 * The most important of one shard.
	 *
	 * @param id its number
	 * @param state where it stands
	 * @param guilds its guilds; {@code null} when it does not know
	 * @param pending events that wait for their listeners or are being handled
	 * @param latency the last round trip of a heartbeat; {@code null} when not known
	 * @param sinceLastEvent the time since the last event; {@code null} when not known
	 * @param reconnects how often it connected again
	 */
	public record Shard(int id, String state, @Nullable Integer guilds, int pending, @Nullable Duration latency,
			@Nullable Duration sinceLastEvent, long reconnects) {
	}

	/**
	 * All of one shard.
	 *
	 * @param id its number
	 * @param total the number of shards that the bot's guilds are divided by
	 * @param state where it stands
	 * @param problem what is wrong; {@code null} when nothing is known to be
	 * @param remedy what to do; {@code null} when it heals by itself
	 * @param session its session; {@code null} when it has none
	 * @param receivedSequence the sequence of the last event; -1 before the first
	 * @param connection its connection; {@code null} when it has none
	 * @param latencies the latest round trips of heartbeats, the last one last
	 * @param closes the latest ends of connections, the last one last
	 * @param guilds its guilds; {@code null} when it does not know
	 * @param unavailableGuilds those that have an outage or have not come yet
	 * @param pending events that wait for their listeners or are being handled
	 * @param readingPaused whether it does not read because its listeners are behind
	 * @param intents what it subscribes to
	 * @param counters what it has counted
	 */
	public record ShardDetails(int id, int total, String state, @Nullable String problem, @Nullable String remedy,
			@Nullable Session session, long receivedSequence, @Nullable Connection connection,
			List<Heartbeat> latencies, List<Close> closes, @Nullable Integer guilds,
			@Nullable Integer unavailableGuilds, int pending, boolean readingPaused, Set<String> intents,
			Counters counters) implements OperationResponseBody {
	}

	/**
	 * A session.
	 *
	 * @param fingerprint tells it from others, and is of no use to resume it
	 * @param acknowledgedSequence all events up to this one are handled
	 * @param age the time since READY; {@code null} when it began in another process
	 */
	public record Session(String fingerprint, long acknowledgedSequence, @Nullable Duration age) {
	}

	/**
	 * A connection.
	 *
	 * @param age the time since HELLO
	 * @param heartbeatInterval the interval that HELLO named
	 * @param sinceLastAck the time since a heartbeat was acknowledged; {@code null}
	 * before the first
	 * @param sinceLastEvent the time since the last event
	 */
	public record Connection(Duration age, Duration heartbeatInterval, @Nullable Duration sinceLastAck,
			Duration sinceLastEvent) {
	}

	/**
	 * A heartbeat that was acknowledged.
	 *
	 * @param at when
	 * @param latency its round trip
	 */
	public record Heartbeat(Instant at, Duration latency) {
	}

	/**
	 * The end of a connection.
	 *
	 * @param at when
	 * @param code the close code
	 * @param initiator who ended it: {@code server}, {@code client} or {@code network}
	 * @param cause why
	 */
	public record Close(Instant at, int code, String initiator, String cause) {
	}

	/**
	 * What a shard has counted.
	 *
	 * @param connects connections that were opened
	 * @param reconnects how often a pause before a further one began
	 * @param identifies sessions that were asked for
	 * @param resumes what became of each RESUME
	 * @param replayedEvents events that came again after a resume
	 * @param lostSessions sessions that could not be kept
	 * @param commandsSent commands that were sent
	 * @param commandsQueued commands that wait
	 * @param commandsRejected commands that were given up
	 * @param wireBytes bytes as they came
	 * @param inflatedBytes bytes of payloads
	 * @param malformedFrames payloads that could not be read
	 */
	public record Counters(long connects, long reconnects, long identifies, Map<String, Long> resumes,
			long replayedEvents, long lostSessions, long commandsSent, int commandsQueued, long commandsRejected,
			long wireBytes, long inflatedBytes, long malformedFrames) {
	}

	/**
	 * What is left of the day's identifies.
	 *
	 * @param total the identifies of a day
	 * @param remaining those that are left, the reserve among them
	 * @param reserve those that are never spent
	 * @param resetIn the time until all of them are there again
	 * @param waiting the number of shards that wait for a permit
	 * @param longestWait how long the first of them has waited
	 * @param heldBack for how long no shard may identify because the bot was started too
	 * often
	 * @param reported whether Discord has told the figures; otherwise they are those of a
	 * new bot
	 */
	public record Identify(int total, int remaining, int reserve, Duration resetIn, int waiting, Duration longestWait,
			Duration heldBack, boolean reported) {
	}

	/**
	 * What became of the events of one name.
	 *
	 * @param received all that came
	 * @param skipped those that no listener wanted
	 * @param undecodable those that could not be decoded
	 * @param handled those that were through all their listeners
	 * @param failed how often a listener failed
	 * @param shed those that were dropped because too many others were pending
	 */
	public record Events(long received, long skipped, long undecodable, long handled, long failed, long shed) {
	}

	/**
	 * A listener.
	 *
	 * @param id its name
	 * @param description what leads to its code
	 * @param state {@code running}, {@code paused} or {@code stopped}
	 * @param events the events that it wants; {@code *} for all
	 * @param form what it uses of them
	 * @param ordering which of them come one after the other: {@code guild},
	 * {@code shard} or {@code none}
	 * @param calls how often it was called and has finished
	 * @param failed how often it failed
	 * @param running how many events it has at the moment
	 * @param meanTime how long a call takes on average; {@code null} before the first
	 * @param maxTime how long the longest call took
	 * @param lastFailed when it failed last; {@code null} when it never did
	 * @param busyWith events that it has been busy with for longer than the limit
	 */
	public record Listener(String id, String description, String state, Set<String> events, String form,
			String ordering, long calls, long failed, int running, @Nullable Duration meanTime, Duration maxTime,
			@Nullable Instant lastFailed, List<BusyWith> busyWith) implements OperationResponseBody {
	}

	/**
	 * An event that a listener does not get done with.
	 *
	 * @param event its name
	 * @param shard the shard that received it
	 * @param sequence its sequence
	 * @param since when the listener was first seen at it
	 */
	public record BusyWith(String event, int shard, long sequence, Instant since) {
	}

	/**
	 * What a write has done.
	 *
	 * @param action what was asked for
	 * @param target about what, such as {@code shards/3}
	 * @param result what was done
	 */
	public record Done(String action, String target, String result) implements OperationResponseBody {
	}

	/**
	 * Why nothing was done.
	 *
	 * @param problem what is wrong
	 * @param available what there is instead
	 */
	public record Refusal(String problem, List<String> available) implements OperationResponseBody {
	}

}
