package io.github.discordgateway.listener;

/**
 * In what form a handler wants its events. An event is decoded, and its body copied, at
 * most once and only if some handler of it wants that form.
 */
public enum EventForm {

	/** Only that it happened: neither decoded nor raw. */
	HEADER(false, false),

	/** Decoded; an event that cannot be decoded is not handed over. */
	TYPED(true, false),

	/** As it was sent, which also serves events that are unknown or cannot be decoded. */
	RAW(false, true),

	/** Decoded and as it was sent; an event that cannot be decoded is not handed over. */
	TYPED_AND_RAW(true, true),

	/** As it was sent, and decoded where that is possible. */
	ANY(true, true);

	private final boolean typed;

	private final boolean raw;

	EventForm(boolean typed, boolean raw) {
		this.typed = typed;
		this.raw = raw;
	}

	/**
	 * Whether the event is to be decoded.
	 * @return whether the handler uses the decoded event
	 */
	public boolean isTyped() {
		return this.typed;
	}

	/**
	 * Whether the body is to be copied.
	 * @return whether the handler uses the event as it was sent
	 */
	public boolean isRaw() {
		return this.raw;
	}

	/**
	 * Whether the handler cannot do without the decoded event.
	 * @return whether events that could not be decoded are kept from it
	 */
	public boolean requiresTyped() {
		return this.typed && this != ANY;
	}

	/** The form that serves two who read an event. */
	EventForm and(EventForm other) {
		if (this == ANY || other == ANY) {
			return ANY;
		}
		if (isRaw() || other.isRaw()) {
			return (isTyped() || other.isTyped()) ? TYPED_AND_RAW : RAW;
		}
		return (isTyped() || other.isTyped()) ? TYPED : HEADER;
	}

}
