package io.github.discordgateway.listener;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.LazyEvent;
import io.github.discordgateway.event.LazyEvents;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.protocol.ShardId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a listener may take: the one table of parameter types.
 */
enum ListenerArgument {

	/** The decoded event. */
	EVENT {

		@Override
		@Nullable Object resolve(EventEnvelope envelope, LazyEvents events) {
			return envelope.event();
		}

	},

	/** Everything about the event. */
	ENVELOPE {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			return envelope;
		}

	},

	/** The event as it was sent. */
	RAW {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			return raw(envelope);
		}

	},

	/** The event as it was sent, of which only what is read gets decoded. */
	LAZY {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			raw(envelope);
			return events.of(envelope);
		}

	},

	/** The body as a tree. */
	TREE {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			return raw(envelope).tree(events.mapper());
		}

	},

	/** The body as text. */
	TEXT {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			return raw(envelope).text();
		}

	},

	/** The body as bytes. */
	BYTES {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			return raw(envelope).json();
		}

	},

	/** The shard that received the event. */
	SHARD {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvents events) {
			return envelope.shard();
		}

	};

	/** For messages. */
	static final String ALLOWED = "the record of an event (such as MessageCreate), GatewayEvent, EventEnvelope, "
			+ "RawEvent, LazyEvent, JsonNode, String, byte[] and ShardId";

	static @Nullable ListenerArgument of(Class<?> type) {
		if (GatewayEvent.class.isAssignableFrom(type)) {
			return EVENT;
		}
		if (type == EventEnvelope.class) {
			return ENVELOPE;
		}
		if (type == RawEvent.class) {
			return RAW;
		}
		if (type == LazyEvent.class) {
			return LAZY;
		}
		if (type == JsonNode.class) {
			return TREE;
		}
		if (type == String.class) {
			return TEXT;
		}
		if (type == byte[].class) {
			return BYTES;
		}
		return (type == ShardId.class) ? SHARD : null;
	}

	/** Whether it needs the event as it was sent. */
	boolean isRaw() {
		return this == RAW || this == LAZY || this == TREE || this == TEXT || this == BYTES;
	}

	/** Whether a method that takes it is obviously meant for events. */
	boolean isTelling() {
		return this == EVENT || this == ENVELOPE || this == RAW || this == LAZY;
	}

	/**
	 * The argument for one event.
	 * @param envelope the event
	 * @param events reads raw events
	 * @return the argument
	 */
	abstract @Nullable Object resolve(EventEnvelope envelope, LazyEvents events);

	private static RawEvent raw(EventEnvelope envelope) {
		RawEvent raw = envelope.raw();
		if (raw == null) {
			throw new IllegalStateException("The listener wants the event raw, but " + envelope
					+ " came without: ask for a form with isRaw() in the handler's interest");
		}
		return raw;
	}

}
