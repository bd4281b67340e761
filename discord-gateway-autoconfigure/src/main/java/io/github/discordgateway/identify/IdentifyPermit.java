package io.github.discordgateway.identify;

/**
 * The right to send one IDENTIFY. Its owner calls exactly one of the methods; a further
 * call has no effect.
 */
public interface IdentifyPermit {

	/**
	 * The IDENTIFY was written to the connection: the pause of its bucket begins, and one
	 * of the day's identifies is spent.
	 */
	void spent();

	/**
	 * The IDENTIFY was not sent: somebody else may have the permit.
	 */
	void giveBack();

}
