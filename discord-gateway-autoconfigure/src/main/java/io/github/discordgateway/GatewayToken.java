package io.github.discordgateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A bot's token, kept from being printed by accident.
 */
public final class GatewayToken {

	private static final String PREFIX = "Bot ";

	private final String value;

	private GatewayToken(String value) {
		this.value = value;
	}

	/**
	 * Takes a token as its owner copied it: blanks around it and a leading {@code Bot }
	 * are removed.
	 * @param text the token
	 * @return the token
	 * @throws IllegalArgumentException when nothing is left, when it is a placeholder
	 * that nothing has replaced, or when it holds blanks or control characters; the
	 * message does not repeat it
	 */
	public static GatewayToken of(String text) {
		String value = text.strip();
		if (value.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
			value = value.substring(PREFIX.length()).strip();
		}
		if (value.isEmpty()) {
			throw new IllegalArgumentException("The token is empty");
		}
		if (value.contains("${")) {
			throw new IllegalArgumentException(
					"The token is a placeholder without a value, such as an environment variable that is not set");
		}
		if (!value.chars().allMatch((character) -> character > ' ' && character < 127)) {
			throw new IllegalArgumentException("The token holds a blank or a character that no token has");
		}
		return new GatewayToken(value);
	}

	/**
	 * The token in clear, for IDENTIFY and RESUME.
	 * @return the token without a prefix
	 */
	public String reveal() {
		return this.value;
	}

	/**
	 * Whose token it is: its first part is the id of the bot.
	 * @return the id of the bot; {@code null} when the token has another form
	 */
	public @Nullable Snowflake botId() {
		int end = this.value.indexOf('.');
		if (end > 0) {
			try {
				return Snowflake.of(new String(Base64.getUrlDecoder().decode(this.value.substring(0, end)),
						StandardCharsets.US_ASCII));
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}
		return null;
	}

	/**
	 * The value of the header {@code Authorization}, in clear.
	 * @return the token with its prefix
	 */
	public String authorization() {
		return PREFIX + this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof GatewayToken that && this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/** Never the token. */
	@Override
	public String toString() {
		return "******";
	}

}
