package io.github.discordgateway.actuate.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.CAUSE;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.CODE;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.EVENT;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.INITIATOR;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.LISTENER;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.OUTCOME;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.PARTITION;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.PATH;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.SHARD;
import static io.github.discordgateway.actuate.metrics.GatewayMeterTag.STATE;
import static io.micrometer.core.instrument.Meter.Type.COUNTER;
import static io.micrometer.core.instrument.Meter.Type.GAUGE;
import static io.micrometer.core.instrument.Meter.Type.TIMER;

/**
 * All meters of the gateway: the one table that knows their names, units, tags and
 * meanings. A gauge whose value is not known is NaN.
 */
public enum GatewayMeters implements MeterDocumentation {

	/** How many shards are in each state. */
	SHARDS("shards", GAUGE, "shards", "Shards that run here, by state", STATE),

	/** The state of one shard. Not there when shards have no tag. */
	SHARD_STATE("shard.state", GAUGE, null,
			"State of a shard: 0 new, 1 backing off, 2 connecting, 3 awaiting hello, 4 awaiting permit, "
					+ "5 queued, 6 identifying, 7 resuming, 8 ready, 9 draining, 10 drained, 11 closing, 12 stopped, "
					+ "13 failed",
			SHARD),

	/** Guilds. */
	GUILDS("guilds", GAUGE, "guilds", "Guilds of the bot", SHARD),

	/** Events that came. */
	EVENTS_RECEIVED("events.received", COUNTER, "events", "Events that were received", EVENT),

	/** Events that nobody wants. */
	EVENTS_SKIPPED("events.skipped", COUNTER, "events", "Events that no listener wanted, and were not decoded", EVENT),

	/** Events without documentation. */
	EVENTS_UNKNOWN("events.unknown", COUNTER, "events", "Events whose name is not documented"),

	/** Events that could not be read. */
	EVENTS_UNDECODABLE("events.undecodable", COUNTER, "events", "Events that could not be decoded", EVENT),

	/** Events that are done. */
	EVENTS_HANDLED("events.handled", COUNTER, "events", "Events that were through all their listeners", EVENT),

	/** Failures of listeners. */
	EVENTS_FAILED("events.failed", COUNTER, "failures", "Failures of listeners", EVENT),

	/** Events that were dropped. */
	EVENTS_SHED("events.shed", COUNTER, "events", "Events that were dropped because too many others were pending",
			EVENT),

	/** Values that were left out. */
	EVENTS_MISTYPED("events.mistyped", COUNTER, "values",
			"Values of events that had another type than documented and were left out", EVENT, PATH),

	/** Events that came again after a resume. */
	EVENTS_REPLAYED("events.replayed", COUNTER, "events", "Events that were missed and sent again after a resume",
			SHARD),

	/** Events that the server left out. */
	EVENTS_MISSED("events.missed", COUNTER, "events", "Events that the server left out when it resumed a session",
			SHARD),

	/** Events that could not be handed on. */
	EVENTS_PASSED_OVER("events.passed.over", COUNTER, "events",
			"Events that were passed over, since they could not be read or handed on, twice", SHARD),

	/** Events between what is received and what is handled. */
	EVENTS_LAG("events.lag", GAUGE, "events", "Events of the session from the first that is not handled on", SHARD),

	/** Events on their way. */
	EVENTS_PENDING("events.pending", GAUGE, "events", "Events that wait for their listeners or are being handled",
			SHARD),

	/** How long nothing came. */
	EVENT_AGE("event.age", GAUGE, Unit.SECONDS, "Time since the last event; of the shard with the longest", SHARD),

	/** Bytes as they came. */
	WIRE("wire", COUNTER, Unit.BYTES, "Bytes that were received, compressed or not", SHARD),

	/** Bytes as they are read. */
	INFLATED("inflated", COUNTER, Unit.BYTES, "Bytes of the payloads that were received", SHARD),

	/** What compression is worth. */
	COMPRESSION_RATIO("compression.ratio", GAUGE, null, "Inflated bytes for each byte on the wire", SHARD),

	/** The buffers of the inflaters. */
	INFLATER_BUFFER("inflater.buffer", GAUGE, Unit.BYTES, "Size of the buffer that payloads are inflated into", SHARD),

	/** Frames that could not be read. */
	FRAMES_MALFORMED("frames.malformed", COUNTER, "frames", "Payloads that could not be read as frames", SHARD),

	/** The last round trip. */
	HEARTBEAT_LATENCY("heartbeat.latency", GAUGE, Unit.SECONDS,
			"Last round trip of a heartbeat; of the shard with the longest", SHARD),

	/** How long no heartbeat was answered. */
	ACK_AGE("ack.age", GAUGE, Unit.SECONDS,
			"Time since the last heartbeat that was acknowledged; of the shard with the longest", SHARD),

	/** Connections that were opened. */
	CONNECTS("connects", COUNTER, "connections", "Connections that were opened", SHARD),

	/** Connections that ended. */
	CLOSES("closes", COUNTER, "connections", "Connections that ended, or could not be opened", CODE, INITIATOR, CAUSE),

	/** Pauses between connections. */
	RECONNECT_DELAY("reconnect.delay", TIMER, Unit.SECONDS, "Pauses before a further connection", SHARD),

	/** IDENTIFYs. */
	IDENTIFIES("identifies", COUNTER, "identifies", "Sessions that were asked for with IDENTIFY", SHARD),

	/** The wait for permits. */
	IDENTIFY_WAIT("identify.wait", TIMER, Unit.SECONDS, "Waiting for a permit to identify", SHARD),

	/** What is left of the day's identifies. */
	IDENTIFY_REMAINING("identify.remaining", GAUGE, "identifies",
			"Identifies that are left of the day's, the reserve among them"),

	/** Who waits for a permit. */
	IDENTIFY_WAITING("identify.waiting", GAUGE, "shards", "Shards that wait for a permit to identify"),

	/** When the day's identifies are back. */
	IDENTIFY_RESET("identify.reset", GAUGE, Unit.SECONDS, "Time until all of the day's identifies are there again"),

	/** RESUMEs. */
	RESUMES("resumes", COUNTER, "resumes", "Sessions that were to be resumed: resumed, lost or interrupted", SHARD,
			OUTCOME),

	/** Sessions that are gone. */
	SESSIONS_LOST("sessions.lost", COUNTER, "sessions",
			"Sessions that could not be resumed, so that events may be missing"),

	/** Changes of the store. */
	SESSION_SAVES("session.saves", COUNTER, "saves", "Sessions that were saved or removed in the store"),

	/** Failures of the store. */
	SESSION_FAILURES("session.failures", COUNTER, "failures", "Failures of the store of sessions"),

	/** Commands that went out. */
	COMMANDS_SENT("commands.sent", COUNTER, "commands", "Commands that were sent", SHARD),

	/** Commands that never will. */
	COMMANDS_REJECTED("commands.rejected", COUNTER, "commands", "Commands that were given up", SHARD),

	/** Commands that wait. */
	COMMANDS_QUEUED("commands.queued", GAUGE, "commands", "Commands that wait to be sent", SHARD),

	/** Commands that wait for the limit. */
	COMMANDS_LIMITED("commands.limited", GAUGE, "commands", "Commands that wait for Discord's send limit", SHARD),

	/** Those that share the shards. */
	NODES("nodes", GAUGE, "nodes", "Nodes that share the shards; not there without coordination"),

	/** Shards that do not run. */
	SHARDS_UNOWNED("shards.unowned", GAUGE, "shards", "Shards that no node runs; not there without coordination"),

	/** Shards that may run elsewhere. */
	SHARDS_IN_DOUBT("shards.in.doubt", GAUGE, "shards",
			"Shards that run here and that others may have taken over; not there without coordination"),

	/** What listeners take. */
	LISTENER_TIME("listener.time", TIMER, Unit.SECONDS, "Calls of listeners, by success or failure", LISTENER, OUTCOME),

	/** Listeners that do not come to an end. */
	LISTENERS_SLOW("listeners.slow", GAUGE, "listeners",
			"Calls of listeners that have been running for longer than the limit"),

	/** Events that a broker has taken. */
	RELAY_RELAYED("relay.relayed", COUNTER, "events", "Events that the broker has taken"),

	/** Events that are left out. */
	RELAY_SKIPPED("relay.skipped", COUNTER, "events", "Events that are not relayed, as configured"),

	/** Events that a broker never takes. */
	RELAY_FAILED("relay.failed", COUNTER, "events", "Events that could not be relayed, and were passed over"),

	/** Events on their way to the broker. */
	RELAY_WAITING("relay.waiting", GAUGE, "events", "Events that wait for the broker"),

	/** Events that came from the broker. */
	WORKER_RECEIVED("worker.received", COUNTER, "events", "Events that came from the broker"),

	/** Events that had come before. */
	WORKER_DUPLICATES("worker.duplicates", COUNTER, "events", "Events that had come before, and were dropped"),

	/** Records of others. */
	WORKER_FOREIGN("worker.foreign", COUNTER, "records", "Records that are no events, and were passed over"),

	/** Records that a listener has failed on. */
	WORKER_DEAD_LETTERS("worker.dead.letters", COUNTER, "records", "Records that went to the dead letter topic"),

	/** Events that could not be handed on. */
	WORKER_PASSED_OVER("worker.passed.over", COUNTER, "events",
			"Events that were passed over, since they could not be handed on, twice"),

	/** Events on their way. */
	WORKER_WAITING("worker.waiting", GAUGE, "events", "Events that wait for their listeners or are being handled"),

	/** How far a worker is behind. */
	WORKER_LAG("worker.lag", GAUGE, "records", "Records of the partition that are not handled yet", PARTITION),

	/** Lanes with work. */
	LANES_PENDING("lanes.pending", GAUGE, "lanes", "Lanes, such as guilds of a listener, that hold events"),

	/** Shards that wait for their listeners. */
	READING_PAUSED("reading.paused", GAUGE, "shards", "Shards that read no events because their listeners are behind",
			SHARD),

	/** How often that was so. */
	READING_PAUSES("reading.pauses", COUNTER, "pauses",
			"How often a shard stopped reading because its listeners were behind", SHARD);

	private final String name;

	private final Meter.Type type;

	private final @Nullable String unit;

	private final String description;

	private final GatewayMeterTag[] tags;

	GatewayMeters(String name, Meter.Type type, @Nullable String unit, String description, GatewayMeterTag... tags) {
		this.name = Unit.PREFIX + name;
		this.type = type;
		this.unit = unit;
		this.description = description;
		this.tags = tags;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	@Override
	public @Nullable String getBaseUnit() {
		return this.unit;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.tags.clone();
	}

	@Override
	public String getPrefix() {
		return Unit.PREFIX;
	}

	/**
	 * What the meter tells.
	 * @return a clause without a full stop
	 */
	public String description() {
		return this.description;
	}

	<T> Meter counter(MeterRegistry registry, Iterable<Tag> tags, T source, ToDoubleFunction<T> count) {
		return FunctionCounter.builder(this.name, source, count)
			.description(this.description)
			.baseUnit(this.unit)
			.tags(tags)
			.register(registry);
	}

	/** The source must be held by somebody else. */
	<T> Meter gauge(MeterRegistry registry, Iterable<Tag> tags, T source, ToDoubleFunction<T> value) {
		if (Unit.SECONDS.equals(this.unit)) {
			return TimeGauge.builder(this.name, source, TimeUnit.SECONDS, value)
				.description(this.description)
				.tags(tags)
				.register(registry);
		}
		return Gauge.builder(this.name, source, value)
			.description(this.description)
			.baseUnit(this.unit)
			.tags(tags)
			.register(registry);
	}

	<T> Meter timer(MeterRegistry registry, Iterable<Tag> tags, T source, ToLongFunction<T> count,
			ToDoubleFunction<T> totalSeconds) {
		return FunctionTimer.builder(this.name, source, count, totalSeconds, TimeUnit.SECONDS)
			.description(this.description)
			.tags(tags)
			.register(registry);
	}

	Timer timer(MeterRegistry registry, Iterable<Tag> tags) {
		return Timer.builder(this.name).description(this.description).tags(tags).register(registry);
	}

	/** Kept apart, since the constants of an enum come first. */
	private static final class Unit {

		private static final String PREFIX = "discord.gateway.";

		private static final String SECONDS = "seconds";

		private static final String BYTES = "bytes";

	}

}
