package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * How the simulator answers requests for members: in how large chunks, and what to answer
 * instead of the truth. Thread-safe.
 */
public final class SimulatedCommands {

	private static final int CHUNK_SIZE = 1000;

	private final Deque<Duration> rateLimits = new ArrayDeque<>();

	private final Deque<Integer> missingChunks = new ArrayDeque<>();

	private volatile int chunkSize = CHUNK_SIZE;

	private volatile boolean nonceEchoed = true;

	SimulatedCommands() {
	}

	/**
	 * Sets how many members a chunk has at most, so that a small guild comes in many
	 * chunks. Default: 1000, as at Discord.
	 * @param members the number of members, at least 1
	 */
	public void chunkSize(int members) {
		if (members < 1) {
			throw new IllegalArgumentException("A chunk needs at least 1 member, not " + members);
		}
		this.chunkSize = members;
	}

	/**
	 * Sets whether chunks of members carry the nonce of their request. Default: they do,
	 * unless it has more than 32 bytes.
	 * @param echoed whether they do
	 */
	public void echoNonce(boolean echoed) {
		this.nonceEchoed = echoed;
	}

	/**
	 * Answers the next requests for members with RATE_LIMITED.
	 * @param count how many requests
	 * @param retryAfter how long the client is told to wait
	 */
	public void rateLimitNext(int count, Duration retryAfter) {
		synchronized (this.rateLimits) {
			for (int i = 0; i < count; i++) {
				this.rateLimits.addLast(retryAfter);
			}
		}
	}

	/**
	 * Leaves a chunk out of the next answer to a request for members. Called several
	 * times, it concerns the answers after that.
	 * @param index the number of the chunk, from 0
	 */
	public void omitChunk(int index) {
		synchronized (this.missingChunks) {
			this.missingChunks.addLast(index);
		}
	}

	/** Answers truly again. */
	void reset() {
		this.chunkSize = CHUNK_SIZE;
		this.nonceEchoed = true;
		synchronized (this.rateLimits) {
			this.rateLimits.clear();
		}
		synchronized (this.missingChunks) {
			this.missingChunks.clear();
		}
	}

	int chunkSize() {
		return this.chunkSize;
	}

	boolean isNonceEchoed() {
		return this.nonceEchoed;
	}

	/** What the next request has to wait for; null to answer it. */
	@Nullable Duration nextRateLimit() {
		synchronized (this.rateLimits) {
			return this.rateLimits.pollFirst();
		}
	}

	/** Which chunk the next answer lacks; -1 for none. */
	int nextMissingChunk() {
		synchronized (this.missingChunks) {
			Integer index = this.missingChunks.pollFirst();
			return (index != null) ? index : -1;
		}
	}

}
