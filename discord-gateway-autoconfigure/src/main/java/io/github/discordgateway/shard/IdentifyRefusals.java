package io.github.discordgateway.shard;

import org.jspecify.annotations.Nullable;

/**
 * Counts IDENTIFYs that a server answers by closing. Not every server closes with 4004
 * when it refuses a token, but the same close code each time means something that trying
 * again does not mend.
 */
final class IdentifyRefusals {

	/** Fewer in a row may be an accident. */
	private static final int NO_ACCIDENT = 3;

	private int closeCode;

	private int times;

	/** The connection ended after IDENTIFY and before READY. */
	void note(DisconnectCause cause) {
		if (cause instanceof DisconnectCause.Closed closed) {
			this.times = (closed.code() == this.closeCode) ? this.times + 1 : 1;
			this.closeCode = closed.code();
		}
		else {
			this.times = 0;
		}
	}

	/** A session has begun. */
	void clear() {
		this.times = 0;
	}

	@Nullable RefusedIdentify refusal() {
		return (this.times >= NO_ACCIDENT) ? new RefusedIdentify(this.closeCode, this.times) : null;
	}

}
