package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.discordgateway.Intent;
import io.github.discordgateway.ShardId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the simulated world and its payloads.
 */
class PayloadsTests {

	/** Seen in practice, and needed by libraries that read more than is documented. */
	private static final List<String> UNDOCUMENTED_IN_READY = List.of("private_channels", "presences", "relationships",
			"game_relationships", "guild_join_requests", "user_settings", "session_type", "_trace");

	private final SimulatedWorld world = new SimulatedWorld(3, 60, 1);

	private final SimulatedGuild guild = this.world.guilds(new ShardId(0, 1)).get(0);

	private Map<String, JsonNode> bodies() {
		EventPayloads payloads = this.world.payloads();
		Map<String, JsonNode> bodies = new LinkedHashMap<>();
		bodies.put("READY", payloads.ready("s", "ws://127.0.0.1:1", new ShardId(0, 1), List.of(this.guild))
			.remove(UNDOCUMENTED_IN_READY));
		bodies.put("GUILD_CREATE", payloads.guildCreate(this.guild));
		bodies.put("MESSAGE_CREATE", payloads.messageCreate(this.guild, "hello"));
		bodies.put("MESSAGE_UPDATE", payloads.messageUpdate(this.guild, "hello"));
		bodies.put("MESSAGE_DELETE", payloads.messageDelete(this.guild));
		bodies.put("MESSAGE_REACTION_ADD", payloads.messageReactionAdd(this.guild));
		bodies.put("MESSAGE_REACTION_REMOVE", payloads.messageReactionRemove(this.guild));
		bodies.put("PRESENCE_UPDATE", payloads.presenceUpdate(this.guild));
		bodies.put("TYPING_START", payloads.typingStart(this.guild));
		bodies.put("VOICE_STATE_UPDATE", payloads.voiceStateUpdate(this.guild));
		bodies.put("VOICE_SERVER_UPDATE", payloads.voiceServer(this.guild));
		bodies.put("GUILD_MEMBER_ADD", payloads.guildMemberAdd(this.guild));
		bodies.put("GUILD_MEMBER_UPDATE", payloads.guildMemberUpdate(this.guild));
		bodies.put("GUILD_MEMBER_REMOVE", payloads.guildMemberRemove(this.guild));
		bodies.put("INTERACTION_CREATE", payloads.interactionCreate(this.guild, "greet"));
		bodies.put("GUILD_MEMBERS_CHUNK",
				payloads.membersChunk(this.guild, this.guild.members(), true)
					.put("chunk_index", 0)
					.put("chunk_count", 1));
		bodies.put("RATE_LIMITED", payloads.membersRateLimited(this.guild, 1.5, "n"));
		bodies.put("SOUNDBOARD_SOUNDS", payloads.soundboardSounds(this.guild));
		bodies.put("CHANNEL_INFO", payloads.channelInfo(this.guild, Set.of("status", "voice_start_time")));
		return bodies;
	}

	@Test
	void bodiesAreCompleteAndOfTheRightTypes() {
		Catalog catalog = Catalog.load();
		bodies().forEach((name, body) -> assertThat(catalog.complaints(name, body)).as(name).isEmpty());
	}

	/** So that a bot which takes a field for granted is found out here. */
	@Test
	void whatMayBeAbsentIsAbsentFromSomeAndStaysSo() {
		SimulatedWorld large = new SimulatedWorld(60, 60, 1);
		List<JsonNode> guilds = large.guilds(new ShardId(0, 1))
			.stream()
			.<JsonNode>map(large.payloads()::guildCreate)
			.toList();
		List<JsonNode> members = guilds.stream().flatMap((guild) -> guild.path("members").valueStream()).toList();
		assertVaries(guilds, OptionalFields.GUILD);
		assertVaries(members, OptionalFields.MEMBER);
		assertVaries(members.stream().map((member) -> member.path("user")).toList(), OptionalFields.USER);
		assertVaries(guilds.stream().flatMap((guild) -> guild.path("roles").valueStream()).toList(),
				OptionalFields.ROLE);
		assertVaries(guilds.stream().flatMap((guild) -> guild.path("channels").valueStream()).toList(),
				OptionalFields.CHANNEL);
		assertThat(guilds.stream().flatMap((guild) -> guild.path("emojis").valueStream()))
			.allSatisfy((emoji) -> assertThat(emoji.has("roles")).as("discord.js relies on it").isTrue());
		assertVaries(guilds.stream().flatMap((guild) -> guild.path("voice_states").valueStream()).toList(),
				OptionalFields.VOICE_STATE);
		assertThat(large.guilds(new ShardId(0, 1)).stream().map(large.payloads()::guildCreate).toList())
			.isEqualTo(guilds);
	}

	private static void assertVaries(List<JsonNode> objects, Set<String> names) {
		for (String name : names) {
			assertThat(objects).as(name)
				.anySatisfy((object) -> assertThat(object.has(name)).isTrue())
				.anySatisfy((object) -> assertThat(object.has(name)).isFalse());
		}
	}

	@Test
	void onlyBotsAreToldToBeBots() {
		JsonNode members = this.world.payloads().guildCreate(this.guild).path("members");
		assertThat(members.valueStream().filter((member) -> member.path("user").has("bot"))).singleElement()
			.satisfies((member) -> assertThat(member.path("user").path("bot").booleanValue()).isTrue());
	}

	@Test
	void comparisonWithTheCatalogueFindsWhatIsWrong() {
		Catalog catalog = Catalog.load();
		ObjectNode message = this.world.payloads().messageCreate(this.guild, "hello");
		message.remove("tts");
		message.put("unheard_of", 1).put("timestamp", 5).putNull("content");
		message.withObject("author").put("id", "x");
		assertThat(catalog.complaints("MESSAGE_CREATE", message)).hasSize(5);
	}

	@Test
	void eachShardOfEachLayoutHasItsOwnGuilds() {
		for (int total : new int[] { 1, 2, 3, 16, 17, 1000 }) {
			for (int id : new int[] { 0, total - 1 }) {
				ShardId shard = new ShardId(id, total);
				assertThat(this.world.guilds(shard)).hasSize(3)
					.doesNotHaveDuplicates()
					.allSatisfy((guild) -> assertThat(ShardId.forGuild(guild.id(), total)).isEqualTo(shard));
			}
		}
	}

	@Test
	void worldFollowsFromItsSeed() {
		String same = guildOf(new SimulatedWorld(3, 60, 1));
		assertThat(guildOf(this.world)).isEqualTo(same);
		assertThat(guildOf(new SimulatedWorld(3, 60, 2))).isNotEqualTo(same);
	}

	private static String guildOf(SimulatedWorld world) {
		return world.payloads().guildCreate(world.guilds(new ShardId(0, 1)).get(0)).toString();
	}

	@Test
	void idsWithinAGuildDiffer() {
		JsonNode body = this.world.payloads().guildCreate(this.guild);
		List<String> ids = new ArrayList<>();
		body.path("channels").forEach((channel) -> ids.add(channel.path("id").asString()));
		body.path("roles").forEach((role) -> ids.add(role.path("id").asString()));
		body.path("members").forEach((member) -> ids.add(member.path("user").path("id").asString()));
		body.path("emojis").forEach((emoji) -> ids.add(emoji.path("id").asString()));
		assertThat(ids).hasSizeGreaterThan(65).doesNotHaveDuplicates();
	}

	@Test
	void withoutPresencesOnlyTheBotAndUsersInVoiceAreMembers() {
		JsonNode body = this.world.payloads().guildCreate(this.guild, Set.of(Intent.GUILDS), 250);
		long expected = this.guild.members().stream().filter((member) -> member.bot() || member.inVoice()).count();
		assertThat(body.path("members").size()).isEqualTo((int) expected).isLessThan(61);
		assertThat(body.path("presences").size()).isZero();
		assertThat(body.path("member_count").asInt()).isEqualTo(61);
	}

	@Test
	void aboveTheThresholdMembersWithoutDistinctionAreLeftOut() {
		Set<Intent> presences = Set.of(Intent.GUILD_PRESENCES);
		JsonNode small = this.world.payloads().guildCreate(this.guild, presences, 61);
		JsonNode large = this.world.payloads().guildCreate(this.guild, presences, 60);
		assertThat(small.path("large").booleanValue()).isFalse();
		assertThat(small.path("members").size()).isEqualTo(61);
		assertThat(large.path("large").booleanValue()).isTrue();
		assertThat(large.path("members").size()).isLessThan(61);
	}

}
