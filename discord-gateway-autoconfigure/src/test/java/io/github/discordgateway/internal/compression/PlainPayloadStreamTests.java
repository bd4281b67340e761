package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlainPayloadStream}.
 */
class PlainPayloadStreamTests {

	private static byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		Arrays.fill(bytes, (byte) 'x');
		return bytes;
	}

	@Test
	void eachMessageIsAPayload() throws CorruptStreamException {
		try (PayloadStream stream = Compression.NONE.open(100_000)) {
			for (int length : new int[] { 3, 70_000, 1 }) {
				assertThat(stream.feed(ByteBuffer.wrap(bytes(length)))).isTrue();
				assertThat(Arrays.copyOf(stream.buffer(), stream.length())).isEqualTo(bytes(length));
			}
		}
	}

	@Test
	void emptyMessageIsNoPayload() throws CorruptStreamException {
		try (PayloadStream stream = Compression.NONE.open(100)) {
			assertThat(stream.feed(ByteBuffer.allocate(0))).isFalse();
		}
	}

	@Test
	@DisplayName("C42 the maximum is exact without compression, too")
	void maximumIsExact() throws CorruptStreamException {
		for (int limit : new int[] { 100, 20_000 }) {
			try (PayloadStream stream = Compression.NONE.open(limit)) {
				assertThat(stream.feed(ByteBuffer.wrap(bytes(limit)))).isTrue();
				assertThat(stream.excess()).isNull();
				assertThat(stream.feed(ByteBuffer.wrap(bytes(limit + 1)))).isTrue();
				assertThat(stream.excess()).contains("max-payload-size");
				assertThat(stream.feed(ByteBuffer.wrap(bytes(limit)))).isTrue();
				assertThat(stream.excess()).isNull();
			}
		}
	}

	@Test
	void queryParameterNamesTheCompression() {
		assertThat(Compression.NONE.parameter()).isNull();
		assertThat(Compression.ZLIB_STREAM.parameter()).isEqualTo("zlib-stream");
	}

}
