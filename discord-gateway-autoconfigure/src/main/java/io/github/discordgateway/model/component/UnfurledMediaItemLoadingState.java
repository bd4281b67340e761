package io.github.discordgateway.model.component;

import io.github.discordgateway.model.IntValue;

/**
 * How far Discord is with loading a picture, video or file.
 *
 * @param value the number on the wire, known or not
 */
public record UnfurledMediaItemLoadingState(int value) implements IntValue {

	/** Unknown. */
	public static final UnfurledMediaItemLoadingState UNKNOWN = new UnfurledMediaItemLoadingState(0);

	/** Loading. */
	public static final UnfurledMediaItemLoadingState LOADING = new UnfurledMediaItemLoadingState(1);

	/** Loaded success. */
	public static final UnfurledMediaItemLoadingState LOADED_SUCCESS = new UnfurledMediaItemLoadingState(2);

	/** Loaded not found. */
	public static final UnfurledMediaItemLoadingState LOADED_NOT_FOUND = new UnfurledMediaItemLoadingState(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
