package io.github.discordgateway.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.discordgateway.GatewayJson;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.component.UnknownComponent;
import io.github.discordgateway.model.guild.Member;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.InteractionData;
import io.github.discordgateway.model.interaction.OptionValue;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.message.MessageFlags;
import io.github.discordgateway.model.presence.PresenceStatus;
import io.github.discordgateway.model.user.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Discord's records within an application's own types, as a cache or a topic holds them.
 */
class RecordsInOwnTypesTests {

	private static final String MAPPERS = "io.github.discordgateway.event.Mappers#names";

	private static final MessageCreate EVENT = GatewayJson.read(MessageCreate.class,
			Payloads.fixture(EventType.MESSAGE_CREATE).toString());

	private static final Member MEMBER = GatewayJson.read(Member.class, """
			{"nick": null, "roles": ["18446744073709551615"], "joined_at": "2024-02-29T12:00:00.123456+00:00",
			"user": {"id": "1", "username": "ann"}}""");

	private static final MessageComponent UNKNOWN_COMPONENT = GatewayJson.read(MessageComponent.class,
			"{\"type\": 777, \"camelCase\": [1, 2.50, null, {\"a\": true}]}");

	record Cached(String cacheKey, MessageCreate lastEvent, List<Message> allMessages, Map<Snowflake, Member> byId,
			ChannelType channelType, Permissions permissions, MessageFlags flags, PresenceStatus status,
			Snowflake ownId, MessageComponent component, OptionValue option) {
	}

	@ParameterizedTest
	@MethodSource(MAPPERS)
	@DisplayName("C49 records stand in an application's own record, whose own names its mapper writes as it likes")
	void recordsStandInAnOwnRecord(String name) {
		JsonMapper mapper = Mappers.get(name);
		Cached cached = new Cached("key", EVENT, List.of(EVENT.message()), Map.of(Snowflake.of(1), MEMBER),
				ChannelType.GUILD_VOICE, new Permissions(-1), new MessageFlags(1L << 62), new PresenceStatus("asleep"),
				Snowflake.of(-1), UNKNOWN_COMPONENT, new OptionValue.IntegerValue(42));
		String json = mapper.writeValueAsString(cached);
		assertThat(mapper.readValue(json, Cached.class)).isEqualTo(cached);
		assertThat(mapper.convertValue(cached, Cached.class)).isEqualTo(cached);
		assertThat(mapper.treeToValue(mapper.valueToTree(cached), Cached.class)).isEqualTo(cached);
		JsonNode tree = mapper.readTree(json);
		assertThat(tree.findValue("channel_id").stringValue()).isEqualTo(EVENT.channelId().toString());
		assertThat(tree.findValue("camelCase").get(1).decimalValue()).isEqualByComparingTo("2.5");
	}

	@Test
	void theApplicationsNamesStayItsOwn() {
		JsonNode tree = Mappers.get("upper camel case, indented, with modules")
			.valueToTree(Map.of("x", new Entry(EVENT)));
		assertThat(tree.at("/x/AnyEvent/channel_id").isString()).isTrue();
	}

	record Entry(@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) GatewayEvent anyEvent) {
	}

	@ParameterizedTest
	@MethodSource(MAPPERS)
	@DisplayName("C49 records stand in lists and maps, and are converted")
	void recordsStandInListsAndMaps(String name) {
		JsonMapper mapper = Mappers.get(name);
		String json = mapper.writeValueAsString(List.of(EVENT, EVENT));
		assertThat(mapper.readValue(json, new TypeReference<List<MessageCreate>>() {
		})).containsExactly(EVENT, EVENT);
		Map<Snowflake, Member> members = new LinkedHashMap<>();
		members.put(Snowflake.of(-1), MEMBER);
		assertThat(mapper.readValue(mapper.writeValueAsString(members), new TypeReference<Map<Snowflake, Member>>() {
		})).isEqualTo(members);
		assertThat(mapper.convertValue(Map.of("id", 7, "global_name", "Ann"), User.class))
			.isEqualTo(GatewayJson.read(User.class, "{\"id\": \"7\", \"global_name\": \"Ann\"}"));
	}

	record AsProperty(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) GatewayEvent event) {
	}

	record AsNamedProperty(@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS, property = "of") GatewayCommand command) {
	}

	record AsObject(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS,
			include = JsonTypeInfo.As.WRAPPER_OBJECT) List<GatewayEvent> events) {
	}

	record AsArray(
			@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.WRAPPER_ARRAY) OptionValue value) {
	}

	record AsNeighbour(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
			property = "kind") InteractionData data) {
	}

	@ParameterizedTest
	@MethodSource(MAPPERS)
	@DisplayName("C49 a field of an application may hold several kinds, told as Jackson tells them")
	void aFieldMayHoldSeveralKinds(String name) {
		JsonMapper mapper = Mappers.get(name);
		InteractionData data = GatewayJson
			.read(InteractionCreate.class, Payloads.fixture(EventType.INTERACTION_CREATE).toString())
			.interaction()
			.data();
		assertThat(data).isNotNull();
		for (Object own : List.of(new AsProperty(EVENT), new AsProperty(new Resumed(List.of("trace"))),
				new AsNamedProperty(UpdateVoiceState.leave(Snowflake.of(1))), new AsObject(List.of(EVENT)),
				new AsArray(new OptionValue.StringValue("a")), new AsNeighbour(data))) {
			String json = mapper.writeValueAsString(own);
			assertThat((Object) mapper.readValue(json, own.getClass())).as(json).isEqualTo(own);
			assertThat((Object) mapper.convertValue(own, own.getClass())).as(json).isEqualTo(own);
		}
	}

	@Test
	void theTypeOfAFieldMayComeLast() {
		String json = "{\"event\": {\"id\": \"1\", \"content\": \"!ping\", \"@class\": \""
				+ MessageCreate.class.getName() + "\"}}";
		assertThat(new JsonMapper().readValue(json, AsProperty.class).event())
			.isEqualTo(GatewayJson.read(MessageCreate.class, "{\"id\": \"1\", \"content\": \"!ping\"}"));
	}

	@Test
	@DisplayName("C49 a value that this version does not know is written as it came")
	void unknownValuesAreKept() {
		JsonMapper mapper = new JsonMapper();
		String json = mapper.writeValueAsString(UNKNOWN_COMPONENT);
		assertThat(json).isEqualTo("{\"type\":777,\"camelCase\":[1,2.5,null,{\"a\":true}]}");
		assertThat(mapper.readValue(json, MessageComponent.class)).isInstanceOf(UnknownComponent.class)
			.isEqualTo(UNKNOWN_COMPONENT);
	}

	@ParameterizedTest
	@MethodSource(MAPPERS)
	@DisplayName("C49 what any mapper reads may lack fields, have unknown ones, and values of a wrong type")
	void readsAsLenientlyAsTheGateway(String name) {
		User user = Mappers.get(name)
			.readValue("{\"new\": {\"a\": 1}, \"bot\": \"perhaps\", \"username\": \"ann\"}", User.class);
		assertThat(user.username()).isEqualTo("ann");
		assertThat(user.bot()).isFalse();
	}

	@ParameterizedTest
	@MethodSource(MAPPERS)
	void saysWhatCannotBeRead(String name) {
		JsonMapper mapper = Mappers.get(name);
		assertThatExceptionOfType(MismatchedInputException.class)
			.isThrownBy(() -> mapper.readValue("[{\"token\": \"s3cret\"}]", User.class))
			.withMessageContaining("Cannot read User: its JSON is of another type than documented")
			.withMessageNotContaining("s3cret");
		String deep = "{\"username\": " + "[".repeat(300) + "\"s3cret\"" + "]".repeat(300) + "}";
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> mapper.readValue(deep, User.class))
			.withMessageContaining("nesting depth (201)")
			.withMessageNotContaining("s3cret");
	}

	@ParameterizedTest
	@MethodSource(MAPPERS)
	void saysThatJsonDoesNotTellWhichEventItIs(String name) {
		JsonMapper mapper = Mappers.get(name);
		for (Class<?> type : List.of(GatewayEvent.class, GuildEvent.class, GatewayCommand.class,
				InteractionData.class)) {
			assertThatExceptionOfType(InvalidDefinitionException.class).isThrownBy(() -> mapper.readValue("{}", type))
				.withMessageContaining("Name the record, or annotate the field that holds it with @JsonTypeInfo");
		}
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> mapper.readValue("[{}]", new TypeReference<List<GatewayEvent>>() {
			}));
	}

}
