package io.github.discordgateway.internal.codec;

import java.util.Objects;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.LazyEvent;
import io.github.discordgateway.event.RawEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes events that are decoded as they are read, and holds what they share.
 */
public final class LazyEvents implements LazyEvent.Source {

	private final EventDecoder decoder;

	/**
	 * Makes a factory, which may be used by any number of threads.
	 * @param decoder decodes whole events, and counts their mistyped values; its mapper
	 * reads single values and trees
	 */
	public LazyEvents(EventDecoder decoder) {
		this.decoder = decoder;
	}

	/**
	 * Makes an event of its raw form, of which nothing is decoded yet.
	 * @param raw the event as it was sent
	 * @return the event
	 */
	public LazyEvent of(RawEvent raw) {
		return new LazyEvent(raw, null, mapper(), this.decoder::decode);
	}

	@Override
	public LazyEvent of(EventEnvelope envelope) {
		RawEvent raw = Objects.requireNonNull(envelope.raw(), "The envelope came without the raw event");
		return new LazyEvent(raw, envelope.event(), mapper(), this.decoder::decode);
	}

	@Override
	public JsonMapper mapper() {
		return this.decoder.mapper();
	}

}
