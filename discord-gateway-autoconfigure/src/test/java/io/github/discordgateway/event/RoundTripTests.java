package io.github.discordgateway.event;

import java.util.List;
import java.util.Objects;

import io.github.discordgateway.event.Payloads.Sample;
import io.github.discordgateway.internal.codec.EventDecoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads events and writes them back.
 */
class RoundTripTests {

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	static List<Sample> fixtures() {
		return Payloads.fixtures();
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	@DisplayName("C49 a complete body is written back as it was read")
	void writesAFixtureBack(Sample sample) throws Exception {
		GatewayEvent event = Payloads.decode(this.decoder, sample.type(), sample.body());
		assertThat(event).isInstanceOf(sample.type().eventClass());
		assertThat(Payloads.decode(this.decoder, sample.type(), Payloads.written(event))).isEqualTo(event);
		JsonNode sent = known(sample, sample.body());
		assertThat(withoutDefaults(known(sample, Payloads.written(event)), sent, false)).isEqualTo(sent);
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	@DisplayName("C49 the body of a fixture has every field of the catalogue at its top")
	void fixturesAreComplete(EventType type) {
		assertThat(Payloads.fixture(type).propertyNames()).containsAll(Catalog.fields(Catalog.payload(type)).keySet());
	}

	@Test
	@DisplayName("C49 each example of other projects is written back as it was read, for every known field")
	void writesExamplesBack() throws Exception {
		List<Sample> examples = Payloads.examples();
		Assumptions.assumeFalse(examples.isEmpty(), "No examples beside the checkout");
		for (Sample sample : examples) {
			GatewayEvent event = Payloads.decode(this.decoder, sample.type(), sample.body());
			JsonNode sent = known(sample, sample.body());
			assertThat(withoutDefaults(known(sample, Payloads.written(event)), sent, true)).as(sample.file())
				.isEqualTo(sent);
		}
	}

	/**
	 * A boolean that was left out is false, and written so. Older examples lack numbers
	 * too that are always there today: these are then 0.
	 */
	static JsonNode withoutDefaults(JsonNode written, @Nullable JsonNode sent, boolean numbers) {
		if (written instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode value = object.get(name);
				JsonNode sentValue = (sent != null) ? sent.get(name) : null;
				boolean isDefault = (numbers && value.isNumber() && value.doubleValue() == 0)
						|| (value.isBoolean() && !value.booleanValue());
				boolean defaultsOnly = !isDefault && !value.isEmpty()
						&& withoutDefaults(value, sentValue, numbers).isEmpty();
				if ((isDefault || defaultsOnly) && sentValue == null) {
					object.remove(name);
				}
			}
		}
		for (int i = 0; written.isArray() && i < written.size(); i++) {
			withoutDefaults(written.get(i), (sent != null) ? sent.get(i) : null, numbers);
		}
		return written;
	}

	static JsonNode known(Sample sample, JsonNode body) {
		JsonNode known = Catalog.known("object:" + Catalog.payload(sample.type()), body, null);
		return Objects.requireNonNullElse(known, Payloads.MAPPER.createObjectNode());
	}

}
