package io.github.discordgateway.actuate.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Tag;

/**
 * The tags of the meters. Each has few values, whatever a server sends.
 */
public enum GatewayMeterTag implements KeyName {

	/**
	 * The number of the shard. Left out, so that a meter is about all shards together,
	 * when more of them run than {@code discord.gateway.metrics.max-shard-tags}.
	 */
	SHARD("shard"),

	/**
	 * The name of the event, such as {@code MESSAGE_CREATE}; {@code UNKNOWN} for all
	 * events that are not documented.
	 */
	EVENT("event"),

	/** Where in the event. */
	PATH("path"),

	/** The state of shards, such as {@code ready}. */
	STATE("state"),

	/** The close code; {@code other} for one that is not known. */
	CODE("code"),

	/** Who ended the connection: {@code server}, {@code client} or {@code network}. */
	INITIATOR("initiator"),

	/** Why the connection ended, such as {@code closed} or {@code silent}. */
	CAUSE("cause"),

	/** What came out of it. */
	OUTCOME("outcome"),

	/** The id of the listener. */
	LISTENER("listener"),

	/** The number of the partition of a topic. */
	PARTITION("partition");

	private final String key;

	GatewayMeterTag(String key) {
		this.key = key;
	}

	@Override
	public String asString() {
		return this.key;
	}

	Tag of(Object value) {
		return Tag.of(this.key, value.toString());
	}

}
