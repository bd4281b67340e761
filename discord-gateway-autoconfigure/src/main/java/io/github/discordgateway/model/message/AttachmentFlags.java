package io.github.discordgateway.model.message;

import io.github.discordgateway.model.Flags;

/**
 * What else is known of a file of a message.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#attachment-object-attachment-flags">Discord's
 * documentation</a>
 */
public record AttachmentFlags(long bits) implements Flags<AttachmentFlags> {

	/** It is a clip of a stream. */
	public static final AttachmentFlags IS_CLIP = new AttachmentFlags(1L << 0);

	/** It is the picture that a media channel shows for the thread. */
	public static final AttachmentFlags IS_THUMBNAIL = new AttachmentFlags(1L << 1);

	/** It was edited with the remix feature, deprecated. */
	public static final AttachmentFlags IS_REMIX = new AttachmentFlags(1L << 2);

	/** It is blurred until a user looks at it. */
	public static final AttachmentFlags IS_SPOILER = new AttachmentFlags(1L << 3);

	/** It is an animated picture. */
	public static final AttachmentFlags IS_ANIMATED = new AttachmentFlags(1L << 5);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
