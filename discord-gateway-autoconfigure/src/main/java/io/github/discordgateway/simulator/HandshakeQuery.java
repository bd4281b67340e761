package io.github.discordgateway.simulator;

import java.util.HashMap;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * The query of the gateway's URL: {@code v}, {@code encoding} and {@code compress}.
 */
final class HandshakeQuery {

	private static final String ZLIB_STREAM = "zlib-stream";

	private HandshakeQuery() {
	}

	static Map<String, String> parse(String uri) {
		Map<String, String> query = new HashMap<>();
		new QueryStringDecoder(uri).parameters().forEach((name, values) -> query.put(name, values.get(0)));
		return query;
	}

	static boolean isZlibStream(String requestUri) {
		return ZLIB_STREAM.equals(parse(requestUri).get("compress"));
	}

	/** The JDK has no zstd, so that a client that asks for it is refused. */
	static boolean isSupportedCompression(@Nullable String compress) {
		return compress == null || compress.equals(ZLIB_STREAM);
	}

}
