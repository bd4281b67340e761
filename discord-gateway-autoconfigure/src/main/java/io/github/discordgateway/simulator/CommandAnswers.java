package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the server answers to the commands of an identified client. As at Discord, a
 * command for a guild of another shard, or without the intent that it needs, gets no
 * answer at all.
 *
 * @see <a href=
 * "https://discord.com/developers/docs/events/gateway-events#send-events">Send events</a>
 */
final class CommandAnswers {

	private static final int MAX_USER_IDS = 100;

	private static final int MAX_QUERY_RESULTS = 100;

	private static final int MAX_NONCE_BYTES = 32;

	/** All members of one guild may be asked for once in this time. */
	private static final Duration ALL_MEMBERS_PERIOD = Duration.ofSeconds(30);

	private final SimulatedWorld world;

	private final SimulatedCommands script;

	private final Map<Snowflake, Long> allMembersRequests = new ConcurrentHashMap<>();

	CommandAnswers(SimulatedWorld world, SimulatedCommands script) {
		this.world = world;
		this.script = script;
	}

	/**
	 * Answers a command.
	 * @param session whose client sent it
	 * @param frame the command
	 * @return {@code false} when its payload does not fit its opcode
	 */
	boolean answer(SimulatedSession session, ReceivedFrame frame) {
		JsonNode data = frame.data();
		Opcode opcode = Opcode.of(frame.opcode());
		if (opcode == null || !data.isObject()) {
			return false;
		}
		return switch (opcode) {
			case PRESENCE_UPDATE -> data.path("status").isString() && data.path("activities").isArray();
			case VOICE_STATE_UPDATE -> voiceState(session, data);
			case REQUEST_GUILD_MEMBERS -> members(session, data);
			case REQUEST_SOUNDBOARD_SOUNDS -> sounds(session, data);
			case REQUEST_CHANNEL_INFO -> channelInfo(session, data);
			default -> false;
		};
	}

	private @Nullable SimulatedGuild guild(SimulatedSession session, JsonNode id) {
		return this.world.findGuild(session.shard(), id.asString(""));
	}

	private boolean voiceState(SimulatedSession session, JsonNode data) {
		if (!isId(data.path("guild_id")) || !(isId(data.path("channel_id")) || data.path("channel_id").isNull())) {
			return false;
		}
		SimulatedGuild guild = guild(session, data.path("guild_id"));
		if (guild != null) {
			EventPayloads payloads = this.world.payloads();
			ObjectNode state = payloads.voiceState(guild, guild.bot(), null);
			state.set("channel_id", data.path("channel_id"));
			state.put("session_id", session.id());
			state.put("self_mute", data.path("self_mute").asBoolean(false));
			state.put("self_deaf", data.path("self_deaf").asBoolean(false));
			guild.putMember(guild.bot().withVoiceChannel(voiceChannel(data.path("channel_id"))));
			session.dispatch(OutgoingEvent.of("VOICE_STATE_UPDATE", state));
			if (!data.path("channel_id").isNull()) {
				session.dispatch(OutgoingEvent.of("VOICE_SERVER_UPDATE", payloads.voiceServer(guild)));
			}
		}
		return true;
	}

	/** Whether there is such a channel is not looked at. */
	private static @Nullable Snowflake voiceChannel(JsonNode id) {
		try {
			return id.isNull() ? null : Snowflake.of(id.asString());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private boolean members(SimulatedSession session, JsonNode data) {
		JsonNode guildId = onlyGuild(data.path("guild_id"));
		JsonNode query = data.path("query");
		JsonNode userIds = data.path("user_ids");
		// Exactly one of the two selects the members.
		if (!isId(guildId) || query.isString() == (isId(userIds) || userIds.isArray())
				|| userIds.size() > MAX_USER_IDS) {
			return false;
		}
		SimulatedGuild guild = guild(session, guildId);
		boolean presences = data.path("presences").asBoolean(false);
		if (guild == null || (presences && !session.intents().contains(Intent.GUILD_PRESENCES))) {
			return true;
		}
		String nonce = nonce(data.path("nonce"));
		Duration scripted = this.script.nextRateLimit();
		if (scripted != null) {
			rateLimited(session, guild, scripted, nonce);
			return true;
		}
		if (!query.isString()) {
			membersById(session, guild, userIds, presences, nonce);
			return true;
		}
		int limit = data.path("limit").asInt(0);
		boolean everybody = query.asString().isEmpty() && limit == 0;
		if (!everybody) {
			int most = (limit > 0) ? Math.min(limit, MAX_QUERY_RESULTS) : MAX_QUERY_RESULTS;
			String prefix = query.asString().toLowerCase(Locale.ROOT);
			chunks(session, guild,
					guild.members()
						.stream()
						.filter((member) -> member.username().toLowerCase(Locale.ROOT).startsWith(prefix))
						.limit(most)
						.toList(),
					List.of(), presences, nonce);
		}
		else if (session.intents().contains(Intent.GUILD_MEMBERS)) {
			everybody(session, guild, presences, nonce);
		}
		return true;
	}

	/**
	 * Some libraries still send the list that older versions took, with one guild in it.
	 */
	private static JsonNode onlyGuild(JsonNode guildId) {
		return (guildId.isArray() && guildId.size() == 1) ? guildId.path(0) : guildId;
	}

	private void membersById(SimulatedSession session, SimulatedGuild guild, JsonNode userIds, boolean presences,
			@Nullable String nonce) {
		List<SimulatedGuild.Member> found = new ArrayList<>();
		List<JsonNode> notFound = new ArrayList<>();
		for (JsonNode userId : userIds.isArray() ? userIds : List.of(userIds)) {
			SimulatedGuild.Member member = guild.findMember(userId.asString(""));
			if (member != null) {
				found.add(member);
			}
			else {
				notFound.add(userId);
			}
		}
		chunks(session, guild, found, notFound, presences, nonce);
	}

	private void everybody(SimulatedSession session, SimulatedGuild guild, boolean presences, @Nullable String nonce) {
		long now = System.nanoTime();
		Long last = this.allMembersRequests.get(guild.id());
		if (last != null && now - last < ALL_MEMBERS_PERIOD.toNanos()) {
			rateLimited(session, guild, ALL_MEMBERS_PERIOD.minusNanos(now - last), nonce);
			return;
		}
		this.allMembersRequests.put(guild.id(), now);
		chunks(session, guild, guild.members(), List.of(), presences, nonce);
	}

	private void rateLimited(SimulatedSession session, SimulatedGuild guild, Duration wait, @Nullable String nonce) {
		session.dispatch(OutgoingEvent.of("RATE_LIMITED",
				this.world.payloads().membersRateLimited(guild, wait.toMillis() / 1000.0, nonce)));
	}

	private void chunks(SimulatedSession session, SimulatedGuild guild, List<SimulatedGuild.Member> members,
			List<JsonNode> notFound, boolean presences, @Nullable String nonce) {
		int size = this.script.chunkSize();
		int missing = this.script.nextMissingChunk();
		int count = Math.max(1, (members.size() + size - 1) / size);
		for (int index = 0; index < count; index++) {
			if (index == missing) {
				continue;
			}
			int from = index * size;
			ObjectNode chunk = this.world.payloads()
				.membersChunk(guild, members.subList(from, Math.min(members.size(), from + size)), presences);
			chunk.put("chunk_index", index).put("chunk_count", count);
			if (!notFound.isEmpty()) {
				chunk.putArray("not_found").addAll(notFound);
			}
			if (nonce != null && this.script.isNonceEchoed()) {
				chunk.put("nonce", nonce);
			}
			session.dispatch(OutgoingEvent.of("GUILD_MEMBERS_CHUNK", chunk));
		}
	}

	/** One that is too long is dropped; the chunks then come without. */
	private static @Nullable String nonce(JsonNode nonce) {
		return (nonce.isString() && nonce.asString().getBytes(StandardCharsets.UTF_8).length <= MAX_NONCE_BYTES)
				? nonce.asString() : null;
	}

	private boolean sounds(SimulatedSession session, JsonNode data) {
		if (!data.path("guild_ids").isArray()) {
			return false;
		}
		for (JsonNode id : data.path("guild_ids")) {
			SimulatedGuild guild = guild(session, id);
			if (guild != null) {
				session.dispatch(OutgoingEvent.of("SOUNDBOARD_SOUNDS", this.world.payloads().soundboardSounds(guild)));
			}
		}
		return true;
	}

	private boolean channelInfo(SimulatedSession session, JsonNode data) {
		if (!isId(data.path("guild_id")) || !data.path("fields").isArray()) {
			return false;
		}
		SimulatedGuild guild = guild(session, data.path("guild_id"));
		if (guild != null) {
			List<String> fields = new ArrayList<>();
			data.path("fields").forEach((field) -> fields.add(field.asString("")));
			session.dispatch(OutgoingEvent.of("CHANNEL_INFO", this.world.payloads().channelInfo(guild, fields)));
		}
		return true;
	}

	private static boolean isId(JsonNode id) {
		return id.isString() || id.isIntegralNumber();
	}

}
