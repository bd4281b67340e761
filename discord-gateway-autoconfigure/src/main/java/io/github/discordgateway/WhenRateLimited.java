package io.github.discordgateway;

/**
 * What becomes of a request that Discord refuses because it was made too often.
 */
public enum WhenRateLimited {

	/** It fails with a {@link RequestRateLimitedException}, which tells the wait. */
	FAIL,

	/** It waits as long as Discord says and is made again, as often as it has to. */
	RETRY

}
