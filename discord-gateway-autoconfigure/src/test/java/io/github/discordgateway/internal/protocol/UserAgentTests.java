package io.github.discordgateway.internal.protocol;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UserAgent}.
 */
class UserAgentTests {

	@Test
	void hasTheFormThatDiscordsProxyAsksFor() {
		assertThat(UserAgent.value()).matches("DiscordBot \\(https://[\\w./-]+, [\\w.-]+\\)")
			.endsWith(", " + UserAgent.version() + ")");
	}

	@Test
	void namesNoVersionOutsideOfItsJar() {
		assertThat(UserAgent.version()).isEqualTo("development");
	}

}
