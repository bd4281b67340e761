package io.github.discordgateway.internal.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.github.discordgateway.internal.protocol.Frame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Half of the SHA-256 hash of an event's name and body: enough that no two events are
 * alike by accident. The sequence is left out, since each session has its own.
 *
 * @param high the first 8 bytes
 * @param low the next 8 bytes
 */
record EventFingerprint(long high, long low) {

	/**
	 * Computes the fingerprint of an event.
	 * @return {@code null} for a broken body, which is like no other
	 */
	static @Nullable EventFingerprint of(Frame frame) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(String.valueOf(frame.name()).getBytes(StandardCharsets.UTF_8));
			ByteBuffer hash = ByteBuffer.wrap(digest.digest(frame.bodyBytes()));
			return new EventFingerprint(hash.getLong(), hash.getLong());
		}
		catch (JacksonException ex) {
			return null;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
