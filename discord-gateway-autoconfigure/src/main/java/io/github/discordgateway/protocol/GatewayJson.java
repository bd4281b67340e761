package io.github.discordgateway.protocol;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read and written on the gateway. The application's own mapper is neither
 * used nor changed: its naming strategies and features would break the protocol.
 */
public final class GatewayJson {

	/** Deep enough for nested components and commands, shallow enough for any stack. */
	private static final int MAX_NESTING_DEPTH = 200;

	/** A longer string than any limit of Discord's, with room for base64 images. */
	private static final int MAX_STRING_LENGTH = 16 * 1024 * 1024;

	private GatewayJson() {
	}

	/**
	 * Starts a mapper with the rules of the protocol: unknown, absent and null fields
	 * never fail, and names are written in snake case.
	 * @return a builder that may be changed further
	 */
	public static JsonMapper.Builder mapperBuilder() {
		JsonFactory factory = new FrameParserFactory(JsonFactory.builder()
			// Frames are read on a few event loops: a pool that they share only costs.
			.recyclerPool(JsonRecyclerPools.threadLocalPool())
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_NESTING_DEPTH)
				.maxStringLength(MAX_STRING_LENGTH)
				.build()));
		return JsonMapper.builder(factory)
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
			.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
			.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
	}

}
