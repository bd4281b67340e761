package io.github.discordgateway.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.internal.compression.PayloadStream;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to turn the bytes of a connection into events, against two floors:
 * inflating alone, and inflating and tokenizing with Jackson's streaming parser. With
 * zlib-stream, and, where the name says so, with zstd-stream.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(EventMix.EVENTS)
public class DecodeBenchmark {

	private static final int MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

	private List<byte[]> messages = List.of();

	private List<byte[]> zstdMessages = List.of();

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final FrameReader frames = new FrameReader(this.mapper);

	private final EventDecoder decoder = new EventDecoder(this.mapper);

	@Setup
	public void setup() throws IOException {
		this.messages = EventMix.compress(EventMix.frames());
		this.zstdMessages = EventMix.compressWithZstd(EventMix.frames());
	}

	private interface Consumer {

		void accept(byte[] buffer, int length) throws Exception;

	}

	private void run(Consumer consumer) throws Exception {
		run(Compression.ZLIB_STREAM, this.messages, consumer);
	}

	private void runZstd(Consumer consumer) throws Exception {
		run(Compression.ZSTD_STREAM, this.zstdMessages, consumer);
	}

	private static void run(Compression compression, List<byte[]> messages, Consumer consumer) throws Exception {
		try (PayloadStream stream = compression.open(MAX_PAYLOAD_BYTES)) {
			for (byte[] message : messages) {
				stream.feed(ByteBuffer.wrap(message));
				consumer.accept(stream.buffer(), stream.length());
			}
		}
	}

	@Benchmark
	public void inflate(Blackhole blackhole) throws Exception {
		run((buffer, length) -> blackhole.consume(buffer[length - 1]));
	}

	@Benchmark
	public void tokenize(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (JsonParser parser = this.mapper.createParser(buffer, 0, length)) {
				while (parser.nextToken() != null) {
					blackhole.consume(parser.currentTokenId());
				}
			}
		});
	}

	@Benchmark
	public void headerOnly(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				blackhole.consume(frame.sequence());
			}
		});
	}

	@Benchmark
	public void oneTypeWanted(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				if ("MESSAGE_CREATE".equals(frame.name())) {
					blackhole.consume(this.decoder.decode(EventType.MESSAGE_CREATE, frame));
				}
			}
		});
	}

	@Benchmark
	public void allTyped(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				EventType type = EventType.of(frame.name());
				blackhole.consume(this.decoder.decode(type, frame));
			}
		});
	}

	@Benchmark
	public void raw(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				blackhole.consume(frame.bodyBytes());
			}
		});
	}

	@Benchmark
	public void zstdInflate(Blackhole blackhole) throws Exception {
		runZstd((buffer, length) -> blackhole.consume(buffer[length - 1]));
	}

	@Benchmark
	public void zstdTokenize(Blackhole blackhole) throws Exception {
		runZstd((buffer, length) -> {
			try (JsonParser parser = this.mapper.createParser(buffer, 0, length)) {
				while (parser.nextToken() != null) {
					blackhole.consume(parser.currentTokenId());
				}
			}
		});
	}

	@Benchmark
	public void zstdHeaderOnly(Blackhole blackhole) throws Exception {
		runZstd((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				blackhole.consume(frame.sequence());
			}
		});
	}

	@Benchmark
	public void zstdAllTyped(Blackhole blackhole) throws Exception {
		runZstd((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				EventType type = EventType.of(frame.name());
				blackhole.consume(this.decoder.decode(type, frame));
			}
		});
	}

}
