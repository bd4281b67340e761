package io.github.discordgateway.internal.protocol;

import io.github.discordgateway.GatewayToken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerText}.
 */
class ServerTextTests {

	private static final GatewayToken TOKEN = GatewayToken.of("short.token");

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\u0000", "\u001b", "\u007f", "\u0085", "\u009b", "\u200b", "\u200e", "\u202a",
			"\u202e", "\u2028", "\u2029", "\u2066", "\u2069", "\ufeff", "\ud83d", "\ude00" })
	@DisplayName("C70 characters that break or reorder a line are replaced")
	void controlCharactersAreReplaced(String character) {
		assertThat(ServerText.clean("a" + character + "b")).isEqualTo("a?b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Unknown error.", "gr\u00fc\u00dfe", "\u65e5\u672c", "\u05e9\u05dc\u05d5\u05dd",
			"\ud83d\ude00" })
	@DisplayName("C70 any other text stays as it is")
	void otherTextStays(String text) {
		assertThat(ServerText.clean(text, TOKEN)).isEqualTo(text);
	}

	@Test
	@DisplayName("C70 the token is removed, and whatever looks like one")
	void tokensAreRemoved() {
		assertThat(ServerText.clean("Bot short.token, short.token!", TOKEN)).isEqualTo("Bot ******, ******!");
		assertThat(ServerText.clean("for MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.f_-ghijklmnopqrstuvwxyz0123456789 only"))
			.isEqualTo("for ****** only");
	}

	@Test
	@DisplayName("C70 a long text is cut, not in the middle of a token or a character")
	void longTextIsCut() {
		assertThat(ServerText.clean("x".repeat(512))).hasSize(512);
		assertThat(ServerText.clean("x".repeat(10_000))).isEqualTo("x".repeat(512) + "...");
		assertThat(ServerText.clean("x".repeat(511) + "\ud83d\ude00")).isEqualTo("x".repeat(511) + "?...");
		assertThat(ServerText.clean("x".repeat(505) + " " + TOKEN.reveal(), TOKEN)).doesNotContain("short");
	}

}
