package io.github.discordgateway.session;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed when a session was begun. A session goes on under the same terms only:
 * RESUME cannot change them.
 *
 * @param intents the value of all intents that IDENTIFY carried, as
 * {@link io.github.discordgateway.Intent#valueOf} makes it
 * @param apiVersion the version of the gateway
 * @param encoding how frames are written, such as {@code json}
 * @param compression how the server compressed, such as {@code zlib-stream}; it is kept
 * for whoever looks into a store, and may differ: each connection chooses its own
 */
public record SessionTerms(int intents, int apiVersion, String encoding, String compression) {

	/**
	 * Refuses terms that are not complete.
	 */
	public SessionTerms {
		Objects.requireNonNull(encoding, "encoding");
		Objects.requireNonNull(compression, "compression");
	}

	/**
	 * What keeps a session of these terms from going on under others.
	 * @return for example {@code the intents were 1 and are 513}; {@code null} when
	 * nothing does
	 */
	@Nullable String obstacle(SessionTerms others) {
		if (this.intents != others.intents) {
			return "the intents were " + this.intents + " and are " + others.intents;
		}
		if (this.apiVersion != others.apiVersion) {
			return "the version of the gateway was " + this.apiVersion + " and is " + others.apiVersion;
		}
		if (!this.encoding.equals(others.encoding)) {
			return "the encoding was " + this.encoding + " and is " + others.encoding;
		}
		return null;
	}

}
