package io.github.discordgateway.internal.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A frame that waits to be read again.
 */
public final class FrameCopy {

	private final FrameReader reader;

	private final byte[] json;

	/** Holds nothing that needs closing; {@code null} for a frame that can be read. */
	private final @Nullable Frame unusable;

	FrameCopy(FrameReader reader, byte[] json, @Nullable Frame unusable) {
		this.reader = reader;
		this.json = json;
		this.unusable = unusable;
	}

	/**
	 * Reads the frame.
	 * @return the frame, to be closed
	 */
	public Frame open() {
		if (this.unusable != null) {
			return this.unusable;
		}
		try {
			return this.reader.read(this.json, 0, this.json.length);
		}
		catch (MalformedFrameException ex) {
			throw new IllegalStateException("A frame that was read once can be read again", ex);
		}
	}

}
