package io.github.discordgateway.simulator;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of events that happen in the simulated world, complete in their fields. Who
 * acts in them is chosen at random; a test changes what it cares about before it
 * dispatches the body.
 */
public final class EventPayloads {

	/** The first millisecond of 2015, the zero of Discord's ids. */
	private static final long EPOCH_MILLIS = 1_420_070_400_000L;

	private static final int COUNTER_BITS = 22;

	private static final int MAX_COUNT = (1 << COUNTER_BITS) - 1;

	/** The last two lines are not documented, but some libraries cannot do without. */
	private static final ObjectNode READY = ObjectPayloads.template("""
			{"v": 10, "user": null, "guilds": [], "session_id": "", "resume_gateway_url": "", "shard": [],
			"application": null,
			"private_channels": [], "presences": [], "relationships": [], "game_relationships": [],
			"guild_join_requests": [], "user_settings": {}, "session_type": "normal", "_trace": []}""");

	private static final ObjectNode MESSAGE = ObjectPayloads.template("""
			{"id": "", "channel_id": "", "author": null, "content": "", "timestamp": "", "edited_timestamp": null,
			"tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
			"embeds": [], "components": [], "pinned": false, "type": 0, "flags": 0, "guild_id": "",
			"channel_type": 0, "member": null}""");

	private static final ObjectNode INTERACTION = ObjectPayloads.template("""
			{"id": "", "application_id": "", "type": 2,
			"data": {"id": "", "name": "", "type": 1, "options": []},
			"guild": {"id": "", "features": ["NEWS"], "locale": "en-US"}, "guild_id": "",
			"channel": {"id": "", "type": 0, "name": "general", "guild_id": ""}, "channel_id": "", "member": null,
			"token": "", "version": 1, "app_permissions": "2248473465835073", "locale": "en-US",
			"guild_locale": "en-US", "entitlements": [], "authorizing_integration_owners": {}, "context": 0,
			"attachment_size_limit": 10485760}""");

	/** The privileged intents of this application are all switched on for few guilds. */
	private static final int APPLICATION_FLAGS = (1 << 13) | (1 << 15) | (1 << 19);

	private final AtomicInteger counter = new AtomicInteger();

	private final Random random;

	EventPayloads(long seed) {
		this.random = new Random(seed);
	}

	/** A message with each field that the least of them has. */
	static ObjectNode emptyMessage() {
		return MESSAGE.deepCopy();
	}

	Snowflake nextId() {
		long millis = System.currentTimeMillis() - EPOCH_MILLIS;
		int count = this.counter.getAndIncrement() & MAX_COUNT;
		return Snowflake.of((millis << COUNTER_BITS) | count);
	}

	private Snowflake textChannel(SimulatedGuild guild) {
		List<Snowflake> channels = guild.textChannels();
		return channels.get(this.random.nextInt(channels.size()));
	}

	ObjectNode ready(String sessionId, String resumeUrl, ShardId shard, Collection<SimulatedGuild> guilds) {
		ObjectNode ready = READY.deepCopy();
		ready.set("user", ObjectPayloads.botUser());
		for (SimulatedGuild guild : guilds) {
			((ArrayNode) ready.get("guilds")).addObject().put("id", guild.id().toString()).put("unavailable", true);
		}
		ready.put("session_id", sessionId).put("resume_gateway_url", resumeUrl);
		ready.putArray("shard").add(shard.number()).add(shard.total());
		ready.putObject("application").put("id", SimulatedWorld.BOT_ID.toString()).put("flags", APPLICATION_FLAGS);
		return ready;
	}

	ObjectNode guildCreate(SimulatedGuild guild, Set<Intent> intents, int largeThreshold) {
		return ObjectPayloads.guild(guild, intents.contains(Intent.GUILD_PRESENCES), largeThreshold);
	}

	/**
	 * Makes a GUILD_CREATE.
	 * @param guild the guild
	 * @return the whole guild with all its members and presences
	 */
	public ObjectNode guildCreate(SimulatedGuild guild) {
		return ObjectPayloads.guild(guild, true, Integer.MAX_VALUE);
	}

	/**
	 * Makes a MESSAGE_CREATE.
	 * @param guild where the message is written
	 * @param content its text
	 * @return a new message of some member in some text channel
	 */
	public ObjectNode messageCreate(SimulatedGuild guild, String content) {
		return message(guild, guild.human(this.random), textChannel(guild), content);
	}

	ObjectNode message(SimulatedGuild guild, SimulatedGuild.Member author, Snowflake channel, String content) {
		Snowflake id = nextId();
		ObjectNode message = MESSAGE.deepCopy();
		message.set("author", ObjectPayloads.user(author));
		message.set("member", ObjectPayloads.memberWithoutUser(guild, author));
		message.put("id", id.toString())
			.put("channel_id", channel.toString())
			.put("guild_id", guild.id().toString())
			.put("content", content)
			.put("timestamp", ObjectPayloads.timestamp(id.timestamp()));
		return OptionalFields.thin(message, OptionalFields.MESSAGE, id.value() & MAX_COUNT);
	}

	/**
	 * Makes a MESSAGE_UPDATE.
	 * @param guild where the message was edited
	 * @param content its new text
	 * @return a whole message with the time of its edit
	 */
	public ObjectNode messageUpdate(SimulatedGuild guild, String content) {
		return messageCreate(guild, content).put("edited_timestamp", ObjectPayloads.timestamp(Instant.now()));
	}

	/**
	 * Makes a MESSAGE_DELETE.
	 * @param guild where a message was deleted
	 * @return ids only
	 */
	public ObjectNode messageDelete(SimulatedGuild guild) {
		return ObjectPayloads.template("{}")
			.put("id", nextId().toString())
			.put("channel_id", textChannel(guild).toString())
			.put("guild_id", guild.id().toString());
	}

	/**
	 * Makes a MESSAGE_REACTION_ADD.
	 * @param guild where somebody reacted
	 * @return a reaction with a Unicode emoji
	 */
	public ObjectNode messageReactionAdd(SimulatedGuild guild) {
		ObjectNode reaction = reaction(guild, guild.human(this.random), true);
		return reaction.put("message_author_id", guild.human(this.random).userId().toString());
	}

	/**
	 * Makes a MESSAGE_REACTION_REMOVE.
	 * @param guild where somebody took a reaction back
	 * @return a reaction with a Unicode emoji
	 */
	public ObjectNode messageReactionRemove(SimulatedGuild guild) {
		return reaction(guild, guild.human(this.random), false);
	}

	/** Only who reacts is shown as a member, not who takes it back. */
	ObjectNode reaction(SimulatedGuild guild, SimulatedGuild.Member member, boolean added) {
		ObjectNode reaction = ObjectPayloads.template("{}");
		reaction.putObject("emoji").putNull("id").put("name", "\uD83D\uDC4B");
		if (added) {
			reaction.set("member", ObjectPayloads.member(guild, member));
		}
		return reaction.put("user_id", member.userId().toString())
			.put("channel_id", textChannel(guild).toString())
			.put("message_id", nextId().toString())
			.put("guild_id", guild.id().toString())
			.put("burst", false)
			.put("type", 0);
	}

	/**
	 * Makes a PRESENCE_UPDATE.
	 * @param guild where somebody's presence changed
	 * @return the new presence
	 */
	public ObjectNode presenceUpdate(SimulatedGuild guild) {
		String[] all = { "online", "idle", "dnd", "offline" };
		return ObjectPayloads.presence(guild.human(this.random), all[this.random.nextInt(all.length)])
			.put("guild_id", guild.id().toString());
	}

	/**
	 * Makes a TYPING_START.
	 * @param guild where somebody types
	 * @return who types where, with the time in seconds
	 */
	public ObjectNode typingStart(SimulatedGuild guild) {
		return typing(guild, guild.human(this.random), textChannel(guild));
	}

	ObjectNode typing(SimulatedGuild guild, SimulatedGuild.Member member, Snowflake channel) {
		ObjectNode typing = ObjectPayloads.template("{}")
			.put("channel_id", channel.toString())
			.put("guild_id", guild.id().toString())
			.put("user_id", member.userId().toString())
			.put("timestamp", Instant.now().getEpochSecond());
		typing.set("member", ObjectPayloads.member(guild, member));
		return typing;
	}

	/**
	 * Makes a VOICE_STATE_UPDATE.
	 * @param guild where somebody joined or left the voice channel
	 * @return the new voice state, without a channel after leaving
	 */
	public ObjectNode voiceStateUpdate(SimulatedGuild guild) {
		return voiceState(guild, guild.human(this.random), this.random.nextBoolean() ? guild.voiceChannel() : null);
	}

	ObjectNode voiceState(SimulatedGuild guild, SimulatedGuild.Member member, @Nullable Snowflake channel) {
		ObjectNode state = ObjectPayloads.voiceState(member, channel).put("guild_id", guild.id().toString());
		state.set("member", ObjectPayloads.member(guild, member));
		return state;
	}

	/** The GUILD_DELETE of a guild that is there, but cannot be reached. */
	ObjectNode outage(SimulatedGuild guild) {
		return ObjectPayloads.template("{}").put("id", guild.id().toString()).put("unavailable", true);
	}

	ObjectNode channelCreate(SimulatedGuild guild, SimulatedGuild.Channel channel) {
		return ObjectPayloads.channel(guild, channel).put("guild_id", guild.id().toString());
	}

	ObjectNode voiceServer(SimulatedGuild guild) {
		return ObjectPayloads.template("{}")
			.put("token", Long.toHexString(guild.id().value()))
			.put("guild_id", guild.id().toString())
			.put("endpoint", "voice.simulator.invalid:443");
	}

	/**
	 * Makes a GUILD_MEMBER_ADD.
	 * @param guild where somebody joined
	 * @return the member
	 */
	public ObjectNode guildMemberAdd(SimulatedGuild guild) {
		return memberAdd(guild, guild.human(this.random));
	}

	ObjectNode memberAdd(SimulatedGuild guild, SimulatedGuild.Member member) {
		return ObjectPayloads.member(guild, member).put("guild_id", guild.id().toString());
	}

	/**
	 * Makes a GUILD_MEMBER_UPDATE.
	 * @param guild where a member changed
	 * @return the member with a new nickname
	 */
	public ObjectNode guildMemberUpdate(SimulatedGuild guild) {
		return ObjectPayloads.member(guild, guild.human(this.random))
			.put("guild_id", guild.id().toString())
			.put("nick", "nick-" + this.random.nextInt(1000));
	}

	/**
	 * Makes a GUILD_MEMBER_REMOVE.
	 * @param guild where somebody left
	 * @return the user who is gone
	 */
	public ObjectNode guildMemberRemove(SimulatedGuild guild) {
		return memberRemove(guild, guild.human(this.random));
	}

	ObjectNode memberRemove(SimulatedGuild guild, SimulatedGuild.Member member) {
		ObjectNode removed = ObjectPayloads.template("{}").put("guild_id", guild.id().toString());
		removed.set("user", ObjectPayloads.user(member));
		return removed;
	}

	/**
	 * Makes an INTERACTION_CREATE.
	 * @param guild where somebody used a slash command
	 * @param command the name of the command
	 * @return the use of a command without options
	 */
	public ObjectNode interactionCreate(SimulatedGuild guild, String command) {
		return interaction(guild, guild.human(this.random), textChannel(guild), command);
	}

	ObjectNode interaction(SimulatedGuild guild, SimulatedGuild.Member member, Snowflake channel, String command) {
		String guildId = guild.id().toString();
		String channelId = channel.toString();
		Snowflake id = nextId();
		ObjectNode interaction = INTERACTION.deepCopy();
		interaction.put("id", id.toString())
			.put("application_id", SimulatedWorld.BOT_ID.toString())
			.put("guild_id", guildId)
			.put("channel_id", channelId)
			.put("token", "interaction-" + id);
		interaction.withObject("data").put("id", nextId().toString()).put("name", command).put("guild_id", guildId);
		interaction.withObject("guild").put("id", guildId);
		interaction.withObject("channel").put("id", channelId).put("guild_id", guildId);
		interaction.withObject("authorizing_integration_owners").put("0", guildId);
		interaction.set("member", ObjectPayloads.member(guild, member).put("permissions", "2248473465835073"));
		return interaction;
	}

	ObjectNode membersChunk(SimulatedGuild guild, List<SimulatedGuild.Member> members, boolean presences) {
		ObjectNode chunk = ObjectPayloads.template("{}").put("guild_id", guild.id().toString());
		ArrayNode nodes = chunk.putArray("members");
		members.forEach((member) -> nodes.add(ObjectPayloads.member(guild, member)));
		if (presences) {
			ArrayNode statuses = chunk.putArray("presences");
			members.stream()
				.filter(SimulatedGuild.Member::online)
				.forEach((member) -> statuses.add(ObjectPayloads.presence(member, "online")));
		}
		return chunk;
	}

	ObjectNode membersRateLimited(SimulatedGuild guild, double retryAfter, @Nullable String nonce) {
		ObjectNode limited = ObjectPayloads.template("{}")
			.put("opcode", Opcode.REQUEST_GUILD_MEMBERS.code())
			.put("retry_after", retryAfter);
		ObjectNode meta = limited.putObject("meta").put("guild_id", guild.id().toString());
		if (nonce != null) {
			meta.put("nonce", nonce);
		}
		return limited;
	}

	ObjectNode soundboardSounds(SimulatedGuild guild) {
		ObjectNode sounds = ObjectPayloads.template("{}").put("guild_id", guild.id().toString());
		sounds.putArray("soundboard_sounds").add(ObjectPayloads.sound(guild));
		return sounds;
	}

	ObjectNode channelInfo(SimulatedGuild guild, Collection<String> fields) {
		ObjectNode info = ObjectPayloads.template("{}").put("guild_id", guild.id().toString());
		ObjectNode channel = info.putArray("channels").addObject().put("id", guild.voiceChannel().toString());
		if (fields.contains("status")) {
			channel.putNull("status");
		}
		if (fields.contains("voice_start_time")) {
			channel.putNull("voice_start_time");
		}
		return info;
	}

}
