package io.github.discordgateway.model.component;

import io.github.discordgateway.model.IntValue;

/**
 * How far Discord is with loading a picture, video or file.
 *
 * @param value the number on the wire, known or not
 */
public record UnfurledMediaItemLoadingState(int value) implements IntValue {

	/** Not known. */
	public static final UnfurledMediaItemLoadingState UNKNOWN = new UnfurledMediaItemLoadingState(0);

	/** Discord is still loading it. */
	public static final UnfurledMediaItemLoadingState LOADING = new UnfurledMediaItemLoadingState(1);

	/** Discord has loaded it. */
	public static final UnfurledMediaItemLoadingState LOADED_SUCCESS = new UnfurledMediaItemLoadingState(2);

	/** There is nothing at the address. */
	public static final UnfurledMediaItemLoadingState LOADED_NOT_FOUND = new UnfurledMediaItemLoadingState(3);

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
