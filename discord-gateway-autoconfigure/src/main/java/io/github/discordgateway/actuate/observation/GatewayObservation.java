package io.github.discordgateway.actuate.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations of the gateway.
 */
public enum GatewayObservation implements ObservationDocumentation {

	/**
	 * A listener handles an event: from its call until what it returned is complete.
	 * There is none for events that no listener wants.
	 */
	LISTENER {

		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultGatewayObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinalityKeys.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinalityKeys.values();
		}

	},

	/**
	 * A shard's event goes to Kafka: from its receipt until Kafka has acknowledged it.
	 * What Spring Kafka observes of a relay and a worker, and the listener, follow in the
	 * same trace.
	 */
	RELAY {

		@Override
		public String getName() {
			return "discord.gateway.relay";
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { LowCardinalityKeys.EVENT };
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return new KeyName[] { HighCardinalityKeys.SHARD, HighCardinalityKeys.SEQUENCE };
		}

	};

	/**
	 * Keys with few values, which meters have as well.
	 */
	public enum LowCardinalityKeys implements KeyName {

		/** The name of the event; {@code UNKNOWN} when it is not documented. */
		EVENT("event"),

		/** The id of the listener. */
		LISTENER("listener"),

		/** {@code success} or {@code failure}. */
		OUTCOME("outcome"),

		/** Whether the event was missed and sent again after a resume. */
		REPLAYED("replayed");

		private final String key;

		LowCardinalityKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Keys with many values, for traces only.
	 */
	public enum HighCardinalityKeys implements KeyName {

		/** The guild of the event; left out outside of guilds. */
		GUILD("guild.id"),

		/** The shard that received the event, and the total, as in {@code 3/16}. */
		SHARD("shard"),

		/** The sequence of the event in its session. */
		SEQUENCE("sequence");

		private final String key;

		HighCardinalityKeys(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
