package io.github.discordgateway.internal.tracking;

/**
 * An event that was handed on, until the listeners have handled it.
 */
public final class UnhandledEvent implements Runnable {

	private final long before;

	private final long receivedBefore;

	private volatile boolean handled;

	UnhandledEvent(long before, long receivedBefore) {
		this.before = before;
		this.receivedBefore = receivedBefore;
	}

	/** The highest sequence that may be acknowledged as long as this event is open. */
	long before() {
		return this.before;
	}

	/** The highest sequence that had come before this event. */
	long receivedBefore() {
		return this.receivedBefore;
	}

	/**
	 * Whether it was {@link #run() handled}.
	 * @return whether it is done with
	 */
	public boolean isHandled() {
		return this.handled;
	}

	/** The event is handled. Called on any thread, as often as one likes. */
	@Override
	public void run() {
		this.handled = true;
	}

}
