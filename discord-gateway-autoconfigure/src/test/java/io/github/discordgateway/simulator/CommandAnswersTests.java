package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the answers to commands.
 */
class CommandAnswersTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.guildsPerShard(1)
		.membersPerGuild(1500)
		.build();

	private final SimulatedGuild guild = this.simulator.world().guilds(new ShardId(0, 1)).get(0);

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private TestClient ready() {
		TestClient client = TestClient.connect(this.simulator);
		client.awaitReady();
		return client;
	}

	private String command(int opcode, String fields) {
		return "{\"op\":%d,\"d\":{\"guild_id\":\"%s\",%s}}".formatted(opcode, this.guild.id(), fields);
	}

	@Test
	void allMembersComeInChunksOfAThousandWithTheNonce() {
		try (TestClient client = ready()) {
			client.send(command(8, "\"query\":\"\",\"limit\":0,\"nonce\":\"n1\",\"presences\":true"));
			JsonNode first = client.nextEvent("GUILD_MEMBERS_CHUNK").path("d");
			JsonNode second = client.nextEvent("GUILD_MEMBERS_CHUNK").path("d");
			assertThat(first.path("members").size()).isEqualTo(1000);
			assertThat(second.path("members").size()).isEqualTo(501);
			assertThat(List.of(first.path("chunk_index").asInt(), second.path("chunk_index").asInt()))
				.containsExactly(0, 1);
			assertThat(List.of(first.path("chunk_count").asInt(), second.path("chunk_count").asInt()))
				.containsExactly(2, 2);
			assertThat(first.path("nonce").asString()).isEqualTo("n1");
			assertThat(second.path("presences").size()).isPositive();
		}
	}

	@Test
	void allMembersOfAGuildOnlyOnceIn30Seconds() {
		try (TestClient client = ready()) {
			client.send(command(8, "\"query\":\"\",\"limit\":0")).nextEvent("GUILD_MEMBERS_CHUNK");
			client.send(command(8, "\"query\":\"\",\"limit\":0,\"nonce\":\"n2\""));
			JsonNode limited = client.nextEvent("RATE_LIMITED").path("d");
			assertThat(limited.path("opcode").asInt()).isEqualTo(8);
			assertThat(limited.path("retry_after").doubleValue()).isBetween(0.1, 30.0);
			assertThat(limited.path("meta").path("nonce").asString()).isEqualTo("n2");
			assertThat(limited.path("meta").path("guild_id").asString()).isEqualTo(this.guild.id().toString());
		}
	}

	@Test
	void aScriptLimitsRequestsAndLeavesChunksOut() {
		this.simulator.commands().rateLimitNext(1, Duration.ofMillis(1500));
		this.simulator.commands().chunkSize(500);
		this.simulator.commands().omitChunk(1);
		try (TestClient client = ready()) {
			client.send(command(8, "\"query\":\"\",\"limit\":0,\"nonce\":\"n3\""));
			JsonNode limited = client.nextEvent("RATE_LIMITED").path("d");
			assertThat(limited.path("retry_after").doubleValue()).isEqualTo(1.5);
			assertThat(limited.path("meta").path("nonce").asString()).isEqualTo("n3");
			client.send(command(8, "\"query\":\"\",\"limit\":0"));
			List<Integer> chunks = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				JsonNode chunk = client.nextEvent("GUILD_MEMBERS_CHUNK").path("d");
				chunks.add(chunk.path("chunk_index").asInt());
				assertThat(chunk.path("chunk_count").asInt()).isEqualTo(4);
			}
			assertThat(chunks).containsExactly(0, 2, 3);
		}
	}

	@Test
	void guildMayBeAListOfOneButNotOfTwo() {
		try (TestClient client = ready()) {
			String request = "{\"op\":8,\"d\":{\"guild_id\":[%s],\"user_ids\":\"12\"}}";
			String id = "\"" + this.guild.id() + "\"";
			client.send(request.formatted(id));
			assertThat(client.nextEvent("GUILD_MEMBERS_CHUNK").path("d").path("guild_id").asString())
				.isEqualTo(this.guild.id().toString());
			assertThat(client.send(request.formatted(id + "," + id)).closeCode()).isEqualTo(4001);
		}
	}

	@Test
	void membersByIdNameThoseThatAreNotThere() {
		String known = this.guild.members().get(5).userId().toString();
		try (TestClient client = ready()) {
			client.send(command(8, "\"user_ids\":[\"" + known + "\",\"12\"]"));
			JsonNode chunk = client.nextEvent("GUILD_MEMBERS_CHUNK").path("d");
			assertThat(chunk.path("members").size()).isEqualTo(1);
			assertThat(chunk.path("members").path(0).path("user").path("id").asString()).isEqualTo(known);
			assertThat(chunk.path("not_found").toString()).isEqualTo("[\"12\"]");
			client.send(command(8, "\"user_ids\":\"" + known + "\""));
			assertThat(client.nextEvent("GUILD_MEMBERS_CHUNK").path("d").path("members").size()).isEqualTo(1);
		}
	}

	@Test
	void membersByPrefixAreLimitedAndALongNonceIsDropped() {
		String prefix = this.guild.members().get(1).username().substring(0, 3);
		try (TestClient client = ready()) {
			client
				.send(command(8, "\"query\":\"" + prefix + "\",\"limit\":2,\"nonce\":\"" + "\u00e4".repeat(17) + "\""));
			JsonNode chunk = client.nextEvent("GUILD_MEMBERS_CHUNK").path("d");
			assertThat(chunk.path("members").size()).isEqualTo(2);
			chunk.path("members")
				.forEach((member) -> assertThat(member.path("user").path("username").asString()).startsWith(prefix));
			assertThat(chunk.has("nonce")).isFalse();
		}
	}

	@Test
	void allMembersWithoutTheIntentAndForeignGuildsGetNoAnswer() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify(0, 1, Intent.GUILD_MESSAGES.value()).nextEvent("READY");
			client.send(command(8, "\"query\":\"\",\"limit\":0"));
			client.send("{\"op\":8,\"d\":{\"guild_id\":\"1\",\"query\":\"a\"}}");
			client.send("{\"op\":1,\"d\":null}");
			assertThat(client.next().path("op").asInt()).isEqualTo(11);
		}
	}

	@Test
	void joiningAVoiceChannelYieldsStateAndServer() {
		try (TestClient client = ready()) {
			String channel = this.guild.voiceChannel().toString();
			client.send(command(4, "\"channel_id\":\"" + channel + "\",\"self_mute\":true,\"self_deaf\":false"));
			JsonNode state = client.nextEvent("VOICE_STATE_UPDATE").path("d");
			assertThat(state.path("user_id").asString()).isEqualTo(this.simulator.world().botId().toString());
			assertThat(state.path("channel_id").asString()).isEqualTo(channel);
			assertThat(state.path("self_mute").booleanValue()).isTrue();
			assertThat(client.next().path("t").asString()).isEqualTo("VOICE_SERVER_UPDATE");
			client.send(command(4, "\"channel_id\":null,\"self_mute\":false,\"self_deaf\":false"));
			assertThat(client.next().path("d").path("channel_id").isNull()).isTrue();
		}
	}

	@Test
	void soundsAndChannelInfoAreAnswered() {
		try (TestClient client = ready()) {
			client.send("{\"op\":31,\"d\":{\"guild_ids\":[\"" + this.guild.id() + "\"]}}");
			assertThat(client.next().path("t").asString()).isEqualTo("SOUNDBOARD_SOUNDS");
			client.send(command(43, "\"fields\":[\"status\"]"));
			JsonNode info = client.next();
			assertThat(info.path("t").asString()).isEqualTo("CHANNEL_INFO");
			List<String> names = new ArrayList<>(info.path("d").path("channels").path(0).propertyNames());
			assertThat(names).containsExactly("id", "status");
		}
	}

	@Test
	void presenceIsRecorded() {
		try (TestClient client = ready()) {
			client.send("{\"op\":3,\"d\":{\"since\":null,\"activities\":[],\"status\":\"dnd\",\"afk\":false}}");
			SimulatedConnection connection = this.simulator.connection(0);
			await().until(() -> !connection.receivedFrames(Opcode.PRESENCE_UPDATE).isEmpty());
			assertThat(connection.receivedFrames(Opcode.PRESENCE_UPDATE).get(0).data().path("status").asString())
				.isEqualTo("dnd");
			assertThat(connection.isOpen()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\":8,\"d\":{\"guild_id\":\"1\"}}",
			"{\"op\":8,\"d\":{\"guild_id\":\"1\",\"query\":\"\",\"user_ids\":[]}}", "{\"op\":8,\"d\":{\"query\":\"\"}}",
			"{\"op\":3,\"d\":{}}", "{\"op\":4,\"d\":{\"guild_id\":\"1\"}}", "{\"op\":31,\"d\":{}}",
			"{\"op\":43,\"d\":{\"guild_id\":\"1\"}}", "{\"op\":43,\"d\":[]}" })
	void payloadThatDoesNotFitItsOpcodeIs4001(String frame) {
		try (TestClient client = ready()) {
			assertThat(client.send(frame).closeCode()).isEqualTo(4001);
		}
	}

}
