package io.github.discordgateway.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read and written over HTTP. Discord's objects have their own form with any
 * mapper; the rules here are for types of the application.
 */
public final class RestJson {

	/** As on the gateway. */
	private static final int MAX_NESTING_DEPTH = 200;

	private RestJson() {
	}

	/**
	 * Makes a mapper: names in snake case, unknown fields are passed over, and what is
	 * null is left out.
	 * @return a mapper
	 */
	public static JsonMapper mapper() {
		return JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING_DEPTH).build())
				.build())
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.build();
	}

}
