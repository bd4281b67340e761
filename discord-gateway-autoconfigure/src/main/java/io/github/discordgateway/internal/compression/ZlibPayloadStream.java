package io.github.discordgateway.internal.compression;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The {@code zlib-stream} of one connection: one zlib context over all messages. A
 * payload may be spread over any number of messages and ends with the four bytes of a
 * sync flush, {@code 00 00 FF FF}.
 *
 * <p>
 * Each message is inflated as it comes, straight behind what is already there, instead of
 * collecting the compressed bytes first: one copy less, and a payload that grows beyond
 * the limit (a decompression bomb) is noticed before it fills the memory. The rest of it
 * has to be inflated all the same, since what follows refers to it.
 *
 * <p>
 * Behind the two bytes of its header the stream is inflated as the raw deflate data that
 * it holds. The checksum of a zlib stream stands at its end, which never comes: to add it
 * up would take a tenth of the time of inflating, for nothing.
 */
final class ZlibPayloadStream extends BufferedPayloadStream {

	/** The four bytes of a sync flush, the first of them in the highest byte. */
	private static final int SYNC_FLUSH = 0x0000FFFF;

	private static final int HEADER_BYTES = 2;

	private final Inflater inflater = new Inflater(true);

	/** What has come of the header, the first byte in the higher place. */
	private int header;

	private int headerLength;

	/** The last four compressed bytes of the payload in progress. */
	private int tail = ~SYNC_FLUSH;

	private boolean complete = true;

	private boolean closed;

	ZlibPayloadStream(int maxPayloadBytes) {
		super(maxPayloadBytes);
	}

	@Override
	public boolean feed(ByteBuffer part, boolean last) throws CorruptStreamException {
		if (this.complete) {
			this.payload.clear();
			this.complete = false;
			this.tail = ~SYNC_FLUSH;
		}
		for (int i = Math.max(part.position(), part.limit() - 4); i < part.limit(); i++) {
			this.tail = (this.tail << 8) | (part.get(i) & 0xFF);
		}
		while (this.headerLength < HEADER_BYTES && part.hasRemaining()) {
			this.header = (this.header << 8) | (part.get() & 0xFF);
			if (++this.headerLength == HEADER_BYTES) {
				checkHeader();
			}
		}
		this.inflater.setInput(part);
		inflate();
		this.complete = last && (this.tail == SYNC_FLUSH);
		return this.complete && this.payload.length() > 0;
	}

	/**
	 * Makes sure that deflate data follow, of a window that is not larger than known, and
	 * that refer to nothing before them.
	 * @see <a href="https://datatracker.ietf.org/doc/html/rfc1950#section-2.2">RFC 1950,
	 * Data format</a>
	 */
	private void checkHeader() throws CorruptStreamException {
		int method = this.header >> 8;
		if (this.header % 31 != 0 || (method & 0xF) != 8 || (method >> 4) > 7) {
			throw new CorruptStreamException(
					"The zlib stream is corrupt: it begins with 0x" + Integer.toHexString(this.header), null);
		}
		if ((this.header & 0x20) != 0) {
			throw new CorruptStreamException("The zlib stream asks for a dictionary", null);
		}
	}

	private void inflate() throws CorruptStreamException {
		try {
			while (true) {
				if (this.payload.room() == 0) {
					this.payload.grow();
				}
				int room = this.payload.room();
				int written = this.inflater.inflate(this.payload.bytes(), this.payload.length(), room);
				this.payload.advance(written);
				if (this.inflater.finished()) {
					throw new CorruptStreamException("The zlib stream ended", null);
				}
				if (written < room) {
					return;
				}
			}
		}
		catch (DataFormatException ex) {
			throw new CorruptStreamException("The zlib stream is corrupt: " + ex.getMessage(), ex);
		}
	}

	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.inflater.end();
		}
	}

}
