package io.github.discordgateway.event;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.Payloads.Sample;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.model.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes and reads events with mappers that know nothing of Discord.
 */
class AnyMapperTests {

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	static Stream<Arguments> fixtures() {
		return Mappers.names()
			.stream()
			.flatMap((mapper) -> Payloads.fixtures().stream().map((sample) -> Arguments.of(mapper, sample)));
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	@DisplayName("C49 an event that any mapper writes is Discord's form, and reads back equal")
	void writesDiscordsFormAndReadsItBack(String name, Sample sample) throws Exception {
		JsonMapper mapper = Mappers.get(name);
		GatewayEvent event = Payloads.decode(this.decoder, sample.type(), sample.body());
		String json = mapper.writeValueAsString(event);
		JsonNode sent = RoundTripTests.known(sample, sample.body());
		JsonNode written = Payloads.MAPPER.readTree(json);
		assertThat(RoundTripTests.withoutDefaults(RoundTripTests.known(sample, written), sent, false)).isEqualTo(sent);
		assertThat((Object) mapper.readValue(json, sample.type().eventClass())).isEqualTo(event);
		assertThat((Object) mapper.convertValue(event, sample.type().eventClass())).isEqualTo(event);
		assertThat((Object) mapper.treeToValue(mapper.valueToTree(event), sample.type().eventClass())).isEqualTo(event);
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	@DisplayName("C49 each object within an event is written for itself by any mapper, and reads back equal")
	void writesEachObjectForItself(String name, Sample sample) throws Exception {
		JsonMapper mapper = Mappers.get(name);
		List<Object> objects = new ArrayList<>();
		collect(Payloads.decode(this.decoder, sample.type(), sample.body()), objects);
		for (Object object : objects) {
			String json = mapper.writeValueAsString(object);
			if (mapper != Payloads.MAPPER) {
				// The gateway's own mapper writes nulls that Discord leaves out.
				assertThat(Payloads.MAPPER.readTree(json))
					.isEqualTo(Payloads.MAPPER.readTree(GatewayJson.write(object)));
			}
			assertThat((Object) mapper.readValue(json, object.getClass())).as(json).isEqualTo(object);
		}
	}

	private static void collect(@Nullable Object value, List<Object> objects) throws ReflectiveOperationException {
		if (value instanceof Collection<?> many) {
			for (Object one : many) {
				collect(one, objects);
			}
		}
		else if (value instanceof Map<?, ?> map) {
			collect(map.values(), objects);
		}
		else if (value instanceof Field<?> field) {
			collect(field.value(), objects);
		}
		else if (value instanceof Record && !(value instanceof Snowflake)) {
			objects.add(value);
			for (RecordComponent component : value.getClass().getRecordComponents()) {
				collect(component.getAccessor().invoke(value), objects);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.discordgateway.event.Mappers#names")
	@DisplayName("C49 each example of other projects is written by any mapper as Discord does, and reads back equal")
	void writesExamplesAndReadsThemBack(String name) throws Exception {
		List<Sample> examples = Payloads.examples();
		Assumptions.assumeFalse(examples.isEmpty(), "No examples beside the checkout");
		for (Sample sample : examples) {
			GatewayEvent event = Payloads.decode(this.decoder, sample.type(), sample.body());
			String json = Mappers.get(name).writeValueAsString(event);
			JsonNode sent = RoundTripTests.known(sample, sample.body());
			JsonNode written = Payloads.MAPPER.readTree(json);
			assertThat(RoundTripTests.withoutDefaults(RoundTripTests.known(sample, written), sent, true))
				.as(sample.file())
				.isEqualTo(sent);
			assertThat((Object) Mappers.get(name).readValue(json, sample.type().eventClass())).as(sample.file())
				.isEqualTo(event);
		}
	}

}
