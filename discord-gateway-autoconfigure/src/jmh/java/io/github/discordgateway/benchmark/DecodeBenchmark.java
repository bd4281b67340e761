package io.github.discordgateway.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import com.github.luben.zstd.ZstdDecompressCtx;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.EventPlaceReader;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to turn the bytes of a connection into events, against two floors: what
 * inflates alone, without anything of ours, and inflating and tokenizing with Jackson's
 * streaming parser.
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

	/** Takes the largest event, so that nothing has to grow. */
	private static final int FLOOR_BYTES = 1024 * 1024;

	@Param({ "ZLIB_STREAM", "ZSTD_STREAM" })
	private Compression compression = Compression.ZLIB_STREAM;

	/** In direct buffers, as messages come from a socket. */
	private List<ByteBuffer> messages = List.of();

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final FrameReader frames = new FrameReader(this.mapper);

	private final EventDecoder decoder = new EventDecoder(this.mapper);

	private final EventPlaceReader places = new EventPlaceReader();

	private final byte[] inflated = new byte[FLOOR_BYTES];

	private final ByteBuffer inflatedDirect = ByteBuffer.allocateDirect(FLOOR_BYTES);

	@Setup
	public void setup() throws IOException {
		List<byte[]> clear = EventMix.frames();
		List<byte[]> compressed = (this.compression == Compression.ZSTD_STREAM) ? EventMix.compressWithZstd(clear)
				: EventMix.compress(clear);
		this.messages = compressed.stream()
			.map((message) -> ByteBuffer.allocateDirect(message.length).put(message).flip())
			.toList();
	}

	private interface Consumer {

		void accept(byte[] buffer, int length) throws Exception;

	}

	private void run(Consumer consumer) throws Exception {
		try (PayloadStream stream = this.compression.open(MAX_PAYLOAD_BYTES)) {
			for (ByteBuffer message : this.messages) {
				stream.feed(message.rewind());
				consumer.accept(stream.buffer(), stream.length());
			}
		}
	}

	@Benchmark
	public void floor(Blackhole blackhole) throws DataFormatException {
		if (this.compression == Compression.ZSTD_STREAM) {
			zstdFloor(blackhole);
		}
		else {
			zlibFloor(blackhole);
		}
	}

	private void zlibFloor(Blackhole blackhole) throws DataFormatException {
		Inflater inflater = new Inflater();
		for (ByteBuffer message : this.messages) {
			inflater.setInput(message.rewind());
			blackhole.consume(inflater.inflate(this.inflated));
		}
		inflater.end();
	}

	private void zstdFloor(Blackhole blackhole) {
		try (ZstdDecompressCtx zstd = new ZstdDecompressCtx()) {
			for (ByteBuffer message : this.messages) {
				zstd.decompressDirectByteBufferStream(this.inflatedDirect.clear(), message.rewind());
				int length = this.inflatedDirect.flip().remaining();
				this.inflatedDirect.get(this.inflated, 0, length);
				blackhole.consume(length);
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
	public void headerWithPlace(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				blackhole.consume(this.places.read(frame));
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

	/** In the order in which a listener of raw events has it done. */
	@Benchmark
	public void raw(Blackhole blackhole) throws Exception {
		run((buffer, length) -> {
			try (Frame frame = this.frames.read(buffer, 0, length)) {
				blackhole.consume(this.places.read(frame));
				blackhole.consume(frame.bodyBytes());
			}
		});
	}

}
