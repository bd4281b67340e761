package io.github.discordgateway.event;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.guild.RoleTags;
import io.github.discordgateway.protocol.Frame;
import io.github.discordgateway.protocol.Snowflake;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EventDecoder}.
 */
class EventDecoderTests {

	private static final String[] WRONG_VALUES = { "{}", "{\"a\":[1]}", "[]", "[{\"a\":1},[2]]", "\"\"", "\"words\"",
			"true", "1.5", "-1", "12345678901234567890123", "1e40", "null" };

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	static Stream<EventType> typedEvents() {
		return Payloads.typedEvents();
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void writesBackEveryKnownField(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		GatewayEvent event = decode(type, body.toString());
		assertThat(event).isInstanceOf(type.eventClass());
		JsonNode written = written(event);
		assertThat(written).isNotEmpty();
		assertThat(withoutNothing(written)).isEqualTo(withoutNothing(body));
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void ignoresUnknownFieldsAtEachLevel(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		JsonNode changed = body.deepCopy();
		for (ObjectNode object : objects(changed)) {
			object.putObject("field_of_tomorrow").put("id", 1).putArray("d");
		}
		JsonNode written = written(decode(type, changed.toString()));
		// What is kept as a tree keeps its unknown fields, too.
		objects(written).forEach((object) -> object.remove("field_of_tomorrow"));
		assertThat(written).isEqualTo(written(decode(type, body.toString())));
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void toleratesEachFieldToBeAbsent(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		int objects = objects(body).size();
		for (int i = 0; i < objects; i++) {
			for (String name : List.copyOf(objects(body).get(i).propertyNames())) {
				JsonNode changed = body.deepCopy();
				objects(changed).get(i).remove(name);
				assertThat(decode(type, changed.toString())).as("without %s", name).isNotNull();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void losesOnlyTheFieldWhoseValueHasAWrongType(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		for (String name : List.copyOf(body.propertyNames())) {
			for (String wrong : WRONG_VALUES) {
				ObjectNode changed = ((ObjectNode) body).deepCopy();
				changed.set(name, Payloads.MAPPER.readTree(wrong));
				ObjectNode written = (ObjectNode) written(decode(type, changed.toString()));
				ObjectNode expected = ((ObjectNode) body).deepCopy();
				written.remove(name);
				expected.remove(name);
				assertThat(withoutNothing(written)).as("%s: %s", name, wrong).isEqualTo(withoutNothing(expected));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void survivesAWrongTypeAtEachPlace(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		int objects = objects(body).size();
		for (int i = 0; i < objects; i++) {
			for (String name : List.copyOf(objects(body).get(i).propertyNames())) {
				String wrong = WRONG_VALUES[(i + name.length()) % WRONG_VALUES.length];
				JsonNode changed = body.deepCopy();
				objects(changed).get(i).set(name, Payloads.MAPPER.readTree(wrong));
				assertThat(decode(type, changed.toString())).as("%s: %s", name, wrong).isNotNull();
			}
		}
	}

	@Test
	void keepsUnknownValuesOfConstantsAndFlags() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE,
				"{\"type\":4711,\"channel_type\":99,\"flags\":1152921504606846980,\"embeds\":[{\"type\":\"hologram\"}],"
						+ "\"member\":{\"permissions\":\"18446744073709551615\"}}");
		assertThat(event.message().type().value()).isEqualTo(4711);
		assertThat(event.message().channelType()).isEqualTo(new ChannelType(99)).hasToString("99");
		assertThat(event.message().flags()).hasToString("[SUPPRESS_EMBEDS, 0x1000000000000000]");
		assertThat(event.message().embeds().get(0).type()).hasToString("hologram");
		Permissions permissions = Objects
			.requireNonNull(Objects.requireNonNull(event.message().member()).permissions());
		assertThat(permissions.contains(Permissions.ADMINISTRATOR)).isTrue();
		assertThat(Payloads.MAPPER.writeValueAsString(permissions)).isEqualTo("\"18446744073709551615\"");
	}

	@Test
	void keepsTimestampsToTheMicrosecond() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE,
				"{\"timestamp\":\"2026-02-03T04:05:06.123456+00:00\",\"edited_timestamp\":\"2026-02-03T06:05:06+02:00\"}");
		assertThat(event.message().timestamp()).isEqualTo(Instant.parse("2026-02-03T04:05:06.123456Z"));
		assertThat(event.message().editedTimestamp()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
	}

	@Test
	void makesAbsentListsEmptyAndAllOfThemUnmodifiable() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE,
				"{\"id\":\"1\",\"reactions\":null,\"mention_roles\":[\"5\",null,{},\"6\"]}");
		assertThat(event.message().mentions()).isEmpty();
		assertThat(event.message().reactions()).isEmpty();
		assertThat(event.message().mentionRoles()).containsExactly(Snowflake.of(5), Snowflake.of(6)).isUnmodifiable();
	}

	@Test
	void readsTheTagsOfARoleFromThePresenceOfTheirKeys() throws Exception {
		GuildCreate event = (GuildCreate) decode(EventType.GUILD_CREATE,
				"{\"id\":\"1\",\"roles\":[{\"tags\":{\"premium_subscriber\":null}}]}");
		RoleTags tags = Objects.requireNonNull(event.guild().roles().get(0).tags());
		assertThat(tags.premiumSubscriber()).isTrue();
		assertThat(tags.guildConnections()).isFalse();
	}

	@Test
	void decodesAGuildInAnOutage() throws Exception {
		GuildCreate event = (GuildCreate) decode(EventType.GUILD_CREATE, "{\"id\":\"7\",\"unavailable\":true}");
		assertThat(event.guildId()).isEqualTo(Snowflake.of(7));
		assertThat(event.guild().unavailable()).isTrue();
		assertThat(event.guild().members()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void tellsGuildAndChannelAsTheBodyDoes(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		GatewayEvent event = decode(type, body.toString());
		String path = type.guildIdPath();
		assertThat(event.guildId()).isEqualTo((path != null) ? Snowflake.of(body.get(path).asString()) : null);
		assertThat(event.channelId())
			.isEqualTo(body.has("channel_id") ? Snowflake.of(body.get("channel_id").asString()) : null);
	}

	@ParameterizedTest
	@MethodSource("typedEvents")
	void decodesABodyThatComesBeforeTheHeader(EventType type) throws Exception {
		String body = Payloads.fixture(type).toString();
		try (Frame frame = Payloads.read("{\"d\":" + body + ",\"op\":0,\"s\":1,\"t\":\"" + type + "\"}")) {
			assertThat(this.decoder.decode(type, frame)).isEqualTo(decode(type, body));
		}
	}

	@ParameterizedTest
	@DisplayName("C46 a body that is broken or no object is reported with its payload, never with a token")
	@ValueSource(strings = { "null", "[]", "3", "\"text\"", "true",
			"{\"token\":\"s3cret\",\"data\":{\"name\":\"roll\",\"options\":[{]}}",
			"{\"token\":\"s3cret\",\"user\":{\"id\":unquoted}}", "{\"user\":{\"name\":\"a\",\"token\":\"s3cret" })
	void reportsABrokenBody(String body) {
		for (EventType type : Payloads.typedEvents().toList()) {
			assertThatExceptionOfType(EventDecodeException.class).isThrownBy(() -> decode(type, body))
				.withMessageContaining(type.name())
				.withMessageContaining("Payload: {")
				.withMessageNotContaining("s3cret")
				.withNoCause();
		}
	}

	@Test
	@DisplayName("C46 what the parser complains of is told without quoting the payload")
	void quotesThePayloadOnlyInTheExcerpt() {
		assertThatExceptionOfType(EventDecodeException.class)
			.isThrownBy(() -> decode(EventType.MESSAGE_CREATE, "{\"id\":wrong}"))
			.withMessageMatching("((?!wrong).)*Payload: .*");
	}

	@Test
	@DisplayName("C46 the report of a broken body names the place")
	void namesThePlaceOfAFailure() {
		assertThatExceptionOfType(EventDecodeException.class)
			.isThrownBy(() -> decode(EventType.MESSAGE_CREATE, "{\"embeds\":[{\"footer\":{\"text\":tru}}]}"))
			.withMessageContaining("$.embeds[0].footer");
	}

	@Test
	@DisplayName("C46 a body nested without end is reported")
	void reportsEndlessNesting() {
		String body = "{\"referenced_message\":".repeat(5_000) + "null" + "}".repeat(5_000);
		assertThatExceptionOfType(EventDecodeException.class).isThrownBy(() -> decode(EventType.MESSAGE_CREATE, body));
	}

	@Test
	void refusesAnEventWithoutRecord() throws Exception {
		try (Frame frame = Payloads.frame("SUBSCRIPTION_CREATE", "{}")) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.decoder.decode(EventType.SUBSCRIPTION_CREATE, frame))
				.withMessageContaining("RawEvent");
		}
	}

	@Test
	void countsMistypedValuesByTheirPlace() throws Exception {
		for (int i = 0; i < 3; i++) {
			decode(EventType.MESSAGE_CREATE, "{\"content\":{},\"embeds\":[{\"title\":[]},{\"title\":{}}]}");
		}
		assertThat(this.decoder.mistypedValues()).hasSize(2)
			.containsEntry("MESSAGE_CREATE.content", 3L)
			.containsEntry("MESSAGE_CREATE.embeds[].title", 6L)
			.isUnmodifiable();
	}

	@Test
	void keepsTheInteractionTokenOutOfItsText() throws Exception {
		GatewayEvent event = decode(EventType.INTERACTION_CREATE, "{\"id\":\"1\",\"token\":\"s3cret\"}");
		assertThat(((InteractionCreate) event).interaction().token()).isEqualTo("s3cret");
		assertThat(event.toString()).doesNotContain("s3cret");
	}

	private GatewayEvent decode(EventType type, String body) throws Exception {
		try (Frame frame = Payloads.frame(type.name(), body)) {
			return this.decoder.decode(type, frame);
		}
	}

	private static JsonNode written(GatewayEvent event) {
		return Payloads.MAPPER.readTree(Payloads.MAPPER.writeValueAsString(event));
	}

	private static List<ObjectNode> objects(JsonNode node) {
		List<ObjectNode> objects = new ArrayList<>();
		if (node instanceof ObjectNode object) {
			objects.add(object);
		}
		node.forEach((child) -> objects.addAll(objects(child)));
		return objects;
	}

	/**
	 * Drops null fields and empty lists and maps, and brings time stamps into one form.
	 */
	private static JsonNode withoutNothing(JsonNode node) {
		if (node instanceof ObjectNode object) {
			ObjectNode copy = Payloads.MAPPER.createObjectNode();
			object.properties().forEach((field) -> {
				JsonNode value = withoutNothing(field.getValue());
				boolean key = field.getKey().equals("premium_subscriber")
						|| field.getKey().equals("available_for_purchase")
						|| field.getKey().equals("guild_connections");
				if (key || (!value.isNull() && !(value.isContainer() && value.isEmpty()))) {
					copy.set(field.getKey(), value);
				}
			});
			return copy;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode copy = Payloads.MAPPER.createArrayNode();
			array.forEach((element) -> copy.add(withoutNothing(element)));
			return copy;
		}
		if (node.isString() && node.stringValue().matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
			return StringNode.valueOf(OffsetDateTime.parse(node.stringValue()).toInstant().toString());
		}
		return node;
	}

}
