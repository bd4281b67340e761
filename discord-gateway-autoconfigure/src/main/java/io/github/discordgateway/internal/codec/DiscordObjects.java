package io.github.discordgateway.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.github.discordgateway.DiscordJson;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.PayloadExcerpt;
import io.github.discordgateway.model.Union;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Discord's form of events, objects and commands, outside of a gateway: for mappers of
 * applications, for tests, and for the simulator. A mapper and readers of their own keep
 * it apart from what an application changes about its gateway's.
 */
public final class DiscordObjects {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder()
		.annotationIntrospector(new AbsentFields())
		.addModule(new SimpleModule().addSerializer(Instant.class, new TimestampSerializer())
			.setSerializerModifier(new EmojiFields()))
		.build();

	/**
	 * Writes a part of what an application's generator writes, which it flushes itself.
	 */
	private static final ObjectWriter WRITER = MAPPER.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

	private static final RecordReaders READERS = new RecordReaders(MAPPER);

	private DiscordObjects() {
	}

	/**
	 * Writes an event, an object or a command.
	 * @param object what to write
	 * @return its JSON
	 * @throws IllegalArgumentException when its type is none of Discord's
	 */
	public static String write(Object object) {
		requireMarked(object.getClass());
		return MAPPER.writeValueAsString(object);
	}

	/**
	 * Writes an event or an object as a tree.
	 * @param object what to write
	 * @return its JSON
	 */
	public static ObjectNode tree(Object object) {
		return MAPPER.valueToTree(object);
	}

	/**
	 * Reads an event, an object or a command, and is not content with values of a wrong
	 * type.
	 * @param <T> the type
	 * @param type the type
	 * @param text its JSON
	 * @return what was read
	 * @throws IllegalArgumentException when the type is none of Discord's, or the JSON
	 * cannot be read; the message says where, and shows the start of the JSON without
	 * secrets
	 */
	public static <T> T read(Class<T> type, String text) {
		requireMarked(type);
		if (!tellsItsKind(type)) {
			throw new IllegalArgumentException("Cannot read " + name(type) + ": " + untold(type));
		}
		byte[] json = text.getBytes(StandardCharsets.UTF_8);
		Set<String> mistyped = new LinkedHashSet<>();
		try {
			Object read = read(reader(type), json, mistyped::add);
			if (read != null && mistyped.isEmpty()) {
				return type.cast(read);
			}
		}
		catch (UnreadableJsonException ex) {
			throw failure(type, String.valueOf(ex.getMessage()), json);
		}
		throw failure(type, mistyped.isEmpty() ? "it is null"
				: "values of another type than documented at " + String.join(", ", mistyped), json);
	}

	private static IllegalArgumentException failure(Class<?> type, String problem, byte[] json) {
		return new IllegalArgumentException(
				"Cannot read " + name(type) + ": " + problem + ". JSON: " + PayloadExcerpt.of(json, 0, json.length));
	}

	private static void requireMarked(Class<?> type) {
		if (!AnnotatedElementUtils.hasAnnotation(type, DiscordJson.class)) {
			throw new IllegalArgumentException(type.getName() + " is none of Discord's events, objects and commands,"
					+ " which are marked with @DiscordJson: read and write it with a mapper of your own");
		}
	}

	/**
	 * Whether the JSON of a type is enough to know which record it is.
	 * @param type a marked type
	 * @return {@code false} for events, commands and what the object around it tells
	 */
	static boolean tellsItsKind(Class<?> type) {
		Union union = type.getAnnotation(Union.class);
		return (union != null) ? !union.enclosing() : type.isRecord();
	}

	/** What to do about a type that does not tell its kind. */
	static String untold(Class<?> type) {
		return "its JSON does not say which kind of " + name(type)
				+ " it is. Name the record, or annotate the field that holds it with @JsonTypeInfo";
	}

	/** The name of a type as a message shows it. */
	static String name(Class<?> type) {
		return type.getSimpleName();
	}

	/**
	 * The reader of a type.
	 * @param type one that {@linkplain #tellsItsKind(Class) tells its kind}
	 * @return the reader
	 */
	static ValueReader reader(Class<?> type) {
		boolean command = type.getPackage().equals(GatewayCommand.class.getPackage());
		return command ? new MapperReader(MAPPER, type) : READERS.of(type);
	}

	/**
	 * Reads JSON that holds one value.
	 * @param reader reads the value
	 * @param json the JSON in UTF-8
	 * @param mistyped told the places of values of a wrong type, which are left out
	 * @return the value; {@code null} when it is null or has itself a wrong type
	 * @throws UnreadableJsonException when the JSON is broken; the message says where,
	 * and quotes nothing
	 */
	static @Nullable Object read(ValueReader reader, byte[] json, Consumer<String> mistyped)
			throws UnreadableJsonException {
		try (FrameParser parser = GatewayJsonMapper.createParser(MAPPER, json)) {
			ReadContext context = new ReadContext(parser, mistyped);
			try {
				if (parser.nextToken() == null) {
					throw new UnreadableJsonException("there is nothing to read");
				}
				Object read = reader.read(parser, context);
				if (parser.nextToken() != null) {
					throw new UnreadableJsonException("there is something behind its end");
				}
				return read;
			}
			catch (JacksonException ex) {
				throw new UnreadableJsonException("at " + context.place(parser) + ": " + PayloadExcerpt.complaint(ex));
			}
		}
	}

	/**
	 * Copies a value, as a reader takes it.
	 * @param parser any parser, at the first token of the value, or within an object
	 * whose start and first properties were read already; left at the last token
	 * @return the value as JSON in UTF-8
	 */
	static byte[] copy(JsonParser parser) {
		ByteArrayOutputStream copy = new ByteArrayOutputStream();
		try (JsonGenerator generator = MAPPER.createGenerator(copy)) {
			if (parser.currentToken() == JsonToken.PROPERTY_NAME || parser.currentToken() == JsonToken.END_OBJECT) {
				generator.writeStartObject();
				copyProperties(parser, generator);
				generator.writeEndObject();
			}
			else {
				generator.copyCurrentStructureExact(parser);
			}
		}
		return copy.toByteArray();
	}

	/** Copies the rest of an object's properties. */
	static void copyProperties(JsonParser parser, JsonGenerator generator) {
		while (parser.currentToken() == JsonToken.PROPERTY_NAME) {
			generator.copyCurrentStructureExact(parser);
			parser.nextToken();
		}
	}

	/** Writes an object with any generator. */
	static void write(Object object, JsonGenerator generator) {
		WRITER.writeValue(generator, object);
	}

	/** Writes an object to be copied. */
	static TokenBuffer buffer(Object object) {
		return WRITER.writeValueIntoBuffer(object);
	}

	/**
	 * Says where JSON is broken. The parser's exception is not its cause: its message may
	 * quote the payload, and with it a token.
	 */
	static final class UnreadableJsonException extends Exception {

		private static final long serialVersionUID = 1L;

		private UnreadableJsonException(String message) {
			super(message);
		}

	}

}
