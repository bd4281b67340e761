package io.github.discordgateway.command;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.UpdatePresence.Status;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.shard.CommandWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the {@link GatewayCommand}s and {@link CommandWriter}.
 */
class GatewayCommandTests {

	private static final Snowflake GUILD = Snowflake.of(81384788765712384L);

	private static final Snowflake CHANNEL = Snowflake.of(381870553235193857L);

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final CommandWriter writer = new CommandWriter(this.mapper);

	@Test
	void writesAPresence() {
		assertThat(body(new UpdatePresence(91879201L, List.of(Activity.streaming("chess", "https://twitch.tv/chess")),
				Status.IDLE, true)))
			.isEqualTo(json("{'since':91879201,'activities':[{'name':'chess','type':1,"
					+ "'url':'https://twitch.tv/chess'}],'status':'idle','afk':true}"));
	}

	@Test
	@DisplayName("C33 a presence without activities is allowed")
	void writesAPresenceWithoutActivities() {
		assertThat(body(UpdatePresence.of(Status.ONLINE)))
			.isEqualTo(json("{'since':null,'activities':[],'status':'online','afk':false}"));
	}

	@Test
	void writesAVoiceState() {
		assertThat(body(UpdateVoiceState.builder(GUILD, CHANNEL).selfMute(true).build()))
			.isEqualTo(json("{'guild_id':'81384788765712384','channel_id':'381870553235193857',"
					+ "'self_mute':true,'self_deaf':false}"));
		assertThat(body(UpdateVoiceState.builder(GUILD, CHANNEL).selfDeaf(true).build()))
			.isEqualTo(json("{'guild_id':'81384788765712384','channel_id':'381870553235193857',"
					+ "'self_mute':false,'self_deaf':true}"));
		assertThat(body(UpdateVoiceState.leave(GUILD)))
			.isEqualTo(json("{'guild_id':'81384788765712384','channel_id':null,'self_mute':false,'self_deaf':false}"));
	}

	@Test
	void writesARequestForMembers() {
		assertThat(body(RequestGuildMembers.all(GUILD)))
			.isEqualTo(json("{'guild_id':'81384788765712384','query':'','limit':0}"));
		assertThat(body(RequestGuildMembers.builder(GUILD).query("ne").limit(100).nonce("n1").build()))
			.isEqualTo(json("{'guild_id':'81384788765712384','query':'ne','limit':100,'nonce':'n1'}"));
		assertThat(body(RequestGuildMembers.builder(GUILD).query("ne").limit(1).presences(false).build()))
			.isEqualTo(json("{'guild_id':'81384788765712384','query':'ne','limit':1}"));
		assertThat(body(RequestGuildMembers.builder(GUILD).userIds(List.of(CHANNEL)).presences(true).build()))
			.isEqualTo(json("{'guild_id':'81384788765712384','presences':true,'user_ids':['381870553235193857']}"));
	}

	@Test
	void writesRequestsForSoundsAndChannels() {
		assertThat(body(RequestSoundboardSounds.of(GUILD, CHANNEL)))
			.isEqualTo(json("{'guild_ids':['81384788765712384','381870553235193857']}"));
		assertThat(body(RequestChannelInfo.of(GUILD, RequestChannelInfo.Field.STATUS,
				RequestChannelInfo.Field.VOICE_START_TIME, RequestChannelInfo.Field.STATUS)))
			.isEqualTo(json("{'guild_id':'81384788765712384','fields':['status','voice_start_time']}"));
	}

	@Test
	@DisplayName("C49 commands write the fields of the catalogue, under its opcodes, and no others")
	void fieldsAreThoseOfTheCatalogue() throws IOException {
		JsonNode catalog = catalog();
		Map<String, GatewayCommand> commands = Map.of("UpdatePresence",
				UpdatePresence.of(Status.DND, Activity.streaming("chess", "https://twitch.tv/chess")),
				"UpdateVoiceState", UpdateVoiceState.join(GUILD, CHANNEL), "RequestGuildMembers",
				RequestGuildMembers.builder(GUILD).query("ne").limit(1).presences(true).nonce("n1").build(),
				"RequestSoundboardSounds", RequestSoundboardSounds.of(GUILD), "RequestChannelInfo",
				RequestChannelInfo.of(GUILD, RequestChannelInfo.Field.STATUS));
		Set<String> names = new HashSet<>();
		for (JsonNode command : catalog.get("commands")) {
			String payload = command.get("payload").asString("");
			GatewayCommand written = commands.get(payload);
			if (written != null) {
				names.add(payload);
				assertThat(written.opcode().code()).as(payload).isEqualTo(command.get("opcode").intValue());
				Set<String> fields = new HashSet<>(body(written).propertyNames());
				if (written instanceof RequestGuildMembers) {
					fields.addAll(body(RequestGuildMembers.byIds(GUILD, List.of(CHANNEL))).propertyNames());
				}
				assertThat(fields).as(payload)
					.containsExactlyInAnyOrderElementsOf(
							catalog.get("types").get(payload).get("fields").findValuesAsString("name"));
			}
		}
		assertThat(names).hasSameSizeAs(GatewayCommand.class.getPermittedSubclasses());
	}

	@Test
	@DisplayName("C49 a component of a command is nullable, or a boolean, exactly when the catalogue lets it miss")
	void componentsAreNullableAsInTheCatalogue() throws IOException {
		Map<String, Class<?>> records = Map.of("UpdatePresence", UpdatePresence.class, "UpdateVoiceState",
				UpdateVoiceState.class, "RequestGuildMembers", RequestGuildMembers.class, "RequestSoundboardSounds",
				RequestSoundboardSounds.class, "RequestChannelInfo", RequestChannelInfo.class, "ActivityUpdate",
				Activity.class);
		JsonNode types = catalog().get("types");
		records.forEach((type, record) -> {
			Map<String, Boolean> mayMiss = new HashMap<>();
			types.get(type)
				.get("fields")
				.forEach((field) -> mayMiss.put(field.get("name").stringValue(),
						field.get("optional").booleanValue() || field.get("nullable").booleanValue()));
			for (RecordComponent component : record.getRecordComponents()) {
				String name = PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
				boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
				boolean absentMeansFalse = component.getType() == boolean.class;
				assertThat(nullable).as(type + "." + name)
					.isEqualTo(Boolean.TRUE.equals(mayMiss.get(name)) && !absentMeansFalse);
			}
		});
	}

	@Test
	@DisplayName("C33 a command of 4096 bytes is written, one of a byte more is refused")
	void refusesALargeFrame() {
		int frame = this.writer.write(presence(0)).length();
		assertThat(this.writer.write(presence(4096 - frame))).hasSize(4096);
		assertThatIllegalArgumentException().isThrownBy(() -> this.writer.write(presence(4097 - frame)))
			.withMessageContaining("PRESENCE_UPDATE")
			.withMessageContaining("4097")
			.withMessageContaining("4096");
	}

	@Test
	@DisplayName("C33 a command is measured in bytes, not in characters")
	void measuresBytes() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.writer.write(UpdatePresence.of(Status.ONLINE, Activity.playing("\u20ac".repeat(1400)))))
			.withMessageContaining("bytes");
	}

	@Test
	@DisplayName("C33 100 user ids are taken, none and more are refused")
	void refusesTooManyUserIds() {
		assertThatCode(() -> RequestGuildMembers.byIds(GUILD, Collections.nCopies(100, CHANNEL)))
			.doesNotThrowAnyException();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestGuildMembers.byIds(GUILD, Collections.nCopies(101, CHANNEL)))
			.withMessageContaining("1 to 100 user ids, not 101");
		assertThatIllegalArgumentException().isThrownBy(() -> RequestGuildMembers.byIds(GUILD, List.of()))
			.withMessageContaining("1 to 100 user ids, not 0");
	}

	@Test
	@DisplayName("C33 a nonce of 32 bytes is taken, one of more bytes is refused, however few characters it has")
	void refusesALongNonce() {
		RequestGuildMembers.Builder request = RequestGuildMembers.builder(GUILD).query("").limit(0);
		assertThat(request.nonce("n".repeat(32)).build().nonce()).hasSize(32);
		assertThatIllegalArgumentException().isThrownBy(request.nonce("n".repeat(33))::build)
			.withMessageContaining("32 bytes")
			.withMessageContaining("33");
		assertThatIllegalArgumentException().isThrownBy(request.nonce("\u20ac".repeat(11))::build)
			.withMessageContaining("32 bytes")
			.withMessageContaining("33");
	}

	@Test
	@DisplayName("C33 a limit with user ids, and a query beside user ids, are refused")
	void refusesContradictions() {
		RequestGuildMembers.Builder request = RequestGuildMembers.builder(GUILD);
		assertThatIllegalArgumentException().isThrownBy(request::build)
			.withMessageContaining("either a query or user ids");
		assertThatIllegalArgumentException().isThrownBy(request.userIds(List.of(CHANNEL)).limit(5)::build)
			.withMessageContaining("takes no limit");
		assertThatIllegalArgumentException().isThrownBy(request.query("")::build).withMessageContaining("not both");
	}

	@Test
	@DisplayName("C33 a limit out of range, or none for a query, is refused")
	void refusesALimitOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> RequestGuildMembers.byName(GUILD, "ne", 0))
			.withMessageContaining("1 to 100, not 0");
		assertThatIllegalArgumentException().isThrownBy(() -> RequestGuildMembers.byName(GUILD, "", 101))
			.withMessageContaining("0 to 100, not 101");
		assertThatIllegalArgumentException().isThrownBy(RequestGuildMembers.builder(GUILD).query("")::build)
			.withMessageContaining("needs a limit");
	}

	@Test
	@DisplayName("C33 requests for nothing are refused")
	void refusesRequestsForNothing() {
		assertThatIllegalArgumentException().isThrownBy(RequestSoundboardSounds::of)
			.withMessageContaining("at least one id");
		assertThatIllegalArgumentException().isThrownBy(() -> RequestChannelInfo.of(GUILD))
			.withMessageContaining("STATUS");
	}

	@Test
	@DisplayName("C33 what is missing is refused, and the message says what to give")
	void refusesWhatIsMissing() {
		assertThatIllegalArgumentException().isThrownBy(() -> RequestGuildMembers.all(missing()))
			.withMessageContaining("needs a guild: give its id");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestGuildMembers.byIds(GUILD, Collections.singletonList(missing())))
			.withMessageContaining("null among its user ids");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateVoiceState.leave(missing()))
			.withMessageContaining("needs a guild: give its id");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateVoiceState.builder(GUILD, missing()))
			.withMessageContaining("or use leave");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdatePresence.of(missing()))
			.withMessageContaining("give ONLINE");
		assertThatIllegalArgumentException()
			.isThrownBy(UpdatePresence.builder(Status.ONLINE).activity(missing())::build)
			.withMessageContaining("null among its activities");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestChannelInfo.of(missing(), RequestChannelInfo.Field.STATUS))
			.withMessageContaining("needs a guild: give its id");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> RequestChannelInfo.of(GUILD, (RequestChannelInfo.Field) missing()))
			.withMessageContaining("null among its fields");
		assertThatIllegalArgumentException().isThrownBy(() -> RequestSoundboardSounds.of(GUILD, missing()))
			.withMessageContaining("null among its guilds");
	}

	@Test
	@DisplayName("C33 an activity without name or type, or with a URL though it is no stream, is refused")
	void refusesAnActivityThatDiscordWouldNotShow() {
		assertThatIllegalArgumentException().isThrownBy(() -> Activity.playing(" "))
			.withMessageContaining("must not be empty");
		assertThatIllegalArgumentException().isThrownBy(Activity.builder(missing(), "chess")::build)
			.withMessageContaining("needs a type");
		assertThatIllegalArgumentException()
			.isThrownBy(Activity.builder(Activity.Type.PLAYING, "chess").url("https://twitch.tv/chess")::build)
			.withMessageContaining("STREAMING")
			.withMessageContaining("PLAYING");
	}

	@Test
	void buildsAPresence() {
		Activity stream = Activity.builder(Activity.Type.STREAMING, "chess")
			.state("blitz")
			.url("https://twitch.tv/chess")
			.build();
		Activity custom = Activity.custom("thinking");
		assertThat(UpdatePresence.builder(Status.IDLE)
			.since(Instant.ofEpochMilli(91879201L))
			.activity(stream)
			.activity(custom)
			.afk(true)
			.build())
			.isEqualTo(new UpdatePresence(91879201L,
					List.of(new Activity("chess", Activity.Type.STREAMING, "blitz", "https://twitch.tv/chess"), custom),
					Status.IDLE, true));
		assertThat(UpdatePresence.builder(Status.DND).build())
			.isEqualTo(new UpdatePresence(null, List.of(), Status.DND, false));
	}

	/** What only code without null checks can hand over. */
	@SuppressWarnings("NullAway")
	private static <T> T missing() {
		return null;
	}

	private static UpdatePresence presence(int length) {
		return UpdatePresence.of(Status.ONLINE,
				Activity.builder(Activity.Type.PLAYING, "chess").state("x".repeat(length)).build());
	}

	private JsonNode body(GatewayCommand command) {
		JsonNode frame = this.mapper.readTree(this.writer.write(command));
		assertThat(Opcode.of(frame.get("op").intValue())).isEqualTo(command.opcode());
		assertThat(frame.propertyNames()).containsExactly("op", "d");
		return frame.get("d");
	}

	private JsonNode json(String text) {
		return this.mapper.readTree(text.replace('\'', '"'));
	}

	private JsonNode catalog() throws IOException {
		try (InputStream stream = getClass().getResourceAsStream("/gateway-catalog.json")) {
			return this.mapper.readTree(Objects.requireNonNull(stream).readAllBytes());
		}
	}

}
