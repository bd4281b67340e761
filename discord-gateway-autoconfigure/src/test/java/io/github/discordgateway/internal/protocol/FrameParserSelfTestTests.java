package io.github.discordgateway.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.SpringProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameParserSelfTest}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FrameParserSelfTestTests {

	@Test
	void theQuickParserFitsTheJacksonThatIsTested() {
		String version = JsonFactory.builder().build().version().toString();
		assertThat(version).isEqualTo(System.getProperty("jackson.version", version));
		assertThat(FrameParserSelfTest.problem(() -> QuickFrameParserFactory::new)).isNull();
	}

	@Test
	void thePlainParserAgreesWithItself() {
		assertThat(FrameParserSelfTest.problem(() -> PlainFrameParserFactory::new)).isNull();
	}

	@Test
	void aParserThatReadsSomethingElseDoesNotFit() {
		assertThat(FrameParserSelfTest.problem(() -> Misreading::new)).isEqualTo("it reads -8 instead of -7");
	}

	@Test
	void aParserThatThrowsDoesNotFit() {
		assertThat(FrameParserSelfTest.problem(() -> Throwing::new)).contains("IllegalStateException", "unlike before");
	}

	@Test
	void aParserThatCannotBeLinkedDoesNotFit() {
		assertThat(FrameParserSelfTest.problem(() -> {
			throw new NoSuchFieldError("_inputPtr");
		})).contains("NoSuchFieldError", "_inputPtr");
	}

	@Test
	@DisabledIfSystemProperty(named = FrameParserSelfTest.PLAIN_PARSER, matches = "true")
	void isNotAskedWhenThePlainParserIsWanted() {
		assertThat(FrameParserSelfTest.passes()).isTrue();
		SpringProperties.setFlag(FrameParserSelfTest.PLAIN_PARSER);
		try {
			assertThat(FrameParserSelfTest.passes()).isFalse();
		}
		finally {
			SpringProperties.setProperty(FrameParserSelfTest.PLAIN_PARSER, null);
		}
	}

	/**
	 * One thing each that a parser of frames reads wrongly, and what is to be noticed.
	 */
	static Stream<Arguments> faultsInFrames() {
		return Stream.of(fault("opcode", "12 instead of 11", when("getIntValue", 11, 12)),
				fault("sequence", "44 instead of 43", when("getLongValue", 43L, 44L)),
				fault("event", "OTHER instead of MESSAGE_CREATE", when("getString", "MESSAGE_CREATE", "OTHER")),
				fault("end of the body", "'fals'", new WrongEnd(1)),
				fault("end of the body, once it was read", "fals instead of false", new WrongEnd(3)),
				fault("what is peeked at", "6 instead of 6.02e23", when("peek", "6.02e23", "6")),
				fault("index of a name", "no instead of yes", when("nextProperty", 14, 15)),
				fault("name", "ID instead of id",
						(call) -> call.is("json") ? new OtherNames(call.right()) : call.right()),
				fault("nesting", "0 instead of 1",
						(call) -> call.is("streamReadContext") ? ((TokenStreamContext) call.right()).getParent()
								: call.right()),
				fault("id", "7 instead of 1100000000000000001",
						when("snowflake", Snowflake.of(1100000000000000001L), Snowflake.of(7))),
				fault("bits", "5 instead of 18446744073709551615",
						(call) -> (call.is("unsignedText") && call.right().equals(FrameParser.NO_NUMBER)) ? 5L
								: call.right()),
				fault("place of a plain text", "plain and rather lon instead of plain and rather long",
						(call) -> (call.is("plainEnd") && call.parser().plainEnd() - call.parser().plainStart() == 21)
								? (int) call.right() - 1 : call.right()),
				fault("what is behind a plain text", "cannot move", (call) -> {
					if (call.is("consumePlainText")) {
						throw new IllegalStateException("cannot move");
					}
					return call.right();
				}),
				fault("end of an object", "END_ARRAY instead of END_OBJECT",
						when("currentToken", JsonToken.END_OBJECT, JsonToken.END_ARRAY)),
				fault("literal", "VALUE_FALSE instead of VALUE_TRUE",
						when("currentToken", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE)),
				fault("kind of a number", "FLOAT instead of DOUBLE",
						when("getNumberType", NumberType.DOUBLE, NumberType.FLOAT)),
				fault("number", "-1.6 instead of -1.5", when("getDoubleValue", -1.5, -1.6)),
				fault("large number", "7 instead of 9007199254740993", when("getLongValue", 9007199254740993L, 7L)),
				fault("text", "? instead of ß", when("getString", "ß", "?")),
				fault("scalar as text", "? instead of ß", when("getValueAsString", "ß", "?")));
	}

	@ParameterizedTest
	@MethodSource("faultsInFrames")
	void aParserThatReadsOneThingOfFramesWronglyDoesNotFit(Fault fault, String noticed) {
		assertThat(FrameParserSelfTest.problem(() -> (builder) -> new Faulty(builder, fault, (call) -> call.right())))
			.contains(noticed);
	}

	/** One thing each that is read wrongly token by token. */
	static Stream<Arguments> faultsInTokens() {
		return Stream.of(
				fault("token", "VALUE_FALSE instead of VALUE_TRUE",
						when("currentToken", JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE)),
				fault("name", "ID instead of id",
						(call) -> call.is("json") ? new OtherNames(call.right()) : call.right()),
				fault("path", " instead of /id",
						(call) -> (call.is("streamReadContext")
								&& ((TokenStreamContext) call.right()).getNestingDepth() == 1)
										? ((TokenStreamContext) call.right()).getParent() : call.right()),
				fault("number", "-1.6 instead of -1.5", when("getDoubleValue", -1.5, -1.6)),
				fault("text", "? instead of ß", when("getString", "ß", "?")),
				fault("end", "nothing instead of END_OBJECT", new WrongLastToken(false)),
				fault("what is behind the end", "more than there is", new WrongLastToken(true)));
	}

	@ParameterizedTest
	@MethodSource("faultsInTokens")
	void aParserThatReadsOneThingOfTokensWronglyDoesNotFit(Fault fault, String noticed) {
		assertThat(FrameParserSelfTest.problem(() -> (builder) -> new Faulty(builder, (call) -> call.right(), fault)))
			.contains(noticed);
	}

	@Test
	void aParserThatIsOnlyWatchedFits() {
		assertThat(FrameParserSelfTest
			.problem(() -> (builder) -> new Faulty(builder, (call) -> call.right(), (call) -> call.right()))).isNull();
	}

	private static Arguments fault(String name, String noticed, Fault fault) {
		return Arguments.of(Named.of(name, fault), noticed);
	}

	private static Fault when(String method, Object right, Object wrong) {
		return (call) -> (call.is(method) && right.equals(call.right())) ? wrong : call.right();
	}

	@Test
	@DisabledIfSystemProperty(named = FrameParserSelfTest.PLAIN_PARSER, matches = "true")
	void whereTheQuickParserCannotBeLoadedFramesAreReadWithJacksonsOwn(CapturedOutput output) throws Exception {
		Class<?> json = new WithoutQuickParser().loadClass(GatewayJsonMapper.class.getName());
		JsonMapper mapper = ((JsonMapper.Builder) json.getMethod("builder").invoke(null)).build();
		json.getMethod("builder").invoke(null);
		assertThat(mapper.tokenStreamFactory().getClass().getSimpleName()).isEqualTo("PlainFrameParserFactory");
		assertThat(output.getOut().lines().filter((line) -> line.contains("Jackson's own parser"))).singleElement()
			.asString()
			.contains("WARN", JsonFactory.builder().build().version().toString(), "QuickFrameParser");
	}

	/** Reads numbers wrongly. */
	private static final class Misreading extends PlainCopy {

		private static final long serialVersionUID = 1L;

		private Misreading(JsonFactoryBuilder builder) {
			super(builder);
		}

		@Override
		JsonParser parser(JsonParser right) {
			return new JsonParserDelegate(right) {

				@Override
				public int getIntValue() {
					int value = super.getIntValue();
					return (value == -7) ? -8 : value;
				}

			};
		}

	}

	/** Does not know what to do with numbers. */
	private static final class Throwing extends PlainCopy {

		private static final long serialVersionUID = 1L;

		private Throwing(JsonFactoryBuilder builder) {
			super(builder);
		}

		@Override
		JsonParser parser(JsonParser right) {
			return new JsonParserDelegate(right) {

				@Override
				public long getLongValue() {
					throw new IllegalStateException("unlike before");
				}

			};
		}

	}

	/** Makes parsers that are not quite Jackson's. */
	private abstract static class PlainCopy extends JsonFactory implements FrameParserFactory {

		private static final long serialVersionUID = 1L;

		PlainCopy(JsonFactoryBuilder builder) {
			super(builder);
		}

		abstract JsonParser parser(JsonParser right);

		@Override
		protected JsonParser _createParser(ObjectReadContext readContext, IOContext ioContext, byte[] data, int offset,
				int length) {
			return parser(super._createParser(readContext, ioContext, data, offset, length));
		}

		@Override
		public FrameParser createFrameParser(byte[] json) {
			return new PlainFrameParser(this, json, 0, json.length);
		}

		@Override
		public FrameParser createReusableParser() {
			return createFrameParser(new byte[0]);
		}

	}

	/** What a parser that is not right answers. */
	private interface Fault {

		@Nullable Object answer(Call call);

	}

	/** A method of a parser that was called, and what is right to answer. */
	private record Call(FrameParser parser, Method method, @Nullable Object[] arguments, @Nullable Object right) {

		boolean is(String name) {
			return this.method.getName().equals(name);
		}

	}

	/** Makes quick parsers with a fault, one for frames and one for other texts. */
	private static final class Faulty extends JsonFactory implements FrameParserFactory {

		private static final long serialVersionUID = 1L;

		private final transient FrameParserFactory right;

		private final transient Fault ofFrames;

		private final transient Fault ofTokens;

		private Faulty(JsonFactoryBuilder builder, Fault ofFrames, Fault ofTokens) {
			super(builder);
			this.right = new QuickFrameParserFactory(builder);
			this.ofFrames = ofFrames;
			this.ofTokens = ofTokens;
		}

		@Override
		public FrameParser createFrameParser(byte[] json) {
			return with(this.ofTokens, this.right.createFrameParser(json));
		}

		@Override
		public FrameParser createReusableParser() {
			return with(this.ofFrames, this.right.createReusableParser());
		}

		private static FrameParser with(Fault fault, FrameParser parser) {
			return (FrameParser) Proxy.newProxyInstance(FrameParser.class.getClassLoader(),
					new Class<?>[] { FrameParser.class }, (proxy, method, arguments) -> {
						try {
							return fault.answer(new Call(parser, method, arguments, method.invoke(parser, arguments)));
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

	/** Ends a body too early that was started so many times. */
	private static final class WrongEnd implements Fault {

		private final int start;

		private int starts;

		private WrongEnd(int start) {
			this.start = start;
		}

		@Override
		public @Nullable Object answer(Call call) {
			if (call.is("restart")) {
				boolean frame = Integer.valueOf(3).equals(call.arguments()[1]);
				this.starts = frame ? 1 : this.starts + 1;
			}
			boolean wrong = call.is("skipValue") && this.starts == this.start
					&& call.parser().currentToken() == JsonToken.VALUE_FALSE;
			return wrong ? (int) call.right() - 1 : call.right();
		}

	}

	/** The third time, reads one token less or more than there is. */
	private static final class WrongLastToken implements Fault {

		private final boolean more;

		private int ends;

		private boolean behind;

		private WrongLastToken(boolean more) {
			this.more = more;
		}

		@Override
		public @Nullable Object answer(Call call) {
			if (call.is("currentToken") && this.behind) {
				return JsonToken.END_OBJECT;
			}
			if (!call.is("nextToken") || this.behind) {
				return call.right();
			}
			boolean last = this.more ? call.right() == null
					: call.right() == JsonToken.END_OBJECT && call.parser().streamReadContext().getNestingDepth() == 0;
			if (!last || ++this.ends < 3) {
				return call.right();
			}
			this.behind = this.more;
			return this.more ? JsonToken.END_OBJECT : null;
		}

	}

	/** Has names in capitals. */
	private static final class OtherNames extends JsonParserDelegate {

		private OtherNames(@Nullable Object right) {
			super((JsonParser) right);
		}

		@Override
		public @Nullable String currentName() {
			String name = super.currentName();
			return (name != null) ? name.toUpperCase(Locale.ROOT) : null;
		}

	}

	/** Has classes of its own of the package, but for the one that Jackson may break. */
	private static final class WithoutQuickParser extends ClassLoader {

		private WithoutQuickParser() {
			super(GatewayJsonMapper.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(GatewayJsonMapper.class.getPackageName() + ".")) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				return (loaded != null) ? loaded : define(name);
			}
		}

		private Class<?> define(String name) throws ClassNotFoundException {
			if (name.endsWith(".QuickFrameParser")) {
				throw new ClassNotFoundException(name);
			}
			try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
				byte[] bytes = file.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
