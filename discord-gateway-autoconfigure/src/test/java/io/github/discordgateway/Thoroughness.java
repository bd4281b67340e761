package io.github.discordgateway;

/**
 * How much is tried by the tests that try many things: as a rule enough to find what they
 * have found so far, and much more with {@code -Pthorough}.
 */
public final class Thoroughness {

	/** Whether the build was started with {@code -Pthorough}. */
	public static final boolean THOROUGH = Boolean.getBoolean("thorough");

	/** Whether the codec's tests are run a second time, without the quick parser. */
	public static final boolean PLAIN_PARSER = Boolean.getBoolean("discord.gateway.plain-parser");

	private Thoroughness() {
	}

	/**
	 * The size of a test.
	 * @param usual what each build can afford
	 * @param thorough what finds more
	 * @return one of them
	 */
	public static int of(int usual, int thorough) {
		return THOROUGH ? thorough : usual;
	}

}
