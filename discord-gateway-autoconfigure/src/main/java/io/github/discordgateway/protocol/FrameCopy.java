package io.github.discordgateway.protocol;

/**
 * A frame that waits to be read again.
 */
public final class FrameCopy {

	private final FrameReader reader;

	private final byte[] json;

	FrameCopy(FrameReader reader, byte[] json) {
		this.reader = reader;
		this.json = json;
	}

	/**
	 * Reads the frame.
	 * @return the frame, to be closed
	 */
	public Frame open() {
		try {
			return this.reader.read(this.json, 0, this.json.length);
		}
		catch (MalformedFrameException ex) {
			throw new IllegalStateException("A frame that was read once can be read again", ex);
		}
	}

}
