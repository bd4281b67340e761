package io.github.discordgateway.event;

import java.util.EnumMap;
import java.util.Map;

import io.github.discordgateway.protocol.Frame;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the body of a frame into the record of its event, in one pass. Unknown, absent
 * and null fields, unknown values and values of a wrong type cost at most the component
 * that they are meant for; only a body that is no JSON object costs the event.
 */
public final class EventDecoder {

	private final Map<EventType, ObjectReader> readers = new EnumMap<>(EventType.class);

	/**
	 * Prepares a reader for each event, which may be used by any number of threads.
	 * @param mapper reads the bodies; one of {@code GatewayJson}
	 */
	public EventDecoder(JsonMapper mapper) {
		JsonMapper lenient = LenientBinding.applyTo(mapper);
		for (EventType type : EventType.values()) {
			this.readers.put(type, lenient.readerFor(type.eventClass()));
		}
	}

	/**
	 * Decodes an event.
	 * @param type the event
	 * @param frame holds the event's body
	 * @return the event
	 * @throws EventDecodeException when the body is absent, not an object, or broken; the
	 * message says where and shows the start of the frame without secrets
	 */
	public GatewayEvent decode(EventType type, Frame frame) throws EventDecodeException {
		ObjectReader reader = this.readers.get(type);
		if (reader == null) {
			throw new IllegalStateException("No reader for " + type);
		}
		if (!frame.hasObjectBody()) {
			throw failure(type, frame, "the body is not an object");
		}
		try {
			GatewayEvent event = frame.read(reader);
			if (event == null) {
				throw failure(type, frame, "the body is empty");
			}
			return event;
		}
		catch (JacksonException ex) {
			throw failure(type, frame, "at " + path(ex) + ": " + complaint(ex));
		}
	}

	/**
	 * The parser's exception is not the cause of ours: its message may quote the payload,
	 * and with it a token.
	 */
	private static EventDecodeException failure(EventType type, Frame frame, String what) {
		return new EventDecodeException("Cannot decode " + type + ", " + what + ". Payload: " + frame.excerpt(), null);
	}

	/** The place in the body, for example {@code $.author.id}. */
	private static String path(JacksonException ex) {
		StringBuilder path = new StringBuilder("$");
		for (JacksonException.Reference reference : ex.getPath()) {
			if (reference.getPropertyName() != null) {
				path.append('.').append(reference.getPropertyName());
			}
			else {
				path.append('[').append(reference.getIndex()).append(']');
			}
		}
		return path.toString();
	}

	/** What was wrong, without what is quoted from the payload. */
	private static String complaint(JacksonException ex) {
		return ex.getOriginalMessage().replaceAll("(?s)\"[^\"]*\"?|'[^']*'?|\n.*", "...");
	}

}
