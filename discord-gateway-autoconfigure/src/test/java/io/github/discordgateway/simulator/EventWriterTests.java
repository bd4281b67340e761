package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventWriter}: a typed event becomes the JSON that Discord would send,
 * as the catalogue of the protocol describes it.
 */
class EventWriterTests {

	private static final Catalog CATALOG = Catalog.load();

	private final EventDecoder decoder = new EventDecoder(TestClient.MAPPER);

	@ParameterizedTest
	@EnumSource(EventType.class)
	void aCompleteEventIsWrittenAsDocumented(EventType type) throws Exception {
		GatewayEvent event = decode(type, Catalog.fixture(type.name()));
		String json = EventWriter.write(event);
		assertThat(EventWriter.name(event)).isEqualTo(type.name());
		assertThat(complaints(type, TestClient.MAPPER.readTree(json))).isEmpty();
		assertThat(decode(type, TestClient.MAPPER.readTree(json))).isEqualTo(event);
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	void whatIsNullIsLeftOutWhereDiscordMayLeaveItOutAndNullWhereItMayNot(EventType type) throws Exception {
		ObjectNode minimal = CATALOG.minimal(type.name(), Catalog.fixture(type.name()));
		assertThat(complaints(type, minimal)).as("the test's own body").isEmpty();
		GatewayEvent event = decode(type, minimal);
		JsonNode written = TestClient.MAPPER.readTree(EventWriter.write(event));
		assertThat(complaints(type, written)).isEmpty();
		assertThat(decode(type, written)).isEqualTo(event);
	}

	@Test
	void idsAreTextAndTimestampsHaveMicroseconds() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE, Catalog.fixture("MESSAGE_CREATE"));
		JsonNode written = TestClient.MAPPER.readTree(EventWriter.write(event));
		assertThat(written.path("id").stringValue()).isEqualTo(event.message().id().toString());
		assertThat(written.path("timestamp").stringValue()).endsWith("+00:00").hasSize(32);
	}

	private static List<String> complaints(EventType type, JsonNode body) {
		return CATALOG.complaints(type.name(), body);
	}

	private GatewayEvent decode(EventType type, JsonNode body) throws Exception {
		return this.decoder.decode(new RawEvent(type.name(), body.toString().getBytes(StandardCharsets.UTF_8)));
	}

}
