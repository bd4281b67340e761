package io.github.discordgateway.actuate.observation;

import io.github.discordgateway.actuate.observation.GatewayObservation.HighCardinalityKeys;
import io.github.discordgateway.actuate.observation.GatewayObservation.LowCardinalityKeys;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.listener.DispatchStatistics;
import io.micrometer.common.KeyValues;

/**
 * The names and keys that {@link GatewayObservation} documents.
 */
public class DefaultGatewayObservationConvention implements GatewayObservationConvention {

	/** The one that is used unless another one is given. */
	public static final DefaultGatewayObservationConvention INSTANCE = new DefaultGatewayObservationConvention();

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
		return context.envelope().name() + " " + context.handler().id();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(GatewayListenerObservationContext context) {
		EventEnvelope envelope = context.envelope();
		String event = (EventType.of(envelope.name()) != null) ? envelope.name() : DispatchStatistics.UNKNOWN;
		return KeyValues.of(LowCardinalityKeys.EVENT.withValue(event),
				LowCardinalityKeys.LISTENER.withValue(context.handler().id()),
				LowCardinalityKeys.OUTCOME.withValue((context.getError() != null) ? "failure" : "success"),
				LowCardinalityKeys.REPLAYED.withValue(String.valueOf(envelope.replayed())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(GatewayListenerObservationContext context) {
		EventEnvelope envelope = context.envelope();
		KeyValues keys = KeyValues.of(HighCardinalityKeys.SHARD.withValue(envelope.shard().toString()),
				HighCardinalityKeys.SEQUENCE.withValue(String.valueOf(envelope.sequence())));
		return (envelope.guildId() != null)
				? keys.and(HighCardinalityKeys.GUILD.withValue(envelope.guildId().toString())) : keys;
	}

}
