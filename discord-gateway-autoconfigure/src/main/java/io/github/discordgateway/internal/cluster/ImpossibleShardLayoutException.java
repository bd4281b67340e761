package io.github.discordgateway.internal.cluster;

/**
 * The shards that are to run here cannot be told, or there are none.
 */
public class ImpossibleShardLayoutException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Reports a layout.
	 * @param message what is wrong, as a clause without a full stop
	 * @param remedy what to do, in sentences
	 */
	public ImpossibleShardLayoutException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	/**
	 * What to do.
	 * @return one or more sentences
	 */
	public String remedy() {
		return this.remedy;
	}

}
