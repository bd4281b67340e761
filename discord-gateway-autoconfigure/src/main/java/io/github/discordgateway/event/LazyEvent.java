package io.github.discordgateway.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event of which only what is read gets decoded: single values by their place, without
 * a tree and without what comes after them, or the whole event, once. May be used by any
 * number of threads.
 *
 * <p>
 * Places are JSON Pointers into the body, such as {@code /author/id} or
 * {@code /embeds/0/title}. A value that is absent, null or of another type is
 * {@code null}. Of a key that occurs twice, the first counts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
public final class LazyEvent {

	private final RawEvent raw;

	private final JsonMapper mapper;

	private final Decoder decoder;

	private @Nullable GatewayEvent event;

	/**
	 * Makes an event that is decoded as it is read.
	 * @param raw the event as it was sent
	 * @param event the event where it is decoded already
	 * @param mapper reads single values and trees
	 * @param decoder decodes the whole event
	 */
	public LazyEvent(RawEvent raw, @Nullable GatewayEvent event, JsonMapper mapper, Decoder decoder) {
		this.raw = raw;
		this.event = event;
		this.mapper = mapper;
		this.decoder = decoder;
	}

	/**
	 * Discord's name of the event.
	 * @return for example {@code MESSAGE_CREATE}, or one that is not known
	 */
	public String name() {
		return this.raw.name();
	}

	/**
	 * The event as it was sent.
	 * @return the event's name and JSON
	 */
	public RawEvent raw() {
		return this.raw;
	}

	/**
	 * Whether there is a value, which may be null.
	 * @param pointer the place
	 * @return {@code false} when the key or element is absent
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before that place
	 */
	public boolean has(String pointer) {
		return find(pointer, (parser) -> Boolean.TRUE) != null;
	}

	/**
	 * Reads a text, or another single value as text.
	 * @param pointer the place
	 * @return the text; {@code null} when there is none
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before the end of the value
	 */
	public @Nullable String text(String pointer) {
		return find(pointer, LazyEvent::scalar);
	}

	/**
	 * Reads an id.
	 * @param pointer the place
	 * @return the id; {@code null} when there is none
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before the end of the value
	 */
	public @Nullable Snowflake snowflake(String pointer) {
		String text = text(pointer);
		try {
			return (text != null) ? Snowflake.of(text) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Reads a whole number, which may be written as text.
	 * @param pointer the place
	 * @return the number; {@code null} when there is none of 64 bits
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before the end of the value
	 */
	public @Nullable Long number(String pointer) {
		String text = text(pointer);
		try {
			return (text != null) ? Long.valueOf(text) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Reads a boolean.
	 * @param pointer the place
	 * @return the boolean; {@code null} when there is none
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before the end of the value
	 */
	public @Nullable Boolean bool(String pointer) {
		return find(pointer, (parser) -> switch (parser.currentToken()) {
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			default -> null;
		});
	}

	/**
	 * Reads a time.
	 * @param pointer the place
	 * @return the time; {@code null} when there is none
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before the end of the value
	 */
	public @Nullable Instant instant(String pointer) {
		String text = text(pointer);
		try {
			return (text != null) ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Reads a part of the body as a tree.
	 * @param pointer the place; the empty text is the whole body
	 * @return the tree; {@code null} when the key or element is absent
	 * @throws IllegalArgumentException when the pointer is none
	 * @throws JacksonException when the body is broken before the end of the value
	 */
	public @Nullable JsonNode tree(String pointer) {
		return find(pointer, (parser) -> this.mapper.readTree(parser));
	}

	/**
	 * The whole event, decoded when it is first asked for.
	 * @return the event
	 * @throws EventDecodeException when the body cannot be decoded
	 * @throws IllegalArgumentException when the event has no record
	 */
	public synchronized GatewayEvent event() throws EventDecodeException {
		GatewayEvent decoded = this.event;
		if (decoded == null) {
			decoded = this.decoder.decode(this.raw);
			this.event = decoded;
		}
		return decoded;
	}

	/**
	 * The whole event, decoded when it is first asked for.
	 * @param <E> the record
	 * @param eventClass the record of this event
	 * @return the event
	 * @throws EventDecodeException when the body cannot be decoded
	 * @throws IllegalArgumentException when the event has no record, or another one
	 */
	public <E extends GatewayEvent> E as(Class<E> eventClass) throws EventDecodeException {
		GatewayEvent decoded = event();
		if (!eventClass.isInstance(decoded)) {
			throw new IllegalArgumentException(name() + " is read as " + decoded.getClass().getSimpleName()
					+ ", not as " + eventClass.getSimpleName() + ": look at name() first");
		}
		return eventClass.cast(decoded);
	}

	private <T> @Nullable T find(String pointer, Function<JsonParser, @Nullable T> reader) {
		JsonPointer rest = JsonPointer.compile(pointer);
		try (JsonParser parser = this.mapper.createParser(this.raw.json())) {
			parser.nextToken();
			while (!rest.matches()) {
				JsonPointer next = enter(parser, rest);
				if (next == null) {
					return null;
				}
				rest = next;
			}
			return reader.apply(parser);
		}
	}

	/** Moves to the value that the first part of a pointer names. */
	private static @Nullable JsonPointer enter(JsonParser parser, JsonPointer pointer) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			String field;
			while ((field = parser.nextName()) != null) {
				parser.nextToken();
				JsonPointer rest = pointer.matchProperty(field);
				if (rest != null) {
					return rest;
				}
				parser.skipChildren();
			}
		}
		else if (parser.currentToken() == JsonToken.START_ARRAY) {
			for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
				JsonPointer rest = pointer.matchElement(index);
				if (rest != null) {
					return rest;
				}
				parser.skipChildren();
			}
		}
		return null;
	}

	private static @Nullable String scalar(JsonParser parser) {
		JsonToken token = parser.currentToken();
		return (token.isScalarValue() && token != JsonToken.VALUE_NULL) ? parser.getString() : null;
	}

	/** The name and the size; the body may hold tokens. */
	@Override
	public String toString() {
		return "LazyEvent[" + this.raw.name() + ", " + this.raw.json().length + " bytes]";
	}

	/**
	 * Decodes whole events.
	 */
	@FunctionalInterface
	public interface Decoder {

		/**
		 * Decodes one event.
		 * @param raw the event as it was sent
		 * @return the event
		 * @throws EventDecodeException when its body cannot be decoded
		 * @throws IllegalArgumentException when it has no record
		 */
		GatewayEvent decode(RawEvent raw) throws EventDecodeException;

	}

	/**
	 * Makes such events.
	 */
	public interface Source {

		/**
		 * Returns the event of an envelope; what is decoded already is not decoded again.
		 * @param envelope the event on its way to the listeners, with its raw form
		 * @return the event
		 * @throws NullPointerException when the envelope came without the raw form
		 */
		LazyEvent of(EventEnvelope envelope);

		/**
		 * Returns what reads the JSON of events.
		 * @return the mapper
		 */
		JsonMapper mapper();

	}

}
