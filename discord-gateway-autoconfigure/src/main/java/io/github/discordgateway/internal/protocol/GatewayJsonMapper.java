package io.github.discordgateway.internal.protocol;

import java.util.function.Function;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
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
 *
 * <p>
 * What is nested more than 200 levels deep, or holds a string of more than 16 Mi
 * characters, a number of more than 1000 digits, or a name of more than about 4096 bytes,
 * is refused: as a malformed frame when it is part of the header, as an undecodable event
 * when it is part of the body. The size of a whole frame is bounded by
 * {@code discord.gateway.max-payload-size}.
 */
public final class GatewayJsonMapper {

	/** Deep enough for nested components and commands, shallow enough for any stack. */
	static final int MAX_NESTING_DEPTH = 200;

	/** A longer string than any limit of Discord's, with room for base64 images. */
	static final int MAX_STRING_LENGTH = 16 * 1024 * 1024;

	/**
	 * Numbers of Discord's have 20 digits at most, those of users' programs in presences
	 * any number: only one that is costly to read may cost the event.
	 */
	static final int MAX_NUMBER_LENGTH = 1000;

	/**
	 * Names of Discord's have less than 50 bytes, and those that users choose less than
	 * 1000. Longer ones would fill the table of names that all frames share.
	 */
	static final int MAX_NAME_LENGTH = 4096;

	private static final Function<JsonFactoryBuilder, JsonFactory> PARSERS = FrameParserSelfTest.passes()
			? QuickFrameParserFactory::new : PlainFrameParserFactory::new;

	private GatewayJsonMapper() {
	}

	/**
	 * Starts to read a part of a frame that was kept.
	 * @param mapper one that was made by {@link #builder()}
	 * @param json the JSON in UTF-8
	 * @return a parser, to be closed
	 * @throws IllegalArgumentException when the mapper is another one
	 */
	public static FrameParser createParser(JsonMapper mapper, byte[] json) {
		return parsers(mapper).createFrameParser(json);
	}

	/**
	 * What makes the parsers of a mapper.
	 * @param mapper one that was made by {@link #builder()}
	 * @return the factory
	 * @throws IllegalArgumentException when the mapper is another one
	 */
	static FrameParserFactory parsers(JsonMapper mapper) {
		if (mapper.tokenStreamFactory() instanceof FrameParserFactory factory) {
			return factory;
		}
		throw new IllegalArgumentException(
				"The gateway's JSON cannot be read with any mapper: build it with GatewayJsonMapper.builder()");
	}

	/**
	 * Starts a mapper with the rules of the protocol: unknown, absent and null fields
	 * never fail, and names are written in snake case.
	 * @return a builder that may be changed further
	 */
	public static JsonMapper.Builder builder() {
		return builder(PARSERS);
	}

	static JsonMapper.Builder builder(Function<JsonFactoryBuilder, JsonFactory> parsers) {
		JsonFactory factory = parsers.apply(JsonFactory.builder()
			// Frames are read on a few event loops: a pool that they share only costs.
			.recyclerPool(JsonRecyclerPools.threadLocalPool())
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_NESTING_DEPTH)
				.maxStringLength(MAX_STRING_LENGTH)
				.maxNumberLength(MAX_NUMBER_LENGTH)
				.maxNameLength(MAX_NAME_LENGTH)
				// A frame is bounded before it is parsed: by max-payload-size, where it
				// is inflated.
				.maxDocumentLength(-1)
				.build()));
		return JsonMapper.builder(factory)
			.annotationIntrospector(new GatewayAnnotations())
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
