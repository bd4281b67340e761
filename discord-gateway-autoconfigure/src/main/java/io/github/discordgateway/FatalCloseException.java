package io.github.discordgateway;

import org.jspecify.annotations.Nullable;

/**
 * Discord closed a shard with a code that forbids to connect again, before any shard was
 * ready.
 */
public class FatalCloseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int closeCode;

	private final @Nullable Integer recommendedTotal;

	/**
	 * Reports the shard.
	 * @param shard which one was closed
	 * @param closeCode with what
	 */
	public FatalCloseException(ShardId shard, int closeCode) {
		super("Discord closed shard " + shard + " with " + CloseCode.describe(closeCode));
		this.closeCode = closeCode;
		this.recommendedTotal = null;
	}

	/**
	 * Reports a shard of too few.
	 * @param shard which one was closed
	 * @param closeCode with what
	 * @param recommendedTotal the number of shards that Discord recommends
	 */
	public FatalCloseException(ShardId shard, int closeCode, int recommendedTotal) {
		super("Discord closed shard " + shard + " with " + CloseCode.describe(closeCode) + ". It recommends "
				+ recommendedTotal + " shards now");
		this.closeCode = closeCode;
		this.recommendedTotal = recommendedTotal;
	}

	/**
	 * The fatal close code.
	 * @return one of those whose outcome is {@link CloseCode.Outcome#FATAL}
	 */
	public int closeCode() {
		return this.closeCode;
	}

	/**
	 * The number of shards that Discord recommends, when there were too few.
	 * @return the number; {@code null} when it does not matter or is not known
	 */
	public @Nullable Integer recommendedTotal() {
		return this.recommendedTotal;
	}

}
