package io.github.discordgateway.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * A file that is replaced in one step: whenever the process stops, the old or the new
 * content is there. Where the file system knows POSIX permissions it is open to its owner
 * only.
 *
 * @param path where the file is
 * @param maxBytes its size, above which it is not read
 */
record ReplacedFile(Path path, int maxBytes) {

	private static final String TEMPORARY = ".tmp";

	/**
	 * Reads the file.
	 * @return its content; {@code null} when there is no file
	 * @throws IOException when it cannot be read, or is too large
	 */
	byte @Nullable [] read() throws IOException {
		try (InputStream input = Files.newInputStream(this.path)) {
			byte[] content = input.readNBytes(this.maxBytes + 1);
			if (content.length > this.maxBytes) {
				throw new IOException(this.path.toAbsolutePath() + " has more than " + this.maxBytes + " bytes");
			}
			return content;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
	}

	/**
	 * Replaces the file.
	 * @param content its new content
	 * @param durable whether the new content must be there even when the machine stops
	 */
	void write(byte[] content, boolean durable) throws IOException {
		// The permissions of a temporary file are the owner's alone.
		Path written = Files.createTempFile(this.path.getParent(), null, TEMPORARY);
		try {
			try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
				ByteBuffer buffer = ByteBuffer.wrap(content);
				while (buffer.hasRemaining()) {
					channel.write(buffer);
				}
				if (durable) {
					// Before the move: a machine that stops may else leave an empty file.
					channel.force(true);
				}
			}
			Files.move(written, this.path, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

	void delete() throws IOException {
		Files.deleteIfExists(this.path);
	}

	/** Removes what processes left that died while they wrote. */
	static void removeUnfinished(Path directory) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + TEMPORARY)) {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
	}

}
