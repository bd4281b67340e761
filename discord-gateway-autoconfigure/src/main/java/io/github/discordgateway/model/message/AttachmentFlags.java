package io.github.discordgateway.model.message;

import io.github.discordgateway.model.Flags;

/**
 * Attachment flags.
 *
 * @param bits the bits, known or not
 * @see <a href=
 * "https://discord.com/developers/docs/resources/message#attachment-object-attachment-flags">Discord's
 * documentation</a>
 */
public record AttachmentFlags(long bits) implements Flags<AttachmentFlags> {

	/** Is clip. */
	public static final AttachmentFlags IS_CLIP = new AttachmentFlags(1L << 0);

	/** Is thumbnail. */
	public static final AttachmentFlags IS_THUMBNAIL = new AttachmentFlags(1L << 1);

	/** Is remix. */
	public static final AttachmentFlags IS_REMIX = new AttachmentFlags(1L << 2);

	/** Is spoiler. */
	public static final AttachmentFlags IS_SPOILER = new AttachmentFlags(1L << 3);

	/** Is animated. */
	public static final AttachmentFlags IS_ANIMATED = new AttachmentFlags(1L << 5);

	/** The name of the constants, and what is not known in hexadecimal. */
	@Override
	public String toString() {
		return names().toString();
	}

}
