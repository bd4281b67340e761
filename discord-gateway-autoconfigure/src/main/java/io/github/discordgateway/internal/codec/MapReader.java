package io.github.discordgateway.internal.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.discordgateway.internal.protocol.FrameParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads maps, which keep their order and are free of nulls.
 */
final class MapReader extends ValueReader {

	private final Function<String, @Nullable Object> keys;

	private final ValueReader values;

	/**
	 * Makes a reader.
	 * @param keys reads a key; {@code null} for one that is none
	 * @param values reads the values
	 */
	MapReader(Function<String, @Nullable Object> keys, ValueReader values) {
		this.keys = keys;
		this.values = values;
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return context.skip(parser);
		}
		Map<Object, Object> map = new LinkedHashMap<>();
		String name;
		while ((name = parser.nextName()) != null) {
			parser.nextToken();
			Object key = this.keys.apply(name);
			Object value = (key != null) ? this.values.read(parser, context) : context.skip(parser);
			if (key != null && value != null) {
				map.put(key, value);
			}
		}
		return map;
	}

}
