package io.github.discordgateway.internal.compression;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.github.luben.zstd.ZstdException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ZstdPayloadStream}.
 */
class ZstdPayloadStreamTests {

	private static final int MAX_BYTES = 16 * 1024 * 1024;

	private static final List<String> PAYLOADS = List.of("{\"op\":10,\"d\":{\"heartbeat_interval\":41250}}",
			"{\"t\":\"MESSAGE_CREATE\",\"s\":2,\"op\":0,\"d\":{\"content\":\"gr\u00fc\u00dfe \ud83d\ude00\"}}",
			"{\"t\":\"MESSAGE_CREATE\",\"s\":3,\"op\":0,\"d\":{\"content\":\"gr\u00fc\u00dfe \ud83d\ude00\"}}",
			"{\"op\":11}");

	private ZstdServer server;

	private final PayloadStream stream = Compression.ZSTD_STREAM.open(MAX_BYTES);

	@BeforeEach
	void open() throws IOException {
		this.server = new ZstdServer();
	}

	@AfterEach
	void close() throws IOException {
		this.server.close();
		this.stream.close();
	}

	private static boolean feed(PayloadStream stream, byte[] bytes) throws CorruptStreamException {
		return feed(stream, ByteBuffer.wrap(bytes));
	}

	private static boolean feed(PayloadStream stream, ByteBuffer message) throws CorruptStreamException {
		boolean complete = stream.feed(message);
		assertThat(message.hasRemaining()).isFalse();
		return complete;
	}

	private static byte[] payload(PayloadStream stream) {
		return Arrays.copyOf(stream.buffer(), stream.length());
	}

	private static String text(PayloadStream stream) {
		return new String(stream.buffer(), 0, stream.length(), StandardCharsets.UTF_8);
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	@Test
	void queryParameterNamesTheCompression() {
		assertThat(Compression.ZSTD_STREAM.parameter()).isEqualTo("zstd-stream");
	}

	@Test
	@DisplayName("C40 all messages of a connection share one context")
	void laterPayloadsReferToEarlierOnes() throws Exception {
		byte[] first = this.server.compress(PAYLOADS.get(1));
		byte[] second = this.server.compress(PAYLOADS.get(2));
		assertThat(second).hasSizeLessThan(first.length / 2);
		assertThat(feed(this.stream, first)).isTrue();
		assertThat(feed(this.stream, second)).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(2));
	}

	@Test
	@DisplayName("C40 each connection has a context of its own")
	void contextIsNotSharedBetweenStreams() throws Exception {
		feed(this.stream, this.server.compress(PAYLOADS.get(1)));
		byte[] second = this.server.compress(PAYLOADS.get(2));
		try (PayloadStream other = Compression.ZSTD_STREAM.open(MAX_BYTES); ZstdServer fresh = new ZstdServer()) {
			assertThat(feed(other, fresh.compress(PAYLOADS.get(1)))).isTrue();
			assertThat(text(other)).isEqualTo(PAYLOADS.get(1));
		}
		try (PayloadStream other = Compression.ZSTD_STREAM.open(MAX_BYTES)) {
			assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(other, second));
		}
		assertThat(feed(this.stream, second)).isTrue();
	}

	@Test
	@DisplayName("C41 each message is one payload, whatever its size and kind of buffer")
	void eachMessageIsOnePayload() throws Exception {
		Random random = new Random(4711);
		for (int i = 0; i < 2000; i++) {
			String expected = "{\"n\":" + i + ",\"text\":\"" + "lorem ipsum ".repeat(random.nextInt(3000)) + "\"}";
			byte[] bytes = this.server.compress(expected);
			ByteBuffer message = random.nextBoolean() ? ByteBuffer.wrap(bytes)
					: ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
			assertThat(feed(this.stream, message)).isTrue();
			assertThat(text(this.stream)).isEqualTo(expected);
		}
	}

	@Test
	@DisplayName("C41 payloads around the sizes of the buffers, and of several MiB")
	void sizesAroundTheBuffers() throws Exception {
		for (int size : new int[] { 1, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 32 * 1024, 128 * 1024, 131_073,
				6 * 1024 * 1024 }) {
			for (byte[] expected : List.of(new byte[size], random(size))) {
				assertThat(feed(this.stream, this.server.compress(expected))).isTrue();
				assertThat(payload(this.stream)).isEqualTo(expected);
			}
		}
	}

	@Test
	@DisplayName("C41 a message that is part of a larger buffer is read to its limit only")
	void sliceOfALargerBuffer() throws Exception {
		byte[] first = this.server.compress(PAYLOADS.get(1));
		byte[] second = this.server.compress(PAYLOADS.get(2));
		byte[] both = new byte[first.length + second.length];
		System.arraycopy(first, 0, both, 0, first.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		assertThat(feed(this.stream, ByteBuffer.wrap(both, 0, first.length))).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(1));
		assertThat(feed(this.stream, ByteBuffer.wrap(both, first.length, second.length))).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(2));
	}

	@Test
	@DisplayName("C41 empty messages change nothing, however many they are")
	void emptyMessageIsNoPayload() throws Exception {
		for (int i = 0; i < 100; i++) {
			assertThat(feed(this.stream, new byte[0])).isFalse();
			assertThat(feed(this.stream, ByteBuffer.allocateDirect(0))).isFalse();
		}
		assertThat(feed(this.stream, this.server.compress(PAYLOADS.get(0)))).isTrue();
		assertThat(feed(this.stream, new byte[0])).isFalse();
		assertThat(feed(this.stream, this.server.compress(PAYLOADS.get(1)))).isTrue();
		assertThat(text(this.stream)).isEqualTo(PAYLOADS.get(1));
	}

	@Test
	@DisplayName("C41 a server that ends its zstd frame may begin another")
	void furtherFrame() throws Exception {
		for (String expected : PAYLOADS) {
			assertThat(feed(this.stream, this.server.compressLast(expected))).isTrue();
			assertThat(text(this.stream)).isEqualTo(expected);
		}
	}

	@Test
	@DisplayName("C42 corrupt data is reported")
	void corruptDataIsReported() {
		assertThatExceptionOfType(CorruptStreamException.class)
			.isThrownBy(() -> feed(this.stream, "no zstd at all".getBytes(StandardCharsets.UTF_8)))
			.withMessageContaining("corrupt")
			.havingCause()
			.isInstanceOf(ZstdException.class);
	}

	@Test
	@DisplayName("C42 corrupt data in the middle of the stream is reported")
	void corruptDataInTheMiddleIsReported() throws Exception {
		feed(this.stream, this.server.compress(PAYLOADS.get(1)));
		byte[] bytes = this.server.compress("{\"text\":\"" + "lorem ipsum dolor ".repeat(50) + "\"}");
		Arrays.fill(bytes, (byte) 0xFF);
		assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(this.stream, bytes));
	}

	@Test
	@DisplayName("C42 a payload far over the maximum is refused before it fills the memory")
	void decompressionBombIsRefused() throws Exception {
		int limit = 1024 * 1024;
		byte[] bomb = this.server.compress(new byte[65 * limit]);
		assertThat(bomb).hasSizeLessThan(limit);
		try (PayloadStream limited = Compression.ZSTD_STREAM.open(limit)) {
			assertThatExceptionOfType(CorruptStreamException.class)
				.isThrownBy(() -> limited.feed(ByteBuffer.wrap(bomb)))
				.withMessageContaining("1048576")
				.withMessageContaining("discord.gateway.max-payload-size");
			assertThat(limited.buffer().length).isLessThan(100_000);
		}
	}

	@Test
	@DisplayName("C42 a payload over the maximum is passed over, its beginning and end are kept")
	void largePayloadIsPassedOver() throws Exception {
		int limit = 1024 * 1024;
		byte[] large = new byte[60 * limit];
		Arrays.fill(large, (byte) 'x');
		large[0] = '{';
		large[large.length - 1] = '}';
		try (PayloadStream limited = Compression.ZSTD_STREAM.open(limit)) {
			assertThat(feed(limited, this.server.compress(large))).isTrue();
			assertThat(limited.excess()).contains(large.length + " bytes");
			byte[] kept = Arrays.copyOf(limited.buffer(), limited.length());
			assertThat(kept).startsWith('{', 'x').endsWith('x', '}').containsOnlyOnce((byte) 0).hasSizeLessThan(limit);
			assertThat(feed(limited, this.server.compress("{}".getBytes(StandardCharsets.UTF_8)))).isTrue();
			assertThat(limited.excess()).isNull();
			assertThat(limited.length()).isEqualTo(2);
		}
	}

	@Test
	@DisplayName("C42 a frame that wants a window of more than 128 MiB is refused")
	void hugeWindowIsRefused() {
		// Magic number, a frame header with a window and nothing else, a window of 1 GiB.
		byte[] header = { 0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x00, (byte) 0xA0 };
		assertThatExceptionOfType(CorruptStreamException.class).isThrownBy(() -> feed(this.stream, header))
			.withMessageContaining("memory");
	}

	@Test
	@DisplayName("C42 the maximum is exact, whatever the buffer's size")
	void maximumIsExact() throws Exception {
		for (int limit : new int[] { 100, 16 * 1024, 20_000, 40_000 }) {
			try (PayloadStream limited = Compression.ZSTD_STREAM.open(limit); ZstdServer fresh = new ZstdServer()) {
				assertThat(feed(limited, fresh.compress(new byte[limit]))).isTrue();
				assertThat(limited.length()).isEqualTo(limit);
				assertThat(limited.excess()).isNull();
				assertThat(feed(limited, fresh.compress(new byte[limit + 1]))).isTrue();
				assertThat(limited.excess()).contains((limit + 1) + " bytes");
			}
		}
	}

	@Test
	@DisplayName("C44 the buffer shrinks after a burst")
	void bufferShrinksAfterABurst() throws Exception {
		int initial = this.stream.buffer().length;
		feed(this.stream, this.server.compress(new byte[4 * 1024 * 1024]));
		assertThat(this.stream.buffer().length).isGreaterThanOrEqualTo(4 * 1024 * 1024);
		feed(this.stream, this.server.compress("{}"));
		assertThat(this.stream.buffer().length).isEqualTo(initial);
	}

	@Test
	@DisplayName("C44 closing frees the context, once or twice")
	void closeFreesTheContext() throws Exception {
		byte[] bytes = this.server.compress("{}");
		this.stream.close();
		this.stream.close();
		assertThatIllegalStateException().isThrownBy(() -> feed(this.stream, bytes)).withMessageContaining("closed");
	}

}
