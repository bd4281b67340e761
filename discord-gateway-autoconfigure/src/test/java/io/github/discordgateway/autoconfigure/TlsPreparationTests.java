package io.github.discordgateway.autoconfigure;

import java.net.URI;
import java.util.Objects;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.transport.GatewayHttpResources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that TLS is set up at the start, where mistakes are told, and not at all for a
 * bot that encrypts nothing, as one that is tested with a simulator.
 */
class TlsPreparationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, DiscordGatewayAutoConfiguration.class,
				DiscordRestAutoConfiguration.class, DiscordInteractionAutoConfiguration.class))
		.withPropertyValues("discord.gateway.auto-startup=false");

	@ParameterizedTest
	@CsvSource({ "https://127.0.0.1:1/api,,", "http://127.0.0.1:1/api,wss://127.0.0.1:1,",
			"http://127.0.0.1:1/api,ws://127.0.0.1:1,trust=system", "http://127.0.0.1:1/api,,provider=jdk" })
	void isPreparedForWhatIsEncryptedOrWasConfigured(URI apiUrl, @Nullable URI url, @Nullable String property) {
		this.runner.withBean(DiscordGatewayConnectionDetails.class, () -> new Plain(apiUrl, url))
			.withPropertyValues("discord.gateway.ssl." + Objects.requireNonNullElse(property, "bundle="))
			.run((context) -> assertThat(isSecured(context)).isTrue());
	}

	@Test
	void takesNoTimeWhenNothingIsEncrypted() {
		this.runner
			.withBean(DiscordGatewayConnectionDetails.class,
					() -> new Plain(URI.create("http://127.0.0.1:1/api"), URI.create("ws://127.0.0.1:1")))
			.run((context) -> assertThat(isSecured(context)).isFalse());
	}

	private static boolean isSecured(AssertableApplicationContext context) {
		return context.getBean(GatewayHttpResources.class).httpClient().configuration().sslProvider() != null;
	}

	private record Plain(URI getApiUrl, @Nullable URI getUrl) implements DiscordGatewayConnectionDetails {

		@Override
		public GatewayToken getToken() {
			return GatewayToken.of("a.b.c");
		}

	}

}
