package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.SpringProperties;

/**
 * Finds out whether the quick parser fits the version of Jackson that is there, before
 * anything is read with it: both parsers read the same frames, with one of each kind of
 * token, in each way in which frames are read.
 */
final class FrameParserSelfTest {

	/** Set to {@code true}, everything is read with Jackson's own parser. */
	static final String PLAIN_PARSER = "discord.gateway.plain-parser";

	private static final Log logger = LogFactory.getLog(FrameParserSelfTest.class);

	private static final String BODY = """
			{"id":"1100000000000000001","bits":"18446744073709551615","empty":"","text":"plain and rather long",\
			"escaped":"a\\"b\\\\c\\/d\\n\\t\\u00e9\\ud83d\\ude00","utf8":"é世😀 é","unknown":"left out","int":41250,\
			"negative":-7,"zero":0,"long":9007199254740993,"max":9223372036854775807,"big":123456789012345678901234567890,\
			"float":-1.5,"exponent":6.02e23,"yes":true,"no":false,"nothing":null,"also unknown":{"a":[1,{"b":"}"}],"c":"]"},\
			"object":{"id":"2","int":1,"object":{},"list":[]},"list":["a",2,null,[true,[]],{"id":"3","utf8":"ß"}],\
			"numeric id":1100000000000000002,"last":"x"}""";

	private static final List<String> NAMES = List.of("id", "bits", "empty", "text", "escaped", "utf8", "int",
			"negative", "zero", "long", "max", "big", "float", "exponent", "yes", "no", "nothing", "object", "list",
			"numeric id", "last");

	/** As Discord writes it, in another order, with white space, without a body. */
	private static final List<String> FRAMES = List
		.of("{\"t\":\"MESSAGE_CREATE\",\"s\":42,\"op\":0,\"d\":" + BODY + "}",
				"{\"d\":" + BODY + ",\"op\":0,\"new\":[{}],\"s\":43,\"t\":\"MESSAGE_CREATE\"}",
				"{\"t\":\"MESSAGE_CREATE\",\"s\":44,\"op\":0,\"d\":"
						+ BODY.replace(":", " :\n\t").replace(",", " ,\r\n") + " }",
				"{\"t\":null,\"s\":null,\"op\":11,\"d\":null}", "{\"op\":9,\"d\":false}");

	/** What was expected is learned the first time, and used from then on. */
	private static final int ROUNDS = 3;

	private final PropertyNames names;

	private final PropertyNames peeked;

	private final FrameReader reader;

	private final JsonMapper mapper;

	private final List<Object> seen = new ArrayList<>();

	private FrameParserSelfTest(Function<JsonFactoryBuilder, JsonFactory> parsers) {
		this.mapper = GatewayJsonMapper.builder(parsers).build();
		this.names = new PropertyNames(this.mapper, NAMES);
		this.peeked = new PropertyNames(this.mapper, List.of("exponent"));
		this.reader = new FrameReader(this.mapper);
	}

	/**
	 * Whether the quick parser is to be used; warns when it does not fit.
	 * @return {@code false} when Jackson's own parser is to be used
	 */
	static boolean passes() {
		if (SpringProperties.getFlag(PLAIN_PARSER)) {
			return false;
		}
		String problem = problem(() -> QuickFrameParserFactory::new);
		if (problem != null) {
			logger
				.warn("Frames are read with Jackson's own parser, correctly but more slowly: the gateway's quick parser"
						+ " does not fit Jackson " + JsonFactory.builder().build().version() + " (" + problem
						+ "). A newer version of the gateway may.");
		}
		return problem == null;
	}

	/**
	 * Compares with Jackson's own parser.
	 * @param quick makes what makes the parsers to be tested: they may fail to be linked
	 * @return what is wrong; {@code null} when nothing is
	 */
	static @Nullable String problem(Supplier<Function<JsonFactoryBuilder, JsonFactory>> quick) {
		List<Object> expected = new FrameParserSelfTest(PlainFrameParserFactory::new).readAll();
		try {
			List<Object> read = new FrameParserSelfTest(quick.get()).readAll();
			for (int i = 0; i < expected.size(); i++) {
				if (i == read.size() || !expected.get(i).equals(read.get(i))) {
					return "it reads " + ((i < read.size()) ? read.get(i) : "nothing") + " instead of "
							+ expected.get(i);
				}
			}
			return (read.size() > expected.size()) ? "it reads more than there is" : null;
		}
		catch (Exception | LinkageError ex) {
			return ex.toString();
		}
	}

	private List<Object> readAll() {
		for (int round = 0; round < ROUNDS; round++) {
			for (String frame : FRAMES) {
				readFrame(("..." + frame + "}}}").getBytes(StandardCharsets.UTF_8), 3,
						frame.getBytes(StandardCharsets.UTF_8).length);
			}
			byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
			try (FrameParser parser = parser(body)) {
				readTokens(parser);
			}
		}
		return this.seen;
	}

	private FrameParser parser(byte[] json) {
		return GatewayJsonMapper.createParser(this.mapper, json);
	}

	/**
	 * Twice from its body on, with all of it or the rest, and as the bytes of its body.
	 */
	private void readFrame(byte[] buffer, int offset, int length) {
		for (boolean bytes : new boolean[] { true, false }) {
			try (Frame frame = this.reader.read(buffer, offset, length)) {
				note(frame.opcode());
				note(frame.sequence());
				note(frame.name());
				if (bytes) {
					note(new String(frame.bodyBytes(), StandardCharsets.UTF_8));
				}
				frame.read(this::readBody);
				frame.read(this::readBody);
				note(new String(frame.bodyBytes(), StandardCharsets.UTF_8));
			}
			catch (MalformedFrameException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	private @Nullable Object readBody(FrameParser parser) {
		if (parser.currentToken() == JsonToken.START_OBJECT) {
			note(parser.peek(this.peeked));
		}
		readValue(parser);
		return null;
	}

	private void readObject(FrameParser parser) {
		for (int i = FrameParser.NO_PROPERTY; (i = parser.nextProperty(this.names, i)) != FrameParser.NO_PROPERTY;) {
			note(NAMES.get(i));
			note(parser.json().currentName());
			note(parser.streamReadContext().getNestingDepth());
			switch (NAMES.get(i)) {
				case "id", "numeric id" -> note(parser.snowflake());
				case "bits" -> note(readBits(parser));
				case "empty", "text" -> note(readPlainText(parser));
				case "last", "max" -> parser.skipValue();
				default -> readValue(parser);
			}
		}
		note(parser.currentToken());
	}

	private void readValue(FrameParser parser) {
		JsonToken token = parser.currentToken();
		note(token);
		switch (token) {
			case START_OBJECT -> readObject(parser);
			case START_ARRAY -> {
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					readValue(parser);
				}
			}
			default -> readScalar(parser);
		}
	}

	private void readTokens(FrameParser parser) {
		while (parser.nextToken() != null) {
			note(parser.currentToken());
			note(parser.json().currentName());
			note(parser.streamReadContext().pathAsPointer());
			readScalar(parser);
		}
	}

	private void readScalar(FrameParser parser) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
			note(parser.getNumberType());
			note(switch (parser.getNumberType()) {
				case INT -> parser.getIntValue();
				case LONG -> parser.getLongValue();
				case BIG_INTEGER -> parser.json().getBigIntegerValue();
				default -> parser.getDoubleValue();
			});
		}
		if (token.isScalarValue()) {
			note(parser.getString());
			note(parser.getValueAsString());
		}
	}

	private static String readBits(FrameParser parser) {
		long bits = parser.unsignedText();
		return (bits != FrameParser.NO_NUMBER) ? Long.toUnsignedString(bits) : parser.getString();
	}

	/** Reads a text where it lies, if it is plain. */
	static String readPlainText(FrameParser parser) {
		if (!parser.findPlainText()) {
			return parser.getString();
		}
		String text = new String(parser.plainBuffer(), parser.plainStart(), parser.plainEnd() - parser.plainStart(),
				StandardCharsets.US_ASCII);
		parser.consumePlainText();
		return text;
	}

	private void note(@Nullable Object value) {
		this.seen.add(Objects.requireNonNullElse(value, "null"));
	}

}
