package io.github.discordgateway;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.interaction.Interaction;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.presence.PresenceActivity;
import io.github.discordgateway.model.user.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link GatewayJson} and {@link DiscordJson}.
 */
class GatewayJsonTests {

	@Test
	void readsAnEvent() {
		MessageCreate event = GatewayJson.read(MessageCreate.class, """
				{"id": "1", "channel_id": "2", "content": "!ping", "timestamp": "2024-02-29T12:00:00+00:00",
				"author": {"id": "3", "username": "ann", "hobbies": ["unknown"]}}""");
		assertThat(event.message().content()).isEqualTo("!ping");
		assertThat(event.message().timestamp()).isEqualTo(Instant.parse("2024-02-29T12:00:00Z"));
		assertThat(event.channelId()).isEqualTo(Snowflake.of(2));
		assertThat(event.message().author().id()).isEqualTo(Snowflake.of(3));
	}

	@Test
	void readsWhatTellsItsKind() {
		assertThat(GatewayJson.read(MessageComponent.class, "{\"type\": 2, \"style\": 1}")).isInstanceOf(Button.class);
		assertThat(GatewayJson.read(ChannelType.class, "77")).isEqualTo(new ChannelType(77));
	}

	@Test
	void writesWhatItReads() {
		String json = "{\"id\":\"18446744073709551615\",\"username\":\"ann\",\"global_name\":null,\"avatar\":null,"
				+ "\"bot\":true,\"system\":false}";
		assertThat(GatewayJson.write(GatewayJson.read(User.class, json))).isEqualTo(json);
	}

	@Test
	@DisplayName("C49 a field that was left out stays so, and one that is null is written")
	void tellsAbsentFromNull() {
		Message absent = GatewayJson.read(Message.class, "{\"id\": \"1\"}");
		Message deleted = GatewayJson.read(Message.class, "{\"id\": \"1\", \"referenced_message\": null}");
		assertThat(absent.referencedMessage()).isEqualTo(Field.absent());
		assertThat(GatewayJson.write(absent)).doesNotContain("referenced_message");
		assertThat(GatewayJson.write(deleted)).contains("\"referenced_message\":null");
	}

	@Test
	void writesTimesAsDiscordDoesAndLosesNothing() {
		String times = "{\"timestamp\": \"2024-02-29T12:00:00.5Z\", \"edited_timestamp\": \"2024-02-29T12:00:00.123456789Z\"}";
		Message message = GatewayJson.read(Message.class, times);
		assertThat(GatewayJson.write(message)).contains("\"2024-02-29T12:00:00.500000+00:00\"",
				"\"2024-02-29T12:00:00.123456789+00:00\"");
		assertThat(GatewayJson.read(Message.class, GatewayJson.write(message))).isEqualTo(message);
	}

	@Test
	@DisplayName("C49 an emoji is written as Discord writes it in its place")
	void writesAnEmojiByItsPlace() {
		String ofGuild = "{\"id\":\"7\",\"name\":\"leaf\",\"require_colons\":true,\"managed\":false,"
				+ "\"animated\":false,\"available\":true}";
		assertThat(GatewayJson.write(GatewayJson.read(Emoji.class, ofGuild))).isEqualTo(ofGuild);
		String ofReaction = "{\"id\":null,\"name\":\"\ud83d\udd25\",\"animated\":false}";
		assertThat(GatewayJson.write(GatewayJson.read(Emoji.class, ofReaction))).isEqualTo(ofReaction);
		String ofStatus = "\"emoji\":{\"name\":\"\ud83d\udd25\",\"animated\":false}";
		assertThat(GatewayJson.write(GatewayJson.read(PresenceActivity.class, "{" + ofStatus + "}")))
			.contains(ofStatus);
	}

	@Test
	void namesEachValueOfAWrongType() {
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayJson.read(MessageCreate.class, """
				{"id": true, "author": {"id": "3", "bot": "yes"}, "mentions": [{"id": []}]}"""))
			.withMessage("Cannot read MessageCreate: values of another type than documented at"
					+ " $.id, $.author.bot, $.mentions[0].id."
					+ " JSON: {\"id\": true, \"author\": {\"id\": \"3\", \"bot\": \"yes\"}, \"mentions\": [{\"id\": []}]}")
			.withNoCause();
	}

	@Test
	void saysWhereJsonIsBrokenAndShowsNoSecret() {
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayJson.read(Interaction.class, """
				{"token": "aW50ZXJhY3Rpb24", "member": {"nick": oops}}"""))
			.withMessageStartingWith("Cannot read Interaction: at $.member.nick: ")
			.withMessageEndingWith("JSON: {\"token\": \"******\", \"member\": {\"nick\": oops}}")
			.withMessageNotContaining("aW50ZXJhY3Rpb24")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "1", "{} {}", "{", "{\"id\"" })
	void refusesWhatIsNoObject(String json) {
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayJson.read(User.class, json))
			.withMessageStartingWith("Cannot read User: ");
	}

	@Test
	void refusesWhatIsNotOfDiscord() {
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayJson.read(String.class, "\"a\""))
			.withMessageContaining("java.lang.String is none of Discord's events, objects and commands");
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayJson.write(List.of()))
			.withMessageContaining("is none of Discord's events, objects and commands");
	}

	@Test
	void asksWhichEventItIs() {
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayJson.read(GatewayEvent.class, "{}"))
			.withMessageStartingWith("Cannot read GatewayEvent: its JSON does not say which kind of GatewayEvent it is."
					+ " Name the record");
	}

	static List<GatewayCommand> commands() {
		Snowflake guild = Snowflake.of(-1);
		return List.of(UpdatePresence.of(UpdatePresence.Status.DND, Activity.streaming("a", "https://twitch.tv/a")),
				UpdatePresence.of(UpdatePresence.Status.IDLE), UpdateVoiceState.join(guild, Snowflake.of(2)),
				UpdateVoiceState.leave(guild), RequestGuildMembers.all(guild),
				RequestGuildMembers.builder(guild).userIds(List.of(guild)).presences(true).nonce("n").build(),
				RequestSoundboardSounds.of(guild),
				RequestChannelInfo.of(guild, RequestChannelInfo.Field.VOICE_START_TIME));
	}

	@ParameterizedTest
	@MethodSource("commands")
	@DisplayName("C49 a command is written as it is sent by any mapper, and reads back equal")
	void writesCommands(GatewayCommand command) {
		JsonMapper gateway = GatewayJsonMapper.builder().build();
		JsonMapper own = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build();
		for (JsonMapper mapper : List.of(gateway, own, new JsonMapper())) {
			String json = mapper.writeValueAsString(command);
			assertThat(json).isEqualTo(GatewayJson.write(command));
			assertThat((Object) mapper.readValue(json, command.getClass())).isEqualTo(command);
		}
		assertThat((Object) GatewayJson.read(command.getClass(), GatewayJson.write(command))).isEqualTo(command);
	}

	@Test
	void writesTheNullsOfCommands() {
		assertThat(GatewayJson.write(UpdateVoiceState.leave(Snowflake.of(1))))
			.isEqualTo("{\"guild_id\":\"1\",\"channel_id\":null,\"self_mute\":false,\"self_deaf\":false}");
		assertThat(GatewayJson.write(UpdatePresence.of(UpdatePresence.Status.ONLINE)))
			.isEqualTo("{\"since\":null,\"activities\":[],\"status\":\"online\",\"afk\":false}");
	}

	@Test
	void everyRecordOfAnEventOrCommandIsMarked() {
		Set<Class<?>> types = new LinkedHashSet<>();
		collect(ResolvableType.forClass(GatewayEvent.class), types);
		collect(ResolvableType.forClass(GatewayCommand.class), types);
		assertThat(types).hasSizeGreaterThan(250);
		assertThat(types).allMatch((type) -> AnnotatedElementUtils.hasAnnotation(type, DiscordJson.class));
	}

	private static void collect(ResolvableType type, Set<Class<?>> types) {
		for (ResolvableType generic : type.getGenerics()) {
			collect(generic, types);
		}
		Class<?> raw = type.toClass();
		boolean ours = raw.isSealed() || (raw.isRecord() && raw != Snowflake.class);
		if (!ours || !raw.getPackageName().startsWith("io.github.discordgateway") || !types.add(raw)) {
			return;
		}
		if (raw.isSealed()) {
			for (Class<?> kind : raw.getPermittedSubclasses()) {
				collect(ResolvableType.forClass(kind), types);
			}
		}
		else {
			for (RecordComponent component : raw.getRecordComponents()) {
				collect(ResolvableType.forType(component.getGenericType()), types);
			}
		}
	}

}
