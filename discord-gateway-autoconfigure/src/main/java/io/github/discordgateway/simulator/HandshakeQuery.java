package io.github.discordgateway.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.discordgateway.internal.compression.Compression;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The query of the gateway's URL: {@code v}, {@code encoding} and {@code compress}.
 */
final class HandshakeQuery {

	private HandshakeQuery() {
	}

	static Map<String, String> parse(String uri) {
		Map<String, String> query = new HashMap<>();
		new QueryStringDecoder(uri).parameters().forEach((name, values) -> query.put(name, values.get(0)));
		return query;
	}

	/**
	 * How the client wants to be sent what it receives.
	 * @return the compression; {@code null} when it is not known, or not available here
	 */
	static @Nullable Compression compression(String uri) {
		String compress = parse(uri).get("compress");
		for (Compression compression : Compression.values()) {
			if (Objects.equals(compress, compression.parameter())) {
				return compression.isAvailable() ? compression : null;
			}
		}
		return null;
	}

}
