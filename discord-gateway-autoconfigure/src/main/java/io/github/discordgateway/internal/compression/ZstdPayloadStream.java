package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/**
 * The {@code zstd-stream} of one connection: one zstd context over all messages, each of
 * which is a payload. The server flushes behind each, so that the end of a payload is the
 * end of its message; there is no suffix.
 *
 * <p>
 * The decompressor works between direct buffers, where most messages lie already.
 * Inflating straight into the payload's array would save a copy but hold off the garbage
 * collector meanwhile, and measured no faster.
 *
 * <p>
 * A zstd frame says in its header how far back it refers. The library refuses more than
 * 128 MiB, which bounds the memory of a context, besides the limit for the payload.
 */
final class ZstdPayloadStream extends BufferedPayloadStream {

	private static final int CHUNK_BYTES = 16 * 1024;

	private final ZstdDecompressCtx context = new ZstdDecompressCtx();

	/** Takes messages in that do not lie in a direct buffer. */
	private final ByteBuffer input = ByteBuffer.allocateDirect(CHUNK_BYTES);

	private final ByteBuffer output = ByteBuffer.allocateDirect(CHUNK_BYTES);

	private boolean complete = true;

	ZstdPayloadStream(int maxPayloadBytes) {
		super(maxPayloadBytes);
	}

	@Override
	public boolean feed(ByteBuffer part, boolean last) throws CorruptStreamException {
		if (this.complete) {
			this.payload.clear();
		}
		this.complete = last;
		if (part.isDirect()) {
			inflate(part);
		}
		else {
			inflateCopies(part);
		}
		return last && this.payload.length() > 0;
	}

	private void inflateCopies(ByteBuffer message) throws CorruptStreamException {
		while (message.hasRemaining()) {
			int length = Math.min(message.remaining(), CHUNK_BYTES);
			inflate(this.input.clear().put(message.slice(message.position(), length)).flip());
			message.position(message.position() + length);
		}
	}

	private void inflate(ByteBuffer compressed) throws CorruptStreamException {
		try {
			boolean filled = false;
			while (compressed.hasRemaining() || filled) {
				this.output.clear();
				this.context.decompressDirectByteBufferStream(this.output, compressed);
				filled = !this.output.hasRemaining();
				this.payload.append(this.output.flip());
			}
		}
		catch (ZstdException ex) {
			throw new CorruptStreamException("The zstd stream is corrupt: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
