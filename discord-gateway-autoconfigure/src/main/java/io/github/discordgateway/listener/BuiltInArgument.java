package io.github.discordgateway.listener;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.LazyEvent;
import io.github.discordgateway.event.RawEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What any listener may take: the one table of parameter types.
 */
enum BuiltInArgument {

	/** The decoded event. */
	EVENT(EventForm.TYPED, true) {

		@Override
		@Nullable Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return envelope.event();
		}

	},

	/** Everything about the event, in the forms that others ask for. */
	ENVELOPE(EventForm.HEADER, true) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return envelope;
		}

	},

	/** The event as it was sent. */
	RAW(EventForm.RAW, true) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return raw(envelope);
		}

	},

	/** The event as it was sent, of which only what is read gets decoded. */
	LAZY(EventForm.RAW, true) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			raw(envelope);
			return events.of(envelope);
		}

	},

	/** The body as a tree. */
	TREE(EventForm.RAW, false) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return raw(envelope).tree(events.mapper());
		}

	},

	/** The body as text. */
	TEXT(EventForm.RAW, false) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return raw(envelope).text();
		}

	},

	/** The body as bytes. */
	BYTES(EventForm.RAW, false) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return raw(envelope).json();
		}

	},

	/** The shard that received the event. */
	SHARD(EventForm.HEADER, false) {

		@Override
		Object resolve(EventEnvelope envelope, LazyEvent.Source events) {
			return envelope.shard();
		}

	};

	/** For messages. */
	static final String ALLOWED = "the record of an event (such as MessageCreate), GatewayEvent, a part of the event "
			+ "(such as Message), EventEnvelope, RawEvent, LazyEvent, JsonNode, String, byte[], ShardId, and what "
			+ "a bean of type GatewayListenerArgumentResolver provides";

	private final EventForm form;

	private final boolean telling;

	BuiltInArgument(EventForm form, boolean telling) {
		this.form = form;
		this.telling = telling;
	}

	static @Nullable BuiltInArgument of(Class<?> type) {
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

	/** What of the event it needs. */
	EventForm form() {
		return this.form;
	}

	/** Whether a method that takes it is obviously meant for events. */
	boolean isTelling() {
		return this.telling;
	}

	/**
	 * The argument for one event.
	 * @param envelope the event
	 * @param events reads raw events
	 * @return the argument
	 */
	abstract @Nullable Object resolve(EventEnvelope envelope, LazyEvent.Source events);

	private static RawEvent raw(EventEnvelope envelope) {
		RawEvent raw = envelope.raw();
		if (raw == null) {
			throw new IllegalStateException("The listener wants the event raw, but " + envelope
					+ " came without: ask for a form with isRaw() in the handler's interest");
		}
		return raw;
	}

}
