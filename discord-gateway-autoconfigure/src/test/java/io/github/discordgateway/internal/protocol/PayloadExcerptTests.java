package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PayloadExcerpt}.
 */
class PayloadExcerptTests {

	@ParameterizedTest
	@DisplayName("C46 an excerpt holds no token, however it is written")
	@ValueSource(strings = { "{\"token\":\"s3cret\",\"a\":1}", "{\"token\" : \"a\\\"s3cret\"}", "{\"Token\":\"s3cret",
			"{\"ACCESS_TOKEN\":s3cret}", "{\"token\":12s3cret", "{token:s3cret}", "{'token':'s3cret'}",
			"{\"session_id\":\"s3cret\"}", "{\"session_id\":\"s3cret\\",
			"{\"content\":\"{\\\"token\\\":\\\"s3cret\\\"}\"}", "{\"token\":{\"value\":\"s3cret\"}}",
			"{\"token\":[\"s3cret\"]}", "{\"secrets\":{\"join\":\"s3cret\"}}",
			"{\"url\":\"https://discord.com/api/webhooks/42/s3cret\"}",
			"{\"url\":\"https:\\/\\/discord.com\\/api\\/webhooks\\/42\\/s3cret?wait=1\"}",
			"POST /interactions/42/s3cret/callback", "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.s3cretABCDEFGHIJKLMNOPQRSTUVWX" })
	void redacts(String payload) {
		assertThat(excerpt(payload)).doesNotContain("s3cret").contains("******");
	}

	@Test
	@DisplayName("C46 a token across the end of an excerpt is redacted")
	void redactsAtEachPlaceOfTheEnd() {
		for (int padding = 380; padding < 620; padding++) {
			String payload = "{\"a\":\"" + "x".repeat(padding) + "\",\"token\":\"" + "s3cret".repeat(100) + "\"}";
			assertThat(excerpt(payload)).doesNotContain("s3c").hasSizeLessThan(540);
		}
	}

	@Test
	void keepsTheRest() {
		String payload = "{\"author\":{\"id\":\"1\"},\"content\":\"a word\",\"webhook_id\":\"2\"}";
		assertThat(excerpt(payload)).isEqualTo(payload);
		assertThat(excerpt("{\"token\":\"s3cret\",\"id\":1}")).isEqualTo("{\"token\":\"******\",\"id\":1}");
	}

	@Test
	void isBoundedAndTellsTheSize() {
		assertThat(excerpt("a".repeat(512))).isEqualTo("a".repeat(512));
		assertThat(excerpt("a".repeat(513))).isEqualTo("a".repeat(512) + "... (513 bytes)");
	}

	@Test
	void staysOnOneLineInItsOrder() {
		assertThat(excerpt("a\r\nb\u001b[1m\u202ec\u2028d\u0085e")).isEqualTo("a??b?[1m?c?d?e");
	}

	private static String excerpt(String payload) {
		byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
		return PayloadExcerpt.of(bytes, 0, bytes.length);
	}

}
