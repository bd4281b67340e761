package io.github.discordgateway.session;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.discordgateway.GatewayToken;

/**
 * Tells whether a token is the one that a session was begun with, without keeping it:
 * HMAC-SHA256 of the token under a random key. Two hashes of one token differ, so that
 * stored sessions of different bots cannot be matched with each other.
 *
 * @param key the key, in hexadecimal digits
 * @param hash the keyed hash, in hexadecimal digits
 */
public record TokenHash(String key, String hash) {

	private static final String ALGORITHM = "HmacSHA256";

	/** As long as the hash, which RFC 2104 recommends. */
	private static final int KEY_BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * Refuses what is no hash.
	 * @throws IllegalArgumentException when the key or the hash is missing, or holds
	 * other characters than pairs of hexadecimal digits
	 */
	public TokenHash {
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(hash, "hash");
		if (HexFormat.of().parseHex(key).length == 0 || HexFormat.of().parseHex(hash).length == 0) {
			throw new IllegalArgumentException("The key and the hash of a token must not be empty");
		}
	}

	/**
	 * Hashes a token under a new random key.
	 * @param token the token
	 * @return its hash
	 */
	public static TokenHash of(GatewayToken token) {
		byte[] key = new byte[KEY_BYTES];
		RANDOM.nextBytes(key);
		return new TokenHash(HexFormat.of().formatHex(key), HexFormat.of().formatHex(hash(key, token)));
	}

	/**
	 * Tells whether this is the hash of a token.
	 * @param token the token
	 * @return whether it is
	 */
	public boolean matches(GatewayToken token) {
		return MessageDigest.isEqual(HexFormat.of().parseHex(this.hash),
				hash(HexFormat.of().parseHex(this.key), token));
	}

	private static byte[] hash(byte[] key, GatewayToken token) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("Every JDK has " + ALGORITHM, ex);
		}
	}

	/** Nothing of it: it is of use only to somebody who guesses tokens. */
	@Override
	public String toString() {
		return "******";
	}

}
