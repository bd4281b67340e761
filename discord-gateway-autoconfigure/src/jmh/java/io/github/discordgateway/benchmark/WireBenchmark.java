package io.github.discordgateway.benchmark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import com.github.luben.zstd.ZstdDecompressCtx;
import io.github.discordgateway.autoconfigure.DiscordGatewayAutoConfiguration;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildMemberUpdate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.MessageReactionAdd;
import io.github.discordgateway.event.MessageUpdate;
import io.github.discordgateway.event.PresenceUpdate;
import io.github.discordgateway.event.TypingStart;
import io.github.discordgateway.event.VoiceStateUpdate;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayListenerRegistry;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * From a socket to the listeners, with the hand-over to their threads. The processor time
 * of the whole process counts, in which a server sends a prepared stream: as a blast, and
 * one event at a time with pauses between. The floors read and inflate the same stream on
 * one thread, and do nothing with it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WireBenchmark {

	/** So many events it takes until their way is compiled, however busy the machine is. */
	private static final int WARM_UP_PASSES = 250_000 / WireServer.EVENTS;

	private static final int SINGLES = 200;

	private static final long PAUSE_NANOS = 200_000;

	@Benchmark
	@OperationsPerInvocation(WireServer.EVENTS)
	public void inflate(Floor floor) throws Exception {
		floor.pass();
	}

	@Benchmark
	@OperationsPerInvocation(WireServer.EVENTS)
	public void typed(TypedListeners client) throws Exception {
		client.pass();
	}

	@Benchmark
	@OperationsPerInvocation(WireServer.EVENTS)
	public void raw(RawListener client) throws Exception {
		client.pass();
	}

	@Benchmark
	@OperationsPerInvocation(WireServer.EVENTS)
	public void nobody(NoListener client) throws Exception {
		client.pass();
	}

	@Benchmark
	@OperationsPerInvocation(SINGLES)
	public void singleInflate(Floor floor) throws Exception {
		for (int i = 0; i < SINGLES; i++) {
			floor.server.sendOne();
			floor.await(1);
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	@Benchmark
	@OperationsPerInvocation(SINGLES)
	public void singleTyped(TypedListeners client) throws Exception {
		single(client);
	}

	@Benchmark
	@OperationsPerInvocation(SINGLES)
	public void singleNobody(NoListener client) throws Exception {
		single(client);
	}

	private static void single(Client client) throws IOException {
		for (int i = 0; i < SINGLES; i++) {
			client.server.sendOne();
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	/** The server, and how it compresses. */
	@State(Scope.Benchmark)
	public abstract static class Wire {

		@Param({ "ZLIB_STREAM", "ZSTD_STREAM" })
		public String compression;

		WireServer server;

		@Setup
		public final void openAll() throws Exception {
			this.server = new WireServer(this.compression);
			open();
			for (int i = 0; i < WARM_UP_PASSES; i++) {
				pass();
			}
		}

		@TearDown
		public final void closeAll() throws Exception {
			this.server.close();
			close();
		}

		/** Sends all events, and waits until they have come. */
		final void pass() throws Exception {
			this.server.sendPass();
			await(WireServer.EVENTS);
		}

		abstract void open() throws Exception;

		abstract void await(int events) throws Exception;

		abstract void close() throws Exception;

	}

	/** The least that a client can do with the stream. */
	public static class Floor extends Wire {

		private final byte[] output = new byte[64 * 1024];

		private final ByteBuffer directOutput = ByteBuffer.allocateDirect(64 * 1024);

		private final ByteBuffer directInput = ByteBuffer.allocateDirect(64 * 1024);

		private final Inflater inflater = new Inflater();

		private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();

		private final byte[] message = new byte[64 * 1024];

		private Socket socket;

		private DataInputStream in;

		@Override
		void open() throws Exception {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), this.server.port());
			this.in = new DataInputStream(new BufferedInputStream(this.socket.getInputStream(), 64 * 1024));
			this.socket.getOutputStream()
				.write("GET / HTTP/1.1\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));
			for (String tail = ""; !tail.endsWith("\r\n\r\n");) {
				tail += (char) this.in.readUnsignedByte();
			}
			await(1);
			// Stands for IDENTIFY.
			this.socket.getOutputStream().write(new byte[] { (byte) 0x81, (byte) 0x80, 0, 0, 0, 0 });
			await(1);
		}

		@Override
		void close() throws Exception {
			this.socket.close();
			this.inflater.end();
			this.zstd.close();
		}

		@Override
		void await(int messages) throws Exception {
			for (int i = 0; i < messages; i++) {
				this.in.readUnsignedByte();
				int length = this.in.readUnsignedByte();
				if (length == 126) {
					length = this.in.readUnsignedShort();
				}
				this.in.readFully(this.message, 0, length);
				if (this.compression.equals("ZSTD_STREAM")) {
					decompress(length);
				}
				else {
					inflate(length);
				}
			}
		}

		private void inflate(int length) throws DataFormatException {
			this.inflater.setInput(this.message, 0, length);
			while (this.inflater.inflate(this.output) == this.output.length) {
				// A message that is larger comes in parts.
			}
		}

		private void decompress(int length) {
			this.directInput.clear().put(this.message, 0, length).flip();
			while (this.directInput.hasRemaining()) {
				this.zstd.decompressDirectByteBufferStream(this.directOutput.clear(), this.directInput);
			}
		}

	}

	/** An application with a shard. */
	public abstract static class Client extends Wire {

		private final AtomicInteger left = new AtomicInteger();

		private final Semaphore complete = new Semaphore(0);

		private ConfigurableApplicationContext context;

		@Override
		void open() throws Exception {
			this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
				.logStartupInfo(false)
				.properties("discord.gateway.token=MQ.AAAAAA.benchmarkbenchmarkbenchmarkbench",
						"discord.gateway.url=ws://localhost:" + this.server.port(),
						"discord.gateway.sharding.total=1", "discord.gateway.intents=guilds",
						"discord.gateway.compression=" + this.compression)
				.initializers((started) -> started.getBeanFactory().registerSingleton("client", this))
				.run();
		}

		@Override
		void close() {
			this.context.close();
		}

		abstract void register(GatewayListenerRegistry registry);

		void seen() {
			if (this.left.incrementAndGet() == 0) {
				this.complete.release();
			}
		}

		/** Those that came before the call are included. */
		@Override
		void await(int events) throws InterruptedException {
			if (this.left.addAndGet(-events) < 0) {
				this.complete.acquire();
			}
		}

	}

	/** One listener for each kind of event. */
	public static class TypedListeners extends Client {

		@Override
		void register(GatewayListenerRegistry registry) {
			for (Class<? extends GatewayEvent> type : Set.of(PresenceUpdate.class, MessageCreate.class,
					TypingStart.class, MessageReactionAdd.class, GuildMemberUpdate.class, VoiceStateUpdate.class,
					MessageUpdate.class)) {
				registry.listen(type, (event) -> seen());
			}
			registry.register(new Counting(this, EventInterest.in(Set.of(WireServer.LAST), EventForm.TYPED)));
		}

	}

	/** One listener that gets every event as it was sent. */
	public static class RawListener extends Client {

		@Override
		void register(GatewayListenerRegistry registry) {
			registry.register(new Counting(this, EventInterest.inAll(EventForm.RAW)));
		}

	}

	/** No listener but for the last event of all. */
	public static class NoListener extends Client {

		@Override
		void await(int events) throws InterruptedException {
			super.await(1);
		}

		@Override
		void register(GatewayListenerRegistry registry) {
			registry.register(new Counting(this, EventInterest.in(Set.of(WireServer.LAST), EventForm.HEADER)));
		}

	}

	/** Counts what it gets, save READY. */
	private record Counting(Client client, EventInterest interest) implements EventHandler {

		@Override
		public String id() {
			return "counting";
		}

		@Override
		public void handle(EventEnvelope envelope) {
			if (!envelope.name().equals("READY")) {
				this.client.seen();
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DiscordGatewayAutoConfiguration.class)
	static class Application {

		Application(Client client, GatewayListenerRegistry registry) {
			client.register(registry);
		}

	}

}
