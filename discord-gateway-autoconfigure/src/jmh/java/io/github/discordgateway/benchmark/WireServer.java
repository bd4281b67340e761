package io.github.discordgateway.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;

/**
 * A gateway for one connection, which sends what it has prepared: compressed, and in
 * WebSocket frames, so that the sending takes next to nothing. What is sent again and
 * again refers to nothing before it.
 */
final class WireServer implements AutoCloseable {

	/** The last event of a pass, which tells its end where nobody listens to the others. */
	static final String LAST = "INVITE_DELETE";

	/** The number of events that a pass has. */
	static final int EVENTS = EventMix.EVENTS + 1;

	private static final String HELLO = "{\"t\":null,\"s\":null,\"op\":10,\"d\":{\"heartbeat_interval\":600000}}";

	private static final String READY = "{\"t\":\"READY\",\"s\":1,\"op\":0,\"d\":{\"v\":10,\"user\":{\"id\":\"1\","
			+ "\"username\":\"bot\"},\"guilds\":[],\"session_id\":\"session\","
			+ "\"resume_gateway_url\":\"ws://localhost\",\"application\":{\"id\":\"1\",\"flags\":0}}}";

	private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

	private final byte[] greeting;

	private final byte[] ready;

	private final byte[] pass;

	private final byte[] single;

	private final Thread acceptor = new Thread(this::accept, "wire-server");

	private volatile OutputStream client = OutputStream.nullOutputStream();

	WireServer(String compression) throws IOException {
		Compressor compressor = compression.equals("ZSTD_STREAM") ? WireServer::zstd : new Zlib();
		this.greeting = compressor.compress(List.of(bytes(HELLO)));
		this.ready = compressor.compress(List.of(bytes(READY)));
		List<byte[]> events = new ArrayList<>(EventMix.frames());
		this.single = compressor.compress(events.subList(0, 1));
		events.add(bytes("{\"t\":\"" + LAST + "\",\"s\":" + EVENTS
				+ ",\"op\":0,\"d\":{\"guild_id\":\"1\",\"channel_id\":\"2\",\"code\":\"end\"}}"));
		this.pass = compressor.compress(events);
		this.acceptor.setDaemon(true);
		this.acceptor.start();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** Sends all events of the mix. */
	void sendPass() throws IOException {
		this.client.write(this.pass);
	}

	/** Sends one event. */
	void sendOne() throws IOException {
		this.client.write(this.single);
	}

	private void accept() {
		try (Socket accepted = this.socket.accept()) {
			accepted.setTcpNoDelay(true);
			DataInputStream in = new DataInputStream(new BufferedInputStream(accepted.getInputStream()));
			OutputStream out = accepted.getOutputStream();
			out.write(bytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
					+ "Sec-WebSocket-Accept: " + accept(key(in)) + "\r\n\r\n"));
			out.write(this.greeting);
			skipFrame(in);
			this.client = out;
			out.write(this.ready);
			while (true) {
				skipFrame(in);
			}
		}
		catch (IOException ex) {
			// The client has gone, as it does at the end of a benchmark, or the server has.
			this.client = OutputStream.nullOutputStream();
		}
	}

	private static String key(DataInputStream in) throws IOException {
		String key = "";
		StringBuilder line = new StringBuilder();
		while (true) {
			int read = in.readUnsignedByte();
			if (read != '\n') {
				line.append((char) read);
				continue;
			}
			String header = line.toString().trim();
			if (header.isEmpty()) {
				return key;
			}
			if (header.toLowerCase().startsWith("sec-websocket-key:")) {
				key = header.substring(header.indexOf(':') + 1).trim();
			}
			line.setLength(0);
		}
	}

	private static String accept(String key) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-1")
					.digest(bytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void skipFrame(DataInputStream in) throws IOException {
		in.readUnsignedByte();
		int length = in.readUnsignedByte() & 0x7F;
		if (length == 126) {
			length = in.readUnsignedShort();
		}
		// Clients mask what they send with four bytes.
		in.skipNBytes(length + 4L);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.client.close();
	}

	private static void appendFrame(ByteArrayOutputStream frames, byte[] message) {
		frames.write(0x82);
		if (message.length < 126) {
			frames.write(message.length);
		}
		else {
			frames.write(126);
			frames.write(message.length >> 8);
			frames.write(message.length);
		}
		frames.writeBytes(message);
	}

	/** The messages in one frame of zstd. */
	private static byte[] zstd(List<byte[]> messages) throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		ByteArrayOutputStream frames = new ByteArrayOutputStream();
		ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(compressed);
		for (int i = 0; i < messages.size(); i++) {
			zstd.write(messages.get(i));
			if (i < messages.size() - 1) {
				zstd.flush();
			}
			else {
				zstd.close();
			}
			appendFrame(frames, compressed.toByteArray());
			compressed.reset();
		}
		return frames.toByteArray();
	}

	/** Compresses messages, and puts each into a frame. */
	private interface Compressor {

		byte[] compress(List<byte[]> messages) throws IOException;

	}

	/** One stream, of which each part stands on its own. */
	private static final class Zlib implements Compressor {

		private final Deflater deflater = new Deflater();

		private final byte[] buffer = new byte[64 * 1024];

		@Override
		public byte[] compress(List<byte[]> messages) {
			ByteArrayOutputStream frames = new ByteArrayOutputStream();
			for (int i = 0; i < messages.size(); i++) {
				this.deflater.setInput(messages.get(i));
				ByteArrayOutputStream message = new ByteArrayOutputStream();
				int mode = (i < messages.size() - 1) ? Deflater.SYNC_FLUSH : Deflater.FULL_FLUSH;
				int written;
				do {
					written = this.deflater.deflate(this.buffer, 0, this.buffer.length, mode);
					message.write(this.buffer, 0, written);
				}
				while (written == this.buffer.length);
				appendFrame(frames, message.toByteArray());
			}
			return frames.toByteArray();
		}

	}

}
