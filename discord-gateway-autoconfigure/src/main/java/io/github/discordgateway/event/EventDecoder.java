package io.github.discordgateway.event;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.discordgateway.event.codec.ReadContext;
import io.github.discordgateway.event.codec.RecordReaders;
import io.github.discordgateway.event.codec.ValueReader;
import io.github.discordgateway.protocol.Frame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the body of a frame into the record of its event, in one pass. Unknown, absent
 * and null fields, unknown values and values of a wrong type cost at most the component
 * that they are meant for; only a body that is no JSON object costs the event.
 */
public final class EventDecoder {

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
			GatewayEvent event = frame.read((parser) -> {
				ReadContext context = this.mistyped.context(type, parser);
				try {
					return (GatewayEvent) reader.read(parser, context);
				}
				catch (JacksonException ex) {
					place[0] = context.place(parser);
					throw ex;
				}
			});
			if (event == null) {
				throw failure(type, frame, "the body is empty");
			}
			return event;
		}
		catch (JacksonException ex) {
			throw failure(type, frame, "at " + place[0] + ": " + complaint(ex));
		}
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
		return new EventDecodeException("Cannot decode " + type + ", " + what + ". Payload: " + frame.excerpt(), null);
	}

	/** What was wrong, without what is quoted from the payload. */
	private static String complaint(JacksonException ex) {
		return ex.getOriginalMessage().replaceAll("(?s)\"[^\"]*\"?|'[^']*'?|\n.*", "...");
	}

}
