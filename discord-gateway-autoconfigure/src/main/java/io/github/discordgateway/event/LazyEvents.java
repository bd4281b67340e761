package io.github.discordgateway.event;

import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * Makes events that are decoded as they are read, and holds what they share.
 */
public final class LazyEvents {

	private final JsonMapper mapper;

	private final EventDecoder decoder;

	/**
	 * Makes a factory, which may be used by any number of threads.
	 * @param mapper reads single values and trees; one of {@code GatewayJson}
	 */
	public LazyEvents(JsonMapper mapper) {
		this(mapper, new EventDecoder(mapper));
	}

	/**
	 * Makes a factory that shares a decoder, and with it the count of mistyped values.
	 * @param mapper reads single values and trees; one of {@code GatewayJson}
	 * @param decoder decodes whole events
	 */
	public LazyEvents(JsonMapper mapper, EventDecoder decoder) {
		this.mapper = mapper;
		this.decoder = decoder;
	}

	/**
	 * Makes an event of its raw form, of which nothing is decoded yet.
	 * @param raw the event as it was sent
	 * @return the event
	 */
	public LazyEvent of(RawEvent raw) {
		return new LazyEvent(raw, null, this);
	}

	/**
	 * Makes an event of one on its way to the listeners; what is decoded already is not
	 * decoded again.
	 * @param envelope the event, with its raw form
	 * @return the event
	 * @throws NullPointerException when the envelope came without the raw form
	 */
	public LazyEvent of(EventEnvelope envelope) {
		RawEvent raw = Objects.requireNonNull(envelope.raw(), "The envelope came without the raw event");
		return new LazyEvent(raw, envelope.event(), this);
	}

	/**
	 * What reads the JSON of events.
	 * @return the mapper
	 */
	public JsonMapper mapper() {
		return this.mapper;
	}

	EventDecoder decoder() {
		return this.decoder;
	}

}
