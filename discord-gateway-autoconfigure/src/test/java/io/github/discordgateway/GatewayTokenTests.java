package io.github.discordgateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token.
 */
class GatewayTokenTests {

	private static GatewayToken token(String first) {
		String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(first.getBytes(StandardCharsets.UTF_8));
		return GatewayToken.of(encoded + ".second.third");
	}

	@Test
	void tellsWhoseItIs() {
		assertThat(token("281474976710656001").botId()).isEqualTo(Snowflake.of(281_474_976_710_656_001L));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-token", ".b.c", "a.b.c", "%%.b.c" })
	void oneOfAnotherFormDoesNot(String text) {
		assertThat(GatewayToken.of(text).botId()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "twelve", "-1", "99999999999999999999999" })
	void onlyAnIdIsOne(String first) {
		assertThat(token(first).botId()).isNull();
	}

}
