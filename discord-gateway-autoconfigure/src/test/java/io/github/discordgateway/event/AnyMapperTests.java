package io.github.discordgateway.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.discordgateway.event.Payloads.Sample;
import io.github.discordgateway.internal.codec.EventDecoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes and reads events with mappers that know nothing of Discord.
 */
class AnyMapperTests {

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

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	static Stream<Arguments> fixtures() {
		return MAPPERS.keySet()
			.stream()
			.flatMap((mapper) -> Payloads.fixtures().stream().map((sample) -> Arguments.of(mapper, sample)));
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	@DisplayName("C49 an event that any mapper writes is Discord's form, and reads back equal")
	void writesDiscordsFormAndReadsItBack(String name, Sample sample) throws Exception {
		JsonMapper mapper = mapper(name);
		GatewayEvent event = Payloads.decode(this.decoder, sample.type(), sample.body());
		String json = mapper.writeValueAsString(event);
		JsonNode sent = RoundTripTests.known(sample, sample.body());
		JsonNode written = Payloads.MAPPER.readTree(json);
		assertThat(RoundTripTests.withoutDefaults(RoundTripTests.known(sample, written), sent, false)).isEqualTo(sent);
		assertThat((Object) mapper.readValue(json, sample.type().eventClass())).isEqualTo(event);
		assertThat((Object) mapper.convertValue(event, sample.type().eventClass())).isEqualTo(event);
		assertThat((Object) mapper.treeToValue(mapper.valueToTree(event), sample.type().eventClass())).isEqualTo(event);
	}

	static List<String> mappers() {
		return List.copyOf(MAPPERS.keySet());
	}

	@ParameterizedTest
	@MethodSource("mappers")
	@DisplayName("C49 each example of other projects is written by any mapper as Discord does, and reads back equal")
	void writesExamplesAndReadsThemBack(String name) throws Exception {
		List<Sample> examples = Payloads.examples();
		Assumptions.assumeFalse(examples.isEmpty(), "No examples beside the checkout");
		for (Sample sample : examples) {
			GatewayEvent event = Payloads.decode(this.decoder, sample.type(), sample.body());
			String json = mapper(name).writeValueAsString(event);
			JsonNode sent = RoundTripTests.known(sample, sample.body());
			JsonNode written = Payloads.MAPPER.readTree(json);
			assertThat(RoundTripTests.withoutDefaults(RoundTripTests.known(sample, written), sent, true))
				.as(sample.file())
				.isEqualTo(sent);
			assertThat((Object) mapper(name).readValue(json, sample.type().eventClass())).as(sample.file())
				.isEqualTo(event);
		}
	}

	private static JsonMapper mapper(String name) {
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
