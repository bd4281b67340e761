package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ZlibPayloadStream}.
 */
class ZlibPayloadStreamTests {

	private static final int MAX_BYTES = 16 * 1024 * 1024;

	private static final List<String> PAYLOADS = List.of("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}",
			"{\"t\":\"MESSAGE_CREATE\",\"s\":2,\"op\":0,\"d\":{\"content\":\"gr\u00fc\u00dfe \ud83d\ude00\"}}",
			"{\"t\":\"MESSAGE_CREATE\",\"s\":3,\"op\":0,\"d\":{\"content\":\"gr\u00fc\u00dfe \ud83d\ude00\"}}",
			"{\"op\":11}");

	private final ZlibServer server = new ZlibServer();

	private final PayloadStream stream = Compression.ZLIB_STREAM.open(MAX_BYTES);

	@AfterEach
	void close() {
		this.server.close();
		this.stream.close();
	}

	private static boolean feed(PayloadStream stream, byte[] bytes, int from, int to) throws CorruptStreamException {
		ByteBuffer message = ByteBuffer.wrap(bytes, from, to - from);
		boolean complete = stream.feed(message);
		assertThat(message.hasRemaining()).isFalse();
		return complete;
	}

	private static boolean feed(PayloadStream stream, byte[] bytes) throws CorruptStreamException {
		return feed(stream, bytes, 0, bytes.length);
	}

	private static byte[] payload(PayloadStream stream) {
		return Arrays.copyOf(stream.buffer(), stream.length());
	}

	private static String text(PayloadStream stream) {
		return new String(stream.buffer(), 0, stream.length(), StandardCharsets.UTF_8);
	}

	@Test
	@DisplayName("C40 all messages of a connection share one context")
	void laterPayloadsReferToEarlierOnes() throws CorruptStreamException {
		byte[] first = this.server.compress(PAYLOADS.get(1));
		byte[] second = this.server.compress(PAYLOADS.get(2));
		assertThat(second).hasSizeLessThan(first.length / 2);
		assertThat(feed(this.stream, first)).isTrue();
		assertThat(feed(this.stream, second)).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(2));
	}

	@Test
	@DisplayName("C40 each connection has a context of its own")
	void contextIsNotSharedBetweenStreams() throws CorruptStreamException {
		feed(this.stream, this.server.compress(PAYLOADS.get(1)));
		byte[] second = this.server.compress(PAYLOADS.get(2));
		try (PayloadStream other = Compression.ZLIB_STREAM.open(MAX_BYTES); ZlibServer fresh = new ZlibServer()) {
			assertThat(feed(other, fresh.compress(PAYLOADS.get(1)))).isTrue();
			assertThat(text(other)).isEqualTo(PAYLOADS.get(1));
		}
		try (PayloadStream other = Compression.ZLIB_STREAM.open(MAX_BYTES)) {
			assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(other, second));
		}
		assertThat(feed(this.stream, second)).isTrue();
	}

	@Test
	@DisplayName("C41 a payload may be split at every byte, its suffix too")
	void everySplitPointYieldsTheSamePayload() throws CorruptStreamException {
		List<byte[]> compressed = PAYLOADS.stream().map(this.server::compress).toList();
		int longest = compressed.stream().mapToInt((bytes) -> bytes.length).max().orElseThrow();
		for (int split = 1; split < longest; split++) {
			try (PayloadStream inflating = Compression.ZLIB_STREAM.open(MAX_BYTES)) {
				for (int i = 0; i < compressed.size(); i++) {
					byte[] bytes = compressed.get(i);
					int at = Math.min(split, bytes.length - 1);
					assertThat(feed(inflating, bytes, 0, at)).isFalse();
					assertThat(feed(inflating, bytes, at, bytes.length)).isTrue();
					assertThat(text(inflating)).isEqualTo(PAYLOADS.get(i));
				}
			}
		}
	}

	@Test
	@DisplayName("C41 each byte may be a message of its own")
	void singleBytesAddUp() throws CorruptStreamException {
		for (String expected : PAYLOADS) {
			byte[] bytes = this.server.compress(expected);
			for (int i = 0; i < bytes.length - 1; i++) {
				assertThat(feed(this.stream, bytes, i, i + 1)).isFalse();
			}
			assertThat(feed(this.stream, bytes, bytes.length - 1, bytes.length)).isTrue();
			assertThat(text(this.stream)).isEqualTo(expected);
		}
	}

	@Test
	@DisplayName("C41 any cut of a long sequence yields the same payloads")
	void randomSplitsYieldTheSamePayloads() throws CorruptStreamException {
		Random random = new Random(4711);
		for (int i = 0; i < 2000; i++) {
			String expected = "{\"n\":" + i + ",\"text\":\"" + "lorem ipsum ".repeat(random.nextInt(200)) + "\"}";
			byte[] bytes = this.server.compress(expected);
			int at = 0;
			while (at < bytes.length) {
				// Nothing at all is a message, too.
				int to = Math.min(at + random.nextInt(12), bytes.length);
				assertThat(feed(this.stream, bytes, at, to)).isEqualTo(to == bytes.length);
				at = to;
			}
			assertThat(text(this.stream)).isEqualTo(expected);
		}
	}

	@Test
	@DisplayName("C41 a payload of several MiB")
	void largePayloadArrivesWhole() throws CorruptStreamException {
		byte[] expected = new byte[6 * 1024 * 1024];
		new Random(1).nextBytes(expected);
		byte[] compressed = this.server.compress(expected);
		assertThat(feed(this.stream, compressed)).isTrue();
		assertThat(payload(this.stream)).isEqualTo(expected);
		assertThat(feed(this.stream, this.server.compress("{}"))).isTrue();
		assertThat(text(this.stream)).isEqualTo("{}");
	}

	@Test
	@DisplayName("C41 empty messages change nothing")
	void emptyMessageIsNoPayload() throws CorruptStreamException {
		byte[] nothing = new byte[0];
		assertThat(feed(this.stream, nothing)).isFalse();
		byte[] bytes = this.server.compress(PAYLOADS.get(0));
		assertThat(feed(this.stream, bytes, 0, bytes.length - 2)).isFalse();
		assertThat(feed(this.stream, nothing)).isFalse();
		assertThat(feed(this.stream, bytes, bytes.length - 2, bytes.length)).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(0));
		assertThat(feed(this.stream, nothing)).isFalse();
		assertThat(feed(this.stream, this.server.compress(PAYLOADS.get(1)))).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(1));
	}

	@Test
	void directBufferIsRead() throws CorruptStreamException {
		byte[] bytes = this.server.compress(PAYLOADS.get(0));
		ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
		assertThat(this.stream.feed(direct)).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(0));
	}

	@Test
	@DisplayName("C42 corrupt data is reported")
	void corruptDataIsReported() throws CorruptStreamException {
		feed(this.stream, this.server.compress(PAYLOADS.get(0)));
		assertThatExceptionOfType(CorruptStreamException.class)
			.isThrownBy(() -> feed(this.stream, "no deflate at all".getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("corrupt")
			.havingCause()
			.isInstanceOf(DataFormatException.class);
	}

	/**
	 * A wrong check sum, another method, a window that is too large, and the headers of
	 * gzip and of zstd.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "789d", "7999", "881c", "1f8b", "28b5", "7b22" })
	@DisplayName("C42 what does not begin as a zlib stream is reported at once")
	void otherBeginningsAreReported(String hex) {
		byte[] bytes = HexFormat.of().parseHex(hex);
		assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(this.stream, bytes))
			.withMessageContaining("corrupt")
			.withMessageContaining("0x" + hex);
	}

	@ParameterizedTest
	@ValueSource(ints = { Deflater.NO_COMPRESSION, Deflater.BEST_SPEED, Deflater.BEST_COMPRESSION })
	void serversMayCompressAsTheyLike(int level) throws CorruptStreamException {
		Deflater deflater = new Deflater(level);
		deflater.setInput(PAYLOADS.get(1).getBytes(StandardCharsets.UTF_8));
		byte[] bytes = new byte[500];
		int length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
		deflater.end();
		assertThat(feed(this.stream, bytes, 0, length)).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(1));
	}

	@Test
	@DisplayName("C42 a payload far over the maximum is refused before it fills the memory")
	void decompressionBombIsRefused() {
		int limit = 1024 * 1024;
		byte[] bomb = this.server.compress(new byte[65 * limit]);
		try (ZlibPayloadStream limited = new ZlibPayloadStream(limit)) {
			assertThatExceptionOfType(CorruptStreamException.class)
				.isThrownBy(() -> feed(limited, bomb, 0, bomb.length))
				.withMessageContaining("1048576")
				.withMessageContaining("discord.gateway.max-payload-size");
			assertThat(limited.buffer().length).isLessThan(100_000);
		}
	}

	@Test
	@DisplayName("C42 a payload over the maximum is passed over, its beginning and end are kept")
	void largePayloadIsPassedOver() throws CorruptStreamException {
		int limit = 1024 * 1024;
		byte[] head = "{\"t\":\"GUILD_CREATE\",".getBytes(StandardCharsets.US_ASCII);
		byte[] tail = ",\"op\":0}".getBytes(StandardCharsets.US_ASCII);
		byte[] large = new byte[60 * limit];
		Arrays.fill(large, (byte) 'x');
		System.arraycopy(head, 0, large, 0, head.length);
		System.arraycopy(tail, 0, large, large.length - tail.length, tail.length);
		try (PayloadStream limited = Compression.ZLIB_STREAM.open(limit)) {
			assertThat(feed(limited, this.server.compress(large))).isTrue();
			assertThat(limited.excess()).contains(large.length + " bytes").contains("discord.gateway.max-payload-size");
			assertThat(limited.length()).isLessThan(limit);
			assertThat(limited.buffer()).startsWith(head);
			assertThat(payload(limited)).endsWith(tail).containsOnlyOnce((byte) 0);
			for (String expected : PAYLOADS) {
				assertThat(feed(limited, this.server.compress(expected))).isTrue();
				assertThat(limited.excess()).isNull();
				assertThat(text(limited)).isEqualTo(expected);
			}
		}
	}

	@Test
	@DisplayName("C42 the maximum is exact, whatever the buffer's size")
	void maximumIsExact() throws CorruptStreamException {
		for (int limit : new int[] { 100, 16 * 1024, 20_000, 40_000, 100_000 }) {
			try (PayloadStream limited = Compression.ZLIB_STREAM.open(limit); ZlibServer fresh = new ZlibServer()) {
				for (int round = 0; round < 2; round++) {
					assertThat(feed(limited, fresh.compress(new byte[limit]))).isTrue();
					assertThat(limited.length()).isEqualTo(limit);
					assertThat(limited.excess()).isNull();
					assertThat(feed(limited, fresh.compress(new byte[limit + 1]))).isTrue();
					assertThat(limited.excess()).contains((limit + 1) + " bytes");
				}
			}
		}
	}

	@Test
	@DisplayName("C42 many messages, and parts of them, do not get a payload around the maximum")
	void maximumCountsAllMessagesOfAPayload() throws CorruptStreamException {
		byte[] random = new byte[30_000];
		new Random(3).nextBytes(random);
		byte[] compressed = this.server.compress(random);
		try (PayloadStream limited = Compression.ZLIB_STREAM.open(20_000)) {
			for (int i = 0; i < compressed.length; i += 1000) {
				int to = Math.min(i + 1000, compressed.length);
				boolean last = (i % 2000 == 0) || to == compressed.length;
				assertThat(limited.feed(ByteBuffer.wrap(compressed, i, to - i), last))
					.isEqualTo(to == compressed.length);
			}
			assertThat(limited.excess()).contains("30000 bytes");
			assertThat(Arrays.copyOf(limited.buffer(), 20_000)).isEqualTo(Arrays.copyOf(random, 20_000));
		}
	}

	@Test
	@DisplayName("C41 the suffix ends a payload at the end of a message only")
	void suffixWithinAMessageEndsNothing() throws CorruptStreamException {
		byte[] first = this.server.compress("{\"a\":1,");
		byte[] second = this.server.compress("\"b\":2}");
		assertThat(this.stream.feed(ByteBuffer.wrap(first), false)).isFalse();
		assertThat(this.stream.feed(ByteBuffer.wrap(second), true)).isTrue();
		assertThat(text(this.stream)).isEqualTo("{\"a\":1,\"b\":2}");
	}

	@Test
	@DisplayName("C42 the end of the zlib stream is reported")
	void endOfTheStreamIsReported() {
		byte[] end = this.server.finish();
		assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(this.stream, end))
			.withMessageContaining("ended");
	}

	@Test
	@DisplayName("C42 a dictionary that nobody has is reported")
	void dictionaryIsReported() {
		Deflater deflater = new Deflater();
		deflater.setDictionary("heartbeat".getBytes(StandardCharsets.UTF_8));
		deflater.setInput("heartbeat".getBytes(StandardCharsets.UTF_8));
		byte[] bytes = new byte[100];
		int length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
		deflater.end();
		assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(this.stream, bytes, 0, length))
			.withMessageContaining("dictionary");
	}

	@Test
	@DisplayName("C44 the buffer shrinks after a burst")
	void bufferShrinksAfterABurst() throws CorruptStreamException {
		int initial = this.stream.buffer().length;
		feed(this.stream, this.server.compress(new byte[4 * 1024 * 1024]));
		assertThat(this.stream.buffer().length).isGreaterThanOrEqualTo(4 * 1024 * 1024);
		feed(this.stream, this.server.compress("{}"));
		assertThat(this.stream.buffer().length).isEqualTo(initial);
	}

	@Test
	@DisplayName("C44 closing frees the inflater, once or twice")
	void closeFreesTheInflater() {
		byte[] bytes = this.server.compress("{}");
		this.stream.close();
		this.stream.close();
		// The type depends on the JDK.
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> feed(this.stream, bytes))
			.withMessageContaining("Inflater has been closed");
	}

}
