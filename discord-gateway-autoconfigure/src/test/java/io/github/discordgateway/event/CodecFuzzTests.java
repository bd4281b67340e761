package io.github.discordgateway.event;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;
import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.EventPlaceReader;
import io.github.discordgateway.internal.codec.LazyEvents;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Random and mutated frames: nothing but the codec's own exceptions may leave it, in
 * bounded time and memory, and no report of a cut frame tells a token. A failure names
 * the seed. Each build tries the same frames; {@code -Dfuzz.seed=} tries others, and
 * {@code -Dfuzz.rounds=} or {@code -Pthorough} more.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CodecFuzzTests {

	private static final int ROUNDS = Integer.getInteger("fuzz.rounds",
			Thoroughness.of(Thoroughness.PLAIN_PARSER ? 10 : 40, 300));

	/** Of a frame that is cut, each such length is tried. */
	private static final int STEP = Thoroughness.of(Thoroughness.PLAIN_PARSER ? 29 : 7, 1);

	private static final long SEED = Long.getLong("fuzz.seed", 20_261_121);

	/** For one frame: its excerpt, its exceptions, and what it is decoded to. */
	private static final long MAX_ALLOCATED = 4 * 1024 * 1024;

	private static final String SECRET = "s3cretS3CRET";

	private static final List<String> PARTS = List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "-",
			"1e999999", "-1e-999999", "9".repeat(60), "9".repeat(2_000), "1.5", "{}", "[]", "\"\"", "\"\\ud800\"",
			"\"\\u0000\"", "\"\u202e\ud83d\ude00\"", "\"id\":{},", "\"type\":[],", "\"d\":{},", "\"op\":9,",
			"\"s\":1e9,", "\"t\":null,", "[".repeat(300), "{\"components\":[".repeat(150), "{\"message\":".repeat(150),
			"\"" + "x".repeat(20_000) + "\"", "\"type\":99,", "NaN", "//", "\u0000");

	private static final EventDecoder DECODER = new EventDecoder(Payloads.MAPPER);

	private static final FrameReader READER = new FrameReader(Payloads.MAPPER);

	private static final EventPlaceReader PLACES = new EventPlaceReader();

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** What is generated when a type is first read does not count for a frame. */
	@BeforeAll
	static void readEachTypeOnce() throws Exception {
		for (EventType type : EventType.values()) {
			Payloads.decode(DECODER, type, Payloads.fixture(type));
		}
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	@DisplayName("C46 a mutated frame ends in an event or in one of the codec's exceptions")
	void survivesMutatedFrames(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type).deepCopy();
		plantSecrets(body);
		byte[][] frames = { bytes("{\"t\":\"" + type + "\",\"s\":42,\"op\":0,\"d\":" + body + "}"),
				bytes("{\"d\":" + body + ",\"op\":0,\"t\":\"" + type + "\",\"s\":42}") };
		assertThat(take(type, frames[0]) + take(type, frames[1])).as("the frames themselves are fine").isEqualTo(2);
		for (int round = 0; round < ROUNDS; round++) {
			long seed = SEED + 31L * round;
			Random random = new Random(seed);
			byte[] mutated = frames[random.nextInt(2)];
			for (int i = random.nextInt(4); i >= 0; i--) {
				mutated = mutate(mutated, random);
			}
			check(type, mutated, seed);
		}
	}

	@Test
	@DisplayName("C46 random bytes and random JSON end in the codec's exceptions or in a frame")
	void survivesNoise() {
		List<EventType> types = List.of(EventType.values());
		for (int round = 0; round < 4 * ROUNDS; round++) {
			long seed = SEED + 17L * round;
			Random random = new Random(seed);
			byte[] noise = new byte[random.nextInt(200)];
			random.nextBytes(noise);
			EventType type = types.get(random.nextInt(types.size()));
			check(type, noise, seed);
			StringBuilder json = new StringBuilder("{\"t\":\"" + type + "\",\"s\":1,\"op\":0,\"d\":{");
			for (int i = random.nextInt(12); i >= 0; i--) {
				json.append(PARTS.get(random.nextInt(PARTS.size())));
			}
			check(type, bytes(json.append("}}").toString()), seed);
		}
	}

	private static void check(EventType type, byte[] frame, long seed) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		try {
			take(type, frame);
		}
		catch (Throwable ex) {
			throw new AssertionError(type + " with seed " + seed + " from -Dfuzz.seed=" + SEED, ex);
		}
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
			.as("bytes allocated for %s with seed %d from -Dfuzz.seed=%d", type, seed, SEED)
			.isLessThan(MAX_ALLOCATED + 20L * frame.length);
	}

	/** All that happens to a frame. */
	private static int take(EventType type, byte[] bytes) {
		int decoded = 0;
		try (Frame frame = READER.read(bytes, 0, bytes.length)) {
			try {
				DECODER.decode(type, frame);
				decoded++;
			}
			catch (EventDecodeException ex) {
				assertHarmless(ex);
			}
			PLACES.read(frame);
			try {
				LazyEvent lazy = new LazyEvents(DECODER).of(new RawEvent(type.name(), frame.bodyBytes()));
				lazy.text("/author/id");
				lazy.tree("/embeds/0");
			}
			catch (JacksonException ex) {
				// As bodyBytes declares.
			}
		}
		catch (MalformedFrameException ex) {
			assertHarmless(ex);
		}
		return decoded;
	}

	private static void assertHarmless(Exception ex) {
		assertThat(ex).hasNoCause();
		assertThat(ex.getMessage()).doesNotContain("\n").hasSizeLessThan(1_200);
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	@DisplayName("C46 a frame cut anywhere is reported without its tokens")
	void tellsNoTokenOfACutFrame(EventType type) {
		JsonNode body = Payloads.fixture(type).deepCopy();
		plantSecrets(body);
		byte[] frame = bytes("{\"t\":\"" + type + "\",\"s\":42,\"op\":0,\"d\":" + body + "}");
		// Without its last brace only the envelope is cut, and that is not looked at.
		for (int length = 1; length < Math.min(frame.length - 1, 1_500); length += STEP) {
			try (Frame cut = READER.read(frame, 0, length)) {
				assertThat(cut.excerpt()).doesNotContain(SECRET.substring(0, 6));
				DECODER.decode(type, cut);
				throw new AssertionError("A frame cut at " + length + " was decoded");
			}
			catch (MalformedFrameException | EventDecodeException ex) {
				assertThat(ex.getMessage()).doesNotContain(SECRET.substring(0, 6));
				assertThat(ex).hasNoCause();
			}
		}
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	@DisplayName("C46 a body that is cut off is never copied, whatever was tried before")
	void copiesNoBodyThatIsCutOff(EventType type) throws Exception {
		String head = "{\"t\":\"" + type + "\",\"s\":42,\"op\":0,\"d\":";
		byte[] frame = bytes(head + Payloads.fixture(type) + "}");
		for (int length = head.length() + 1; length < Math.min(frame.length - 1, 1_500); length += STEP) {
			try (Frame cut = READER.read(frame, 0, length)) {
				assertThatExceptionOfType(EventDecodeException.class).isThrownBy(() -> DECODER.decode(type, cut));
				PLACES.read(cut);
				assertThatExceptionOfType(JacksonException.class).isThrownBy(cut::bodyBytes);
				assertThatExceptionOfType(JacksonException.class).isThrownBy(cut::bodyBytes);
			}
		}
		try (Frame whole = READER.read(frame, 0, frame.length)) {
			assertThat(whole.bodyBytes()).hasSize(frame.length - head.length() - 1);
		}
	}

	private static void plantSecrets(JsonNode node) {
		node.forEach(CodecFuzzTests::plantSecrets);
		if (node instanceof ObjectNode object) {
			object.put("token", SECRET).put("session_id", SECRET);
			object.put("webhook_url", "https://discord.com/api/webhooks/1/" + SECRET);
		}
	}

	private static byte[] mutate(byte[] frame, Random random) {
		if (frame.length < 4) {
			return bytes(PARTS.get(random.nextInt(PARTS.size())));
		}
		int from = random.nextInt(frame.length);
		int to = from + random.nextInt(Math.min(frame.length - from, 80));
		return switch (random.nextInt(7)) {
			case 0 -> {
				byte[] copy = frame.clone();
				copy[from] ^= (byte) (1 << random.nextInt(8));
				yield copy;
			}
			case 1 -> join(frame, from, new byte[0], frame.length);
			case 2 -> join(frame, from, new byte[0], to);
			case 3 -> join(frame, to, slice(frame, from, to), to);
			case 4 -> join(frame, from, slice(frame, to, Math.min(to + 30, frame.length)), to);
			case 5 -> join(frame, from, bytes(PARTS.get(random.nextInt(PARTS.size()))), from);
			default -> value(frame, random);
		};
	}

	/** Puts something else in the place of a value. */
	private static byte[] value(byte[] frame, Random random) {
		String text = new String(frame, StandardCharsets.ISO_8859_1);
		int start = text.indexOf("\":", random.nextInt(frame.length)) + 2;
		int end = Math.max(text.indexOf(",\"", start), start);
		return join(frame, start, bytes(PARTS.get(random.nextInt(PARTS.size()))), end);
	}

	private static byte[] join(byte[] frame, int end, byte[] between, int start) {
		byte[] joined = new byte[end + between.length + frame.length - start];
		System.arraycopy(frame, 0, joined, 0, end);
		System.arraycopy(between, 0, joined, end, between.length);
		System.arraycopy(frame, start, joined, end + between.length, frame.length - start);
		return joined;
	}

	private static byte[] slice(byte[] frame, int from, int to) {
		byte[] slice = new byte[to - from];
		System.arraycopy(frame, from, slice, 0, slice.length);
		return slice;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
