package io.github.discordgateway.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.protocol.Frame;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The events that two sets of shards receive both, told apart by what they say: Discord
 * gives the same event another sequence in each session. Used by many event loops.
 */
final class Overlap {

	private final Map<Fingerprint, Integer> noted = new ConcurrentHashMap<>();

	/** The listeners get this event. */
	void note(Frame frame) {
		Fingerprint print = Fingerprint.of(frame);
		if (print != null) {
			this.noted.merge(print, 1, Integer::sum);
		}
	}

	/**
	 * Takes one note of an event back.
	 * @return whether there was one
	 */
	boolean remove(Frame frame) {
		Fingerprint print = Fingerprint.of(frame);
		boolean[] found = { false };
		if (print != null) {
			this.noted.computeIfPresent(print, (key, count) -> {
				found[0] = true;
				return (count > 1) ? count - 1 : null;
			});
		}
		return found[0];
	}

	/**
	 * The first 16 bytes of a hash of name and body: enough that no two events are alike
	 * by accident.
	 */
	private record Fingerprint(long high, long low) {

		static @Nullable Fingerprint of(Frame frame) {
			try {
				MessageDigest digest = MessageDigest.getInstance("SHA-256");
				digest.update(String.valueOf(frame.name()).getBytes(StandardCharsets.UTF_8));
				ByteBuffer hash = ByteBuffer.wrap(digest.digest(frame.bodyBytes()));
				return new Fingerprint(hash.getLong(), hash.getLong());
			}
			catch (JacksonException ex) {
				// A broken body is like no other; whoever decodes it reports it.
				return null;
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("Every JDK has SHA-256", ex);
			}
		}

	}

}
