package io.github.discordgateway.internal.protocol;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
