package io.github.discordgateway.autoconfigure;

import java.net.URI;

import io.github.discordgateway.GatewayToken;
import org.jspecify.annotations.Nullable;

/**
 * Adapts the properties.
 */
final class PropertiesDiscordGatewayConnectionDetails implements DiscordGatewayConnectionDetails {

	private final DiscordGatewayProperties properties;

	private final GatewayToken token;

	PropertiesDiscordGatewayConnectionDetails(DiscordGatewayProperties properties) {
		this.properties = properties;
		String text = properties.token();
		if (text == null || text.isBlank()) {
			throw new InvalidTokenException("is not set");
		}
		try {
			this.token = GatewayToken.of(text);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidTokenException("does not look like a token: " + ex.getMessage());
		}
	}

	@Override
	public GatewayToken getToken() {
		return this.token;
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
