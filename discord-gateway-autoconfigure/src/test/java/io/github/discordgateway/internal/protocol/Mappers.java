package io.github.discordgateway.internal.protocol;

import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway's mappers by the parsers that they make.
 */
public final class Mappers {

	private Mappers() {
	}

	/** The usual one, and the one for a Jackson that the quick parser does not fit. */
	public static Stream<Named<JsonMapper>> ofEachParser() {
		return Stream.of(Named.of("quick", quick()), Named.of("plain", plain()));
	}

	public static JsonMapper quick() {
		return GatewayJsonMapper.builder(QuickFrameParserFactory::new).build();
	}

	public static JsonMapper plain() {
		return GatewayJsonMapper.builder(PlainFrameParserFactory::new).build();
	}

}
