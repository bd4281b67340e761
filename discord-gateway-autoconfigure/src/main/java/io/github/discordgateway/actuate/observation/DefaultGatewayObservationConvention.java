package io.github.discordgateway.actuate.observation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.actuate.observation.GatewayObservation.HighCardinalityKeys;
import io.github.discordgateway.actuate.observation.GatewayObservation.LowCardinalityKeys;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.DispatchStatistics;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The names and keys that {@link GatewayObservation} documents.
 */
public class DefaultGatewayObservationConvention implements GatewayObservationConvention {

	/** The one that is used unless another one is given. */
	public static final DefaultGatewayObservationConvention INSTANCE = new DefaultGatewayObservationConvention();

	/** By listener and event; softly, since listeners may come and go. */
	private final Map<String, Map<String, Texts>> texts = new ConcurrentReferenceHashMap<>();

	private final Map<ShardId, KeyValue> shards = new ConcurrentHashMap<>();

	/**
	 * Makes a convention, for one that differs in some point.
	 */
	public DefaultGatewayObservationConvention() {
	}

	@Override
	public String getName() {
		return "discord.gateway.listener";
	}

	@Override
	public String getContextualName(GatewayListenerObservationContext context) {
		return texts(context).name();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(GatewayListenerObservationContext context) {
		return texts(context).lowCardinality(context.getError() != null, context.envelope().replayed());
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(GatewayListenerObservationContext context) {
		return context.highCardinality(this::highCardinality);
	}

	private KeyValues highCardinality(EventEnvelope envelope) {
		KeyValue shard = this.shards.computeIfAbsent(envelope.shard(),
				(id) -> HighCardinalityKeys.SHARD.withValue(id.toString()));
		KeyValue sequence = new NumberKeyValue(HighCardinalityKeys.SEQUENCE, envelope.sequence());
		return (envelope.guildId() != null) ? KeyValues
			.of(new NumberKeyValue(HighCardinalityKeys.GUILD, envelope.guildId().value()), sequence, shard)
				: KeyValues.of(sequence, shard);
	}

	/**
	 * Names that are not documented are not kept, since a server could send any number.
	 */
	private Texts texts(GatewayListenerObservationContext context) {
		String event = context.envelope().name();
		String listener = context.handler().id();
		if (EventType.of(event) == null) {
			return new Texts(event, DispatchStatistics.UNKNOWN, listener);
		}
		Map<String, Texts> ofListener = this.texts.get(listener);
		if (ofListener == null) {
			ofListener = this.texts.computeIfAbsent(listener, (id) -> new ConcurrentHashMap<>());
		}
		Texts texts = ofListener.get(event);
		return (texts != null) ? texts : ofListener.computeIfAbsent(event, (name) -> new Texts(name, name, listener));
	}

	/** What the observations of one event and one listener have in common. */
	private record Texts(String name, KeyValues success, KeyValues failure, KeyValues replayed,
			KeyValues replayedFailure) {

		Texts(String event, String tag, String listener) {
			this(event + " " + listener, keys(tag, listener, false, false), keys(tag, listener, true, false),
					keys(tag, listener, false, true), keys(tag, listener, true, true));
		}

		private static KeyValues keys(String event, String listener, boolean failed, boolean replayed) {
			return KeyValues.of(LowCardinalityKeys.EVENT.withValue(event),
					LowCardinalityKeys.LISTENER.withValue(listener),
					LowCardinalityKeys.OUTCOME.withValue(failed ? "failure" : "success"),
					LowCardinalityKeys.REPLAYED.withValue(String.valueOf(replayed)));
		}

		KeyValues lowCardinality(boolean failed, boolean again) {
			if (again) {
				return failed ? this.replayedFailure : this.replayed;
			}
			return failed ? this.failure : this.success;
		}

	}

	/** A number that is written when somebody reads it: most spans are not sampled. */
	private record NumberKeyValue(KeyName name, long number) implements KeyValue {

		@Override
		public String getKey() {
			return this.name.asString();
		}

		@Override
		public String getValue() {
			return Long.toUnsignedString(this.number);
		}

	}

}
