package io.github.discordgateway.internal.codec;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the gateway never receives by the mapper's own data binding. It insists on
 * what the constructors of its types demand.
 */
final class MapperReader extends ValueReader {

	private final JsonMapper mapper;

	private final JavaType type;

	MapperReader(JsonMapper mapper, Class<?> type) {
		this.mapper = mapper;
		this.type = mapper.constructType(type);
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		return this.mapper.readValue(parser.json(), this.type);
	}

}
