package io.github.discordgateway.identify;

/**
 * The part of the day's identifies that is never spent. When a bot has none left, Discord
 * ends all its sessions and resets its token; the reserve keeps a distance from that,
 * also for what other processes of the bot spend unseen.
 *
 * @param amount a number of identifies, or a percentage of the day's total
 * @param percentage whether it is a percentage
 */
public record IdentifyReserve(int amount, boolean percentage) {

	/** Nothing is kept. */
	public static final IdentifyReserve NONE = new IdentifyReserve(0, false);

	/** 5 %: 50 of the 1000 identifies that most bots have. */
	public static final IdentifyReserve DEFAULT = new IdentifyReserve(5, true);

	/**
	 * Checks the amount.
	 * @throws IllegalArgumentException when it is negative, or a percentage of 100 or
	 * more
	 */
	public IdentifyReserve {
		if (amount < 0 || (percentage && amount > 99)) {
			throw new IllegalArgumentException(
					"A reserve is a number of identifies, such as 50, or a percentage from 0% to 99%");
		}
	}

	/**
	 * Reads a reserve.
	 * @param text a whole number, with a percent sign for a percentage
	 * @return the reserve
	 * @throws IllegalArgumentException when the text is something else
	 */
	public static IdentifyReserve of(String text) {
		String stripped = text.strip();
		boolean percentage = stripped.endsWith("%");
		String digits = percentage ? stripped.substring(0, stripped.length() - 1).stripTrailing() : stripped;
		try {
			return new IdentifyReserve(Integer.parseInt(digits), percentage);
		}
		catch (NumberFormatException ex) {
			// Without the cause: what is shown to a user is the message of the innermost.
			throw new IllegalArgumentException("'" + text
					+ "' is not a reserve: it is a number of identifies, such as 50, or a percentage, such as 5%");
		}
	}

	/**
	 * The identifies that are kept of a day's total: at least one unless nothing shall be
	 * kept, and never all of them.
	 * @param total the day's identifies
	 * @return their number
	 */
	public int of(int total) {
		long kept = this.percentage ? (long) total * this.amount / 100 : this.amount;
		long atLeast = Math.max(kept, (this.amount > 0) ? 1 : 0);
		return (int) Math.max(Math.min(atLeast, total - 1L), 0);
	}

	/** As it is written in the configuration. */
	@Override
	public String toString() {
		return this.percentage ? this.amount + "%" : Integer.toString(this.amount);
	}

}
