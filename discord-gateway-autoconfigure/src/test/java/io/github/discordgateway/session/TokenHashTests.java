package io.github.discordgateway.session;

import io.github.discordgateway.GatewayToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TokenHash}.
 */
class TokenHashTests {

	private static final GatewayToken TOKEN = GatewayToken.of("the.secret.token");

	@Test
	void tellsTheTokenFromOthers() {
		TokenHash hash = TokenHash.of(TOKEN);
		assertThat(hash.matches(TOKEN)).isTrue();
		assertThat(hash.matches(GatewayToken.of("the.secret.tokem"))).isFalse();
	}

	@Test
	void eachHashHasAKeyOfItsOwn() {
		TokenHash first = TokenHash.of(TOKEN);
		TokenHash second = TokenHash.of(TOKEN);
		assertThat(first.key()).isNotEqualTo(second.key());
		assertThat(first.hash()).isNotEqualTo(second.hash());
	}

	@Test
	void showsNothing() {
		assertThat(TokenHash.of(TOKEN)).hasToString("******");
	}

	@Test
	void isNeverEmpty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash("", "00"));
		assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash("00", ""));
	}

}
