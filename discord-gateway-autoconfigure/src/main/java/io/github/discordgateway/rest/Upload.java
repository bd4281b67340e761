package io.github.discordgateway.rest;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.Assert;

/**
 * A file to send with a message. Discord refuses what is larger than the guild or the
 * interaction allows, 10 MiB at least.
 *
 * @param filename the name under which it is shown, with an extension; one that begins
 * with {@code SPOILER_} is hidden at first
 * @param content what it holds, read when it is sent
 * @param description the alternative text of an image; {@code null} for none
 */
public record Upload(String filename, Resource content, @Nullable String description) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when the name is empty, or a text is longer than
	 * 1024 characters
	 */
	public Upload {
		Assert.notNull(content, "A file needs a content");
		Limits.text("The name of a file", filename, 1, 1024);
		Limits.text("The description of a file", description, 0, 1024);
	}

	/**
	 * A file from a resource.
	 * @param filename the name, with an extension
	 * @param content what it holds
	 * @return the file
	 */
	public static Upload of(String filename, Resource content) {
		return new Upload(filename, content, null);
	}

	/**
	 * A file from memory.
	 * @param filename the name, with an extension
	 * @param content what it holds
	 * @return the file
	 */
	public static Upload of(String filename, byte[] content) {
		return of(filename, new ByteArrayResource(content));
	}

}
