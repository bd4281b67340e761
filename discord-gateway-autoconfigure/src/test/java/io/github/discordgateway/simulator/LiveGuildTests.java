package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LiveGuild}, {@link LiveMember}, {@link LiveUser} and
 * {@link LiveMessage}: what a test lets happen is what Discord would send, and the ids
 * fit together.
 */
class LiveGuildTests {

	private static final Catalog CATALOG = Catalog.load();

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.guildsPerShard(0)
		.identifyWindow(Duration.ZERO)
		.timeout(Duration.ofSeconds(30))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private TestClient connect() {
		TestClient client = TestClient.connect(this.simulator);
		client.awaitReady();
		return client;
	}

	/** The next event, which must be the expected one and as documented. */
	private static JsonNode next(TestClient client, String eventName) {
		JsonNode frame = client.next();
		assertThat(frame.path("t").asString("")).isEqualTo(eventName);
		assertThat(CATALOG.complaints(eventName, frame.path("d"))).isEmpty();
		return frame.path("d");
	}

	@Test
	void aNewGuildIsAnnouncedOnceAsJoined() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			JsonNode created = client.next().path("d");
			assertThat(created.path("id").asString()).isEqualTo(guild.id().toString());
			assertThat(created.path("name").asString()).isEqualTo("garden");
			assertThat(created.has("unavailable")).isFalse();
			assertThat(this.simulator.guild("garden").id()).isEqualTo(guild.id());
			assertThat(this.simulator.guild("other").id()).isNotEqualTo(guild.id());
			assertThat(next(client, "GUILD_CREATE").path("name").asString()).isEqualTo("other");
		}
	}

	@Test
	void aGuildThatIsThereBeforeTheBotComesInReady() {
		LiveGuild guild = this.simulator.guild("garden");
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify();
			JsonNode ready = client.nextEvent("READY").path("d");
			assertThat(ready.path("guilds").findValuesAsString("id")).containsExactly(guild.id().toString());
			assertThat(next(client, "GUILD_CREATE").path("unavailable").booleanValue()).isFalse();
		}
	}

	@Test
	void whatAMemberSaysHasIdsThatFitTogether() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			JsonNode created = next(client, "GUILD_CREATE");
			LiveMember alice = guild.member("alice");
			LiveMessage message = alice.says("!ping");
			JsonNode said = next(client, "MESSAGE_CREATE");
			assertThat(said.path("content").asString()).isEqualTo("!ping");
			assertThat(said.path("id").asString()).isEqualTo(message.id().toString());
			assertThat(said.path("author").path("username").asString()).isEqualTo("alice");
			assertThat(said.path("author").path("id").asString()).isEqualTo(alice.id().toString());
			assertThat(created.path("channels").findValuesAsString("id")).contains(said.path("channel_id").asString());
			assertThat(this.simulator.guild("garden").member("alice").id()).isEqualTo(alice.id());
			alice.reacts("👍");
			JsonNode reaction = next(client, "MESSAGE_REACTION_ADD");
			assertThat(reaction.path("message_id").asString()).isEqualTo(message.id().toString());
			assertThat(reaction.path("emoji").path("name").asString()).isEqualTo("👍");
			alice.takesBack(message, "wave:42");
			assertThat(next(client, "MESSAGE_REACTION_REMOVE").path("emoji").path("id").asString()).isEqualTo("42");
			message.edit("!pong");
			JsonNode edited = next(client, "MESSAGE_UPDATE");
			assertThat(edited.path("content").asString()).isEqualTo("!pong");
			assertThat(edited.path("edited_timestamp").isString()).isTrue();
			message.delete();
			assertThat(next(client, "MESSAGE_DELETE").path("id").asString()).isEqualTo(message.id().toString());
			alice.types();
			assertThat(next(client, "TYPING_START").path("user_id").asString()).isEqualTo(alice.id().toString());
		}
	}

	@Test
	void anotherChannelIsMadeOnce() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			next(client, "GUILD_CREATE");
			guild.member("alice").in("flowers").says("hello");
			JsonNode channel = next(client, "CHANNEL_CREATE");
			assertThat(channel.path("name").asString()).isEqualTo("flowers");
			assertThat(next(client, "MESSAGE_CREATE").path("channel_id").asString())
				.isEqualTo(channel.path("id").asString())
				.isEqualTo(guild.channel("flowers").toString());
			guild.member("bob").in("flowers").says("hello");
			next(client, "MESSAGE_CREATE");
		}
	}

	@Test
	void membersComeAndGo() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			next(client, "GUILD_CREATE");
			LiveMember alice = guild.member("alice").joins();
			assertThat(next(client, "GUILD_MEMBER_ADD").path("user").path("id").asString())
				.isEqualTo(alice.id().toString());
			alice.leaves();
			next(client, "GUILD_MEMBER_REMOVE");
			assertThatIllegalStateException().isThrownBy(() -> alice.says("hello"))
				.withMessage("alice has left garden: call joins() first");
			alice.joins().says("hello");
			next(client, "GUILD_MEMBER_ADD");
			next(client, "MESSAGE_CREATE");
		}
	}

	@Test
	void membersTalk() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			next(client, "GUILD_CREATE");
			guild.member("alice").joinsVoice("Voice");
			assertThat(next(client, "VOICE_STATE_UPDATE").path("channel_id").asString())
				.isEqualTo(guild.voiceChannel("Voice").toString());
			try (TestClient second = TestClient.connect(this.simulator)) {
				second.identify();
				JsonNode states = second.nextEvent("GUILD_CREATE").path("d").path("voice_states");
				assertThat(states.findValuesAsString("channel_id"))
					.containsExactly(guild.voiceChannel("Voice").toString());
			}
			guild.member("alice").leavesVoice();
			assertThat(next(client, "VOICE_STATE_UPDATE").path("channel_id").isNull()).isTrue();
		}
	}

	@Test
	void slashCommandsHaveTypedOptions() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			next(client, "GUILD_CREATE");
			guild.member("alice").uses("ban", Map.of("days", 7));
			JsonNode data = next(client, "INTERACTION_CREATE").path("data");
			assertThat(data.path("name").asString()).isEqualTo("ban");
			assertThat(data.path("options"))
				.containsExactly(TestClient.MAPPER.readTree("{\"name\": \"days\", \"type\": 4, \"value\": 7}"));
			assertThatIllegalArgumentException()
				.isThrownBy(() -> guild.member("alice").uses("ban", Map.of("who", List.of())))
				.withMessageContaining("String, Integer, Long, Double, Boolean or LiveUser");
		}
	}

	@Test
	void directMessagesAreOutsideOfGuilds() {
		try (TestClient client = connect()) {
			LiveUser alice = this.simulator.user("alice");
			alice.says("psst");
			JsonNode said = next(client, "MESSAGE_CREATE");
			assertThat(said.has("guild_id")).isFalse();
			assertThat(said.path("channel_type").asInt()).isEqualTo(1);
			assertThat(said.path("channel_id").asString()).isEqualTo(alice.channelId().toString());
			alice.reacts("👍");
			next(client, "MESSAGE_REACTION_ADD");
			alice.types();
			next(client, "TYPING_START");
		}
	}

	@Test
	void guildsGoDownComeBackAndThrowTheBotOut() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			next(client, "GUILD_CREATE");
			guild.goesDown();
			assertThat(next(client, "GUILD_DELETE").path("unavailable").booleanValue()).isTrue();
			try (TestClient late = TestClient.connect(this.simulator)) {
				late.identify().nextEvent("READY");
				assertThat(next(late, "GUILD_DELETE").path("unavailable").booleanValue()).isTrue();
			}
			guild.comesBack();
			assertThat(next(client, "GUILD_CREATE").path("unavailable").booleanValue()).isFalse();
			guild.removesBot();
			assertThat(next(client, "GUILD_DELETE").has("unavailable")).isFalse();
			assertThat(this.simulator.world().guilds(new ShardId(0, 1))).isEmpty();
			assertThat(this.simulator.guild("garden").id()).isNotEqualTo(guild.id());
		}
	}

	@Test
	void membersAreThereForRequests() {
		try (TestClient client = connect()) {
			LiveGuild guild = this.simulator.guild("garden");
			guild.member("Alice").says("hello");
			client.nextEvent("MESSAGE_CREATE");
			client.send("{\"op\":8,\"d\":{\"guild_id\":\"" + guild.id() + "\",\"query\":\"al\",\"limit\":5}}");
			JsonNode chunk = client.nextEvent("GUILD_MEMBERS_CHUNK").path("d");
			assertThat(chunk.path("members").findValuesAsString("username")).containsExactly("Alice");
		}
	}

	@Test
	void onlyWhoIsMentionedReadsTheTextWithoutTheIntent() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify(0, 1, Intent.valueOf(List.of(Intent.GUILD_MESSAGES)));
			client.nextEvent("READY");
			LiveMember alice = this.simulator.guild("garden").member("alice");
			alice.says("to nobody");
			assertThat(next(client, "MESSAGE_CREATE").path("content").asString()).isEmpty();
			alice.says("hey <@" + this.simulator.world().botId() + ">");
			JsonNode said = next(client, "MESSAGE_CREATE");
			assertThat(said.path("content").asString()).startsWith("hey ");
			assertThat(said.path("mentions").size()).isEqualTo(1);
		}
	}

	@Test
	void whatTheIntentsHoldBackIsAMistakeOfTheTest() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify(0, 1, Intent.valueOf(List.of(Intent.GUILDS)));
			client.nextEvent("READY");
			assertThatIllegalStateException()
				.isThrownBy(() -> this.simulator.guild("garden").member("alice").says("hello"))
				.withMessageContaining("MESSAGE_CREATE does not reach the bot")
				.withMessageContaining("GUILD_MESSAGES")
				.withMessageContaining("discord.gateway.intents");
		}
	}

	@Test
	void nobodyIsThereToHear() {
		try (GatewaySimulator impatient = GatewaySimulator.builder().timeout(Duration.ofMillis(1)).build()) {
			impatient.start();
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> impatient.guild("garden").member("alice").says("hello"))
				.withMessageContaining("No bot has identified for the shard of guild")
				.withMessageContaining("Connections, the latest last: none");
		}
	}

	@Test
	void eachGuildIsHeardByItsShardOnly() {
		try (TestClient first = TestClient.connect(this.simulator);
				TestClient second = TestClient.connect(this.simulator)) {
			first.identify(0, 2, TestClient.ALL_INTENTS).nextEvent("READY");
			second.identify(1, 2, TestClient.ALL_INTENTS).nextEvent("READY");
			for (String name : List.of("a", "b", "c", "d")) {
				LiveGuild guild = this.simulator.guild(name);
				TestClient home = (ShardId.forGuild(guild.id(), 2).number() == 0) ? first : second;
				assertThat(next(home, "GUILD_CREATE").path("name").asString()).isEqualTo(name);
			}
		}
	}

}
