package io.github.discordgateway.internal.kafka;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells sessions apart without naming them: with its id, and the token, a session can be
 * resumed.
 */
final class SessionFingerprint {

	private static final int BYTES = 8;

	private SessionFingerprint() {
	}

	/** The first 16 hexadecimal digits of the SHA-256 of the id. */
	static String of(String sessionId) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
