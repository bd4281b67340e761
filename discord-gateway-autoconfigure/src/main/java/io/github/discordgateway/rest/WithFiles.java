package io.github.discordgateway.rest;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A body that may bring files. With files it is sent in parts, otherwise as JSON.
 */
public interface WithFiles {

	/**
	 * The files.
	 * @return the files, in the order of the attachments of the body; empty for none
	 */
	@JsonIgnore
	List<Upload> uploads();

	/**
	 * Whether Discord carries the request out once although it may receive it twice, so
	 * that it is repeated after a connection broke.
	 * @return by default {@code false}
	 */
	@JsonIgnore
	default boolean repeatable() {
		return false;
	}

}
