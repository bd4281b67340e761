package io.github.discordgateway.event;

import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.discordgateway.event.codec.ReadContext;
import io.github.discordgateway.event.codec.RecordReaders;
import io.github.discordgateway.event.codec.ValueReader;
import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.PayloadExcerpt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the body of a frame into the record of its event, in one pass. Unknown, absent
 * and null fields, unknown values and values of a wrong type cost at most the component
 * that they are meant for; only a body that is no JSON object costs the event.
 */
public final class EventDecoder {

	private final JsonMapper mapper;

	private final RecordReaders readers;

	/** By the ordinal of the event, made when it is first wanted. */
	private final AtomicReferenceArray<@Nullable ValueReader> byType = new AtomicReferenceArray<>(
			EventType.values().length);

	private final MistypedValues mistyped = new MistypedValues();

	/**
	 * Makes a decoder, which may be used by any number of threads.
	 * @param mapper reads the bodies; one of {@code GatewayJson}
	 */
	public EventDecoder(JsonMapper mapper) {
		this.mapper = mapper;
		this.readers = new RecordReaders(LenientBinding.applyTo(mapper));
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
		ValueReader reader = reader(type);
		if (!frame.hasObjectBody()) {
			throw failure(type, frame, "the body is not an object");
		}
		String[] place = { "" };
		try {
			GatewayEvent event = frame.read((parser) -> read(type, reader, parser, place));
			if (event == null) {
				throw failure(type, frame, "the body is empty");
			}
			return event;
		}
		catch (JacksonException ex) {
			throw failure(type, frame, "at " + place[0] + ": " + PayloadExcerpt.complaint(ex));
		}
	}

	/**
	 * Decodes an event that was kept as it was sent.
	 * @param raw the event, one that has a record
	 * @return the event
	 * @throws EventDecodeException when the body is not an object, or broken; the message
	 * says where and shows the start of the body without secrets
	 * @throws IllegalArgumentException when the event has no record
	 */
	public GatewayEvent decode(RawEvent raw) throws EventDecodeException {
		EventType type = EventType.of(raw.name());
		if (type == null) {
			throw new IllegalArgumentException(raw.name() + " is not a known event: read it as JSON");
		}
		ValueReader reader = reader(type);
		byte[] json = raw.json();
		String[] place = { "$" };
		try (JsonParser parser = this.mapper.createParser(json)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw failure(type, PayloadExcerpt.of(json, 0, json.length), "the body is not an object");
			}
			return read(type, reader, parser, place);
		}
		catch (JacksonException ex) {
			throw failure(type, PayloadExcerpt.of(json, 0, json.length),
					"at " + place[0] + ": " + PayloadExcerpt.complaint(ex));
		}
	}

	private GatewayEvent read(EventType type, ValueReader reader, JsonParser parser, String[] place) {
		ReadContext context = this.mistyped.context(type, parser);
		try {
			return (GatewayEvent) Objects.requireNonNull(reader.read(parser, context));
		}
		catch (JacksonException ex) {
			place[0] = context.place(parser);
			throw ex;
		}
	}

	/**
	 * How many values had another type than documented and were left out, so far. There
	 * are at most about 1000 places; what is beyond is counted as {@code elsewhere}.
	 * @return the counts by event and place, for example
	 * {@code MESSAGE_CREATE.embeds[].color}; a snapshot
	 */
	public SortedMap<String, Long> mistypedValues() {
		return this.mistyped.snapshot();
	}

	private ValueReader reader(EventType type) {
		ValueReader known = this.byType.get(type.ordinal());
		if (known != null) {
			return known;
		}
		ValueReader made = this.readers.of(type.eventClass());
		this.byType.set(type.ordinal(), made);
		return made;
	}

	/**
	 * The parser's exception is not the cause of ours: its message may quote the payload,
	 * and with it a token.
	 */
	private static EventDecodeException failure(EventType type, Frame frame, String what) {
		return failure(type, frame.excerpt(), what);
	}

	private static EventDecodeException failure(EventType type, String excerpt, String what) {
		return new EventDecodeException("Cannot decode " + type + ", " + what + ". Payload: " + excerpt, null);
	}

}
