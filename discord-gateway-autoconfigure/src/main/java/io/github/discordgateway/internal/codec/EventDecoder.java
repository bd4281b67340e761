package io.github.discordgateway.internal.codec;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.MistypedValueCounts;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.PayloadExcerpt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the body of a frame into the record of its event, in one pass. Unknown, absent
 * and null fields, unknown values and values of a wrong type cost at most the component
 * that they are meant for; only a body that is no JSON object costs the event.
 */
public final class EventDecoder implements FrameDecoder, MistypedValueCounts {

	private final JsonMapper mapper;

	private final RecordReaders readers;

	/** By the ordinal of the event, made when it is first wanted. */
	private final AtomicReferenceArray<@Nullable TypeReader> byType = new AtomicReferenceArray<>(
			EventType.values().length);

	private final MistypedValues mistyped = new MistypedValues();

	/**
	 * Makes a decoder, which may be used by any number of threads.
	 * @param mapper reads the bodies; one of {@code GatewayJsonMapper}
	 */
	public EventDecoder(JsonMapper mapper) {
		this.mapper = mapper;
		this.readers = new RecordReaders(mapper);
	}

	/**
	 * Makes the readers of some events before the first of them comes: to make one costs
	 * up to several hundred milliseconds, which are not to be those of an event loop.
	 * Those that there is no time for are made when they are first wanted.
	 * @param types the events
	 * @param limit no further reader is begun after this time
	 */
	@Override
	public void prepare(Collection<EventType> types, Duration limit) {
		long start = System.nanoTime();
		for (EventType type : types) {
			if (System.nanoTime() - start >= limit.toNanos()) {
				return;
			}
			reader(type);
		}
	}

	/**
	 * Which events have readers already.
	 * @return the events, a snapshot
	 */
	public Set<EventType> prepared() {
		Set<EventType> prepared = EnumSet.noneOf(EventType.class);
		for (EventType type : EventType.values()) {
			if (this.byType.get(type.ordinal()) != null) {
				prepared.add(type);
			}
		}
		return prepared;
	}

	/**
	 * Decodes an event.
	 * @param type the event
	 * @param frame holds the event's body
	 * @return the event
	 * @throws EventDecodeException when the body is absent, not an object, or broken; the
	 * message says where and shows the start of the frame without secrets
	 */
	@Override
	public GatewayEvent decode(EventType type, Frame frame) throws EventDecodeException {
		TypeReader reader = reader(type);
		if (!frame.hasObjectBody()) {
			throw failure(type, frame.excerpt(), "the body is not an object");
		}
		try {
			return Objects.requireNonNull(frame.read(reader));
		}
		catch (BrokenBodyException ex) {
			throw failure(type, frame.excerpt(), ex.getMessage());
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
		byte[] json = raw.json();
		String problem = "the body is not an object";
		try (FrameParser parser = GatewayJsonMapper.createParser(this.mapper, json)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				return reader(type).apply(parser);
			}
		}
		catch (BrokenBodyException ex) {
			problem = ex.getMessage();
		}
		catch (JacksonException ex) {
			problem = PayloadExcerpt.complaint(ex);
		}
		throw failure(type, PayloadExcerpt.of(json, 0, json.length), problem);
	}

	/**
	 * How many values had another type than documented and were left out, so far. There
	 * are at most 100 places; what is beyond is counted as {@code elsewhere}.
	 * @return the counts by event and place, for example
	 * {@code MESSAGE_CREATE.embeds[].color}; a snapshot
	 */
	public SortedMap<String, Long> mistypedValues() {
		return this.mistyped.snapshot();
	}

	@Override
	public long mistypedValues(String place) {
		return this.mistyped.count(place);
	}

	@Override
	public void onMistypedPlace(Consumer<String> observer) {
		this.mistyped.observe(observer);
	}

	/** Reads the JSON of bodies that are not decoded. */
	JsonMapper mapper() {
		return this.mapper;
	}

	private TypeReader reader(EventType type) {
		TypeReader known = this.byType.get(type.ordinal());
		if (known != null) {
			return known;
		}
		TypeReader made = new TypeReader(this.readers.of(type.eventClass()), this.mistyped.of(type));
		this.byType.set(type.ordinal(), made);
		return made;
	}

	private static EventDecodeException failure(EventType type, String excerpt, String what) {
		return new EventDecodeException("Cannot decode " + type + ", " + what + ". Payload: " + excerpt, null);
	}

	/**
	 * Reads the events of one type.
	 *
	 * @param reader reads the body
	 * @param mistyped told the places of mistyped values
	 */
	private record TypeReader(ValueReader reader,
			Consumer<String> mistyped) implements Function<FrameParser, GatewayEvent> {

		@Override
		public GatewayEvent apply(FrameParser parser) {
			ReadContext context = new ReadContext(parser, this.mistyped);
			try {
				return (GatewayEvent) Objects.requireNonNull(this.reader.read(parser, context));
			}
			catch (JacksonException ex) {
				throw new BrokenBodyException("at " + context.place(parser) + ": " + PayloadExcerpt.complaint(ex));
			}
		}

	}

	/**
	 * Says where a body is broken. The parser's exception is not its cause: its message
	 * may quote the payload, and with it a token.
	 */
	private static final class BrokenBodyException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private BrokenBodyException(String message) {
			super(message, null, false, false);
		}

		@Override
		public String getMessage() {
			return Objects.requireNonNull(super.getMessage());
		}

	}

}
