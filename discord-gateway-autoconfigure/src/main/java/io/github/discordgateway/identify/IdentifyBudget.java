package io.github.discordgateway.identify;

import java.time.Duration;

/**
 * What was left of the day's identifies at one moment, and who waited for them.
 *
 * @param total the identifies of a day
 * @param remaining those that are left, the reserve among them
 * @param reserve those that are never spent
 * @param resetIn the time until all of them are there again
 * @param waiting the number of shards that wait for a permit
 * @param longestWait how long the one of them waits that has waited longest; zero when
 * none waits
 * @param heldBack how much longer no shard may identify because the bot was started too
 * often; zero when that is not so
 * @param reported whether Discord has told the figures; otherwise they are those of a new
 * bot
 */
public record IdentifyBudget(int total, int remaining, int reserve, Duration resetIn, int waiting, Duration longestWait,
		Duration heldBack, boolean reported) {

	/**
	 * What Discord has reported.
	 * @param total the identifies of a day
	 * @param remaining those that are left, the reserve among them
	 * @param reserve those that are never spent
	 * @param resetIn the time until all of them are there again
	 * @param waiting the number of shards that wait for a permit
	 * @param longestWait how long the one of them waits that has waited longest; zero
	 * when none waits
	 * @param heldBack how much longer no shard may identify because the bot was started
	 * too often; zero when that is not so
	 */
	public IdentifyBudget(int total, int remaining, int reserve, Duration resetIn, int waiting, Duration longestWait,
			Duration heldBack) {
		this(total, remaining, reserve, resetIn, waiting, longestWait, heldBack, true);
	}

	/**
	 * Whether nothing but the reserve is left: who waits, waits for the reset.
	 * @return whether it is so
	 */
	public boolean isSpent() {
		return this.remaining <= this.reserve;
	}

}
