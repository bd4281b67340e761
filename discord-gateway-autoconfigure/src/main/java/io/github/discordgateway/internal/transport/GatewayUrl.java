package io.github.discordgateway.internal.transport;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import io.github.discordgateway.internal.compression.Compression;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Builds the URL of a connection: {@code /?v=10&encoding=json}, plus the compression.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway#connecting">Connecting</a>
 */
public final class GatewayUrl {

	/** The version of the gateway that is spoken. */
	public static final int API_VERSION = 10;

	/** How frames are written. */
	public static final String ENCODING = "json";

	private static final Set<String> SCHEMES = Set.of("ws", "wss");

	private final URI main;

	private final Compression compression;

	private final ResumeHost resumeHost;

	/**
	 * Takes the gateway's address.
	 * @param gateway what {@code GET /gateway/bot} or the configuration named, with or
	 * without a trailing slash and a query
	 * @param compression how the server shall compress
	 * @throws IllegalArgumentException when the address is not a {@code ws://} or
	 * {@code wss://} URL
	 */
	public GatewayUrl(URI gateway, Compression compression) {
		this(gateway, compression, ResumeHost.ANY);
	}

	/**
	 * Takes the gateway's address, and where sessions may be resumed.
	 * @param gateway as above
	 * @param compression how the server shall compress
	 * @param resumeHost which hosts READY may name
	 * @throws IllegalArgumentException when the address is not a {@code ws://} or
	 * {@code wss://} URL
	 */
	public GatewayUrl(URI gateway, Compression compression, ResumeHost resumeHost) {
		if (!isWebSocket(gateway)) {
			throw new IllegalArgumentException("'" + gateway + "' is not a ws:// or wss:// URL");
		}
		this.main = gateway;
		this.compression = compression;
		this.resumeHost = resumeHost;
	}

	private static boolean isWebSocket(URI uri) {
		return uri.getScheme() != null && uri.getHost() != null
				&& SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
	}

	/**
	 * Where new sessions connect.
	 * @return the complete URL
	 */
	public URI main() {
		return withQuery(this.main);
	}

	/**
	 * Where a session resumes. The address that READY named is used when it is a
	 * WebSocket URL of a scheme that is no weaker than the configured one, so that no
	 * server can make the token travel in clear, and its host is an allowed one.
	 * @param resumeUrl what READY named, if anything
	 * @return the complete URL
	 */
	public URI resume(@Nullable String resumeUrl) {
		if (resumeUrl == null) {
			return main();
		}
		try {
			URI uri = URI.create(resumeUrl.strip());
			if (isWebSocket(uri) && (isSecure(uri) || !isSecure(this.main)) && this.resumeHost.allows(this.main, uri)) {
				return withQuery(UriComponentsBuilder.fromUri(uri).replacePath("/").build(true).toUri());
			}
		}
		catch (IllegalArgumentException ex) {
			// Not a URL at all: treated like one that must not be used.
		}
		return main();
	}

	private static boolean isSecure(URI uri) {
		return "wss".equalsIgnoreCase(uri.getScheme());
	}

	private URI withQuery(URI base) {
		String path = base.getRawPath();
		UriComponentsBuilder builder = UriComponentsBuilder.fromUri(base)
			.replacePath((path == null || path.isEmpty() || path.startsWith("//")) ? "/" : path)
			.replaceQuery(null)
			.fragment(null)
			.queryParam("v", API_VERSION)
			.queryParam("encoding", ENCODING);
		String compress = this.compression.parameter();
		if (compress != null) {
			builder.queryParam("compress", compress);
		}
		return builder.build(true).toUri();
	}

}
