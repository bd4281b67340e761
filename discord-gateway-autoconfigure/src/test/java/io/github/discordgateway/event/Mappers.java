package io.github.discordgateway.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Mappers as applications have them, none of which would write Discord's form, and the
 * gateway's own.
 */
final class Mappers {

	private static final Map<String, JsonMapper> MAPPERS = new LinkedHashMap<>();

	static {
		MAPPERS.put("plain", new JsonMapper());
		MAPPERS.put("gateway", Payloads.MAPPER);
		MAPPERS.put("camel case, strict, without nulls",
				JsonMapper.builder()
					.propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
					.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
							DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
							DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
							DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
					.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
					.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
					.build());
		MAPPERS.put("upper camel case, indented, with modules",
				JsonMapper.builder()
					.propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
					.enable(SerializationFeature.INDENT_OUTPUT)
					.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_EMPTY))
					.addModule(new SimpleModule().addSerializer(Instant.class, new EpochSeconds()))
					.build());
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.withPropertyValues("spring.jackson.property-naming-strategy=KEBAB_CASE",
					"spring.jackson.default-property-inclusion=always",
					"spring.jackson.deserialization.fail-on-unknown-properties=true")
			.run((context) -> MAPPERS.put("Spring Boot", context.getBean(JsonMapper.class)));
	}

	private Mappers() {
	}

	static List<String> names() {
		return List.copyOf(MAPPERS.keySet());
	}

	static JsonMapper get(String name) {
		return Objects.requireNonNull(MAPPERS.get(name));
	}

	/** A form of times that an application may like, and Discord does not. */
	private static final class EpochSeconds extends ValueSerializer<Instant> {

		@Override
		public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
			generator.writeNumber(value.getEpochSecond());
		}

	}

}
