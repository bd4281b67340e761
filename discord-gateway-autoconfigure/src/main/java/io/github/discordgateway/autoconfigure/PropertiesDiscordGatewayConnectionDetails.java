package io.github.discordgateway.autoconfigure;

import java.net.URI;

import io.github.discordgateway.GatewayToken;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the properties. Whether there is a token is asked by whoever connects: without a
 * connection none is needed.
 */
final class PropertiesDiscordGatewayConnectionDetails implements DiscordGatewayConnectionDetails {

	private final DiscordGatewayProperties properties;

	PropertiesDiscordGatewayConnectionDetails(DiscordGatewayProperties properties) {
		this.properties = properties;
	}

	@Override
	public GatewayToken getToken() {
		String text = this.properties.token();
		if (text == null || text.isBlank()) {
			throw new InvalidTokenException("is not set");
		}
		try {
			return GatewayToken.of(text);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidTokenException("does not look like a token: " + ex.getMessage());
		}
	}

	@Override
	public URI getApiUrl() {
		return this.properties.apiUrl();
	}

	@Override
	public @Nullable URI getUrl() {
		return this.properties.url();
	}

}
