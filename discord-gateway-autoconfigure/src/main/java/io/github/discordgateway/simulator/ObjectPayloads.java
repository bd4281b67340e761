package io.github.discordgateway.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.Intent;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of Discord's objects: users, members, roles, channels, presences, whole
 * guilds. Each begins as a template that has every field, so that what is there can be
 * seen at a glance; what Discord leaves out of some is left out of some.
 */
final class ObjectPayloads {

	/** Microseconds and an offset in hours and minutes, as Discord writes them. */
	private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx")
		.withZone(ZoneOffset.UTC);

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final ObjectNode USER = template("""
			{"id": "", "username": "", "discriminator": "0", "global_name": null, "avatar": null,
			"public_flags": 0, "avatar_decoration_data": null, "collectibles": null,
			"primary_guild": null}""");

	private static final ObjectNode MEMBER = template("""
			{"nick": null, "avatar": null, "banner": null, "roles": [], "joined_at": "", "premium_since": null,
			"deaf": false, "mute": false, "flags": 0, "pending": false, "communication_disabled_until": null,
			"avatar_decoration_data": null, "collectibles": null}""");

	private static final ObjectNode ROLE = template("""
			{"id": "", "name": "", "color": 0,
			"colors": {"primary_color": 0, "secondary_color": null, "tertiary_color": null},
			"hoist": false, "icon": null, "unicode_emoji": null, "position": 0, "permissions": "2248473465835073",
			"managed": false, "mentionable": false, "flags": 0}""");

	private static final ObjectNode TEXT_CHANNEL = template("""
			{"id": "", "type": 0, "position": 0, "permission_overwrites": [], "name": "", "topic": null,
			"nsfw": false, "last_message_id": null, "rate_limit_per_user": 0, "parent_id": null,
			"last_pin_timestamp": null, "flags": 0}""");

	private static final ObjectNode VOICE_CHANNEL = template("""
			{"id": "", "type": 2, "position": 0, "permission_overwrites": [], "name": "", "nsfw": false,
			"last_message_id": null, "bitrate": 64000, "user_limit": 0, "rate_limit_per_user": 0,
			"parent_id": null, "rtc_region": null, "flags": 0}""");

	private static final ObjectNode VOICE_STATE = template("""
			{"channel_id": null, "user_id": "", "session_id": "", "deaf": false, "mute": false,
			"self_deaf": false, "self_mute": false, "self_stream": false, "self_video": false,
			"suppress": false, "request_to_speak_timestamp": null}""");

	private static final ObjectNode EMOJI = template("""
			{"id": "", "name": "wave_otter", "roles": [], "require_colons": true, "managed": false,
			"animated": false, "available": true}""");

	private static final ObjectNode SOUND = template("""
			{"name": "horn", "sound_id": "", "volume": 1.0, "emoji_id": null, "emoji_name": null,
			"guild_id": "", "available": true}""");

	private static final ObjectNode GUILD = template("""
			{"id": "", "name": "", "icon": null, "splash": null, "discovery_splash": null, "owner_id": "",
			"region": "deprecated", "afk_channel_id": null, "afk_timeout": 300, "widget_enabled": false,
			"widget_channel_id": null, "verification_level": 1, "default_message_notifications": 1,
			"explicit_content_filter": 0, "roles": [], "emojis": [], "features": ["NEWS"], "mfa_level": 0,
			"application_id": null, "system_channel_id": null, "system_channel_flags": 0,
			"rules_channel_id": null, "max_presences": null, "max_members": 25000000, "vanity_url_code": null,
			"description": null, "banner": null, "premium_tier": 0, "premium_subscription_count": 0,
			"preferred_locale": "en-US", "public_updates_channel_id": null, "max_video_channel_users": 25,
			"max_stage_video_channel_users": 50, "nsfw_level": 0, "stickers": [],
			"premium_progress_bar_enabled": false, "safety_alerts_channel_id": null, "incidents_data": null,
			"joined_at": "", "large": false, "unavailable": false, "member_count": 0, "voice_states": [],
			"members": [], "channels": [], "threads": [], "presences": [], "stage_instances": [],
			"guild_scheduled_events": [], "soundboard_sounds": []}""");

	/** An object without fields, not to be changed. */
	static final ObjectNode NOTHING = template("{}");

	private static final ObjectNode THREAD = template("""
			{"id": "", "type": 11, "guild_id": "", "parent_id": "", "owner_id": "", "name": "",
			"last_message_id": null, "message_count": 0, "total_message_sent": 0, "member_count": 1,
			"rate_limit_per_user": 0, "flags": 0, "thread_metadata": null}""");

	/** All but administrator, so that one of them can be taken away. */
	private static final String BOT_PERMISSIONS = "8866461766385655";

	private ObjectPayloads() {
	}

	static ObjectNode template(String json) {
		return (ObjectNode) MAPPER.readTree(json);
	}

	static String timestamp(Instant instant) {
		return TIMESTAMP.format(instant);
	}

	static ObjectNode user(SimulatedGuild.Member member) {
		ObjectNode user = USER.deepCopy();
		user.put("id", member.userId().toString()).put("username", member.username());
		if (member.bot()) {
			user.put("bot", true);
		}
		else {
			user.put("global_name", member.username().replace('_', ' '));
		}
		return OptionalFields.thin(user, OptionalFields.USER, member.userId().value());
	}

	/** The bot as READY shows it: with the fields that only the account itself sees. */
	static ObjectNode botUser() {
		ObjectNode user = USER.deepCopy();
		return user.put("id", SimulatedWorld.BOT_ID.toString())
			.put("username", "simulated-bot")
			.put("bot", true)
			.put("mfa_enabled", true)
			.put("verified", true)
			.putNull("email")
			.put("flags", 0);
	}

	static ObjectNode member(SimulatedGuild guild, SimulatedGuild.Member member) {
		ObjectNode node = memberWithoutUser(guild, member);
		node.set("user", user(member));
		return node;
	}

	static ObjectNode memberWithoutUser(SimulatedGuild guild, SimulatedGuild.Member member) {
		ObjectNode node = MEMBER.deepCopy();
		node.put("nick", member.nick()).put("joined_at", joinedAt(guild));
		ArrayNode roles = (ArrayNode) node.get("roles");
		if (member.bot()) {
			roles.add(guild.botRole().toString());
		}
		else if (member.moderator()) {
			roles.add(guild.moderatorRole().toString());
		}
		OptionalFields.thin(node, OptionalFields.MEMBER, guild.id().value() ^ member.userId().value());
		node.setAll(guild.memberFields(member.userId()));
		return node;
	}

	private static String joinedAt(SimulatedGuild guild) {
		return timestamp(guild.id().timestamp().plusSeconds(3600));
	}

	static ObjectNode presence(SimulatedGuild.Member member, String status) {
		ObjectNode presence = MAPPER.createObjectNode();
		presence.putObject("user").put("id", member.userId().toString());
		presence.put("status", status);
		presence.putArray("activities");
		ObjectNode clients = presence.putObject("client_status");
		if (!status.equals("offline")) {
			clients.put("desktop", status);
		}
		return presence;
	}

	static ObjectNode voiceState(SimulatedGuild.Member member, @Nullable Snowflake channel) {
		ObjectNode state = VOICE_STATE.deepCopy()
			.put("user_id", member.userId().toString())
			.put("channel_id", (channel != null) ? channel.toString() : null)
			.put("session_id", Long.toHexString(member.userId().value()));
		return OptionalFields.thin(state, OptionalFields.VOICE_STATE, member.userId().value());
	}

	static ObjectNode sound(SimulatedGuild guild) {
		ObjectNode sound = SOUND.deepCopy();
		return sound.put("sound_id", guild.sound().toString()).put("guild_id", guild.id().toString());
	}

	/**
	 * A whole guild, with as many members and presences as the session may see.
	 * @param guild the guild
	 * @param presences whether the session has {@link Intent#GUILD_PRESENCES}
	 * @param largeThreshold the number of members above which offline ones are left out
	 * @return the body of GUILD_CREATE
	 */
	static ObjectNode guild(SimulatedGuild guild, boolean presences, int largeThreshold) {
		ObjectNode node = GUILD.deepCopy();
		node.put("id", guild.id().toString())
			.put("name", guild.name())
			.put("owner_id", guild.ownerId().toString())
			.put("system_channel_id", guild.textChannels().get(0).toString())
			.put("joined_at", joinedAt(guild))
			.put("member_count", guild.members().size());
		boolean large = guild.members().size() > largeThreshold;
		node.put("large", large);
		guild.roles().values().forEach(node.putArray("roles")::add);
		// Discord writes all fields of a guild's own emojis, and discord.js relies on it.
		node.putArray("emojis").add(EMOJI.deepCopy().put("id", guild.emoji().toString()));
		node.putArray("soundboard_sounds").add(sound(guild));
		node.set("channels", channels(guild, false));
		node.set("threads", channels(guild, true));
		for (SimulatedGuild.Member member : guild.members()) {
			boolean notable = member.online() || member.moderator() || member.nick() != null;
			if (member.bot() || member.inVoice() || (presences && (!large || notable))) {
				((ArrayNode) node.get("members")).add(member(guild, member));
			}
			if (presences && member.online()) {
				((ArrayNode) node.get("presences")).add(presence(member, "online"));
			}
			if (member.inVoice()) {
				((ArrayNode) node.get("voice_states")).add(voiceState(member, member.voiceChannel()));
			}
		}
		OptionalFields.thin(node, OptionalFields.GUILD, guild.id().value());
		node.setAll(guild.fields());
		return node;
	}

	/** The guild as requests and GUILD_UPDATE show it. */
	static ObjectNode guildWithoutContents(SimulatedGuild guild) {
		return guild(guild, false, 0).remove(EventWriter.ONLY_IN_GUILD_CREATE);
	}

	static Map<Snowflake, ObjectNode> defaultRoles(SimulatedGuild guild) {
		Map<Snowflake, ObjectNode> roles = new LinkedHashMap<>();
		roles.put(guild.id(), role(guild.id(), "@everyone", 0));
		roles.put(guild.moderatorRole(), role(guild.moderatorRole(), "Moderator", 1).put("hoist", true));
		roles.put(guild.botRole(), botRole(guild));
		return roles;
	}

	static ObjectNode role(Snowflake id, String name, int position) {
		ObjectNode role = ROLE.deepCopy().put("id", id.toString()).put("name", name).put("position", position);
		return OptionalFields.thin(role, OptionalFields.ROLE, id.value());
	}

	private static ObjectNode botRole(SimulatedGuild guild) {
		ObjectNode role = role(guild.botRole(), "simulated-bot", 2).put("managed", true)
			.put("permissions", BOT_PERMISSIONS);
		role.putObject("tags").put("bot_id", SimulatedWorld.BOT_ID.toString());
		return role;
	}

	private static ArrayNode channels(SimulatedGuild guild, boolean threads) {
		ArrayNode channels = MAPPER.createArrayNode();
		List<SimulatedGuild.Channel> all = guild.channels();
		for (int i = 0; i < all.size(); i++) {
			SimulatedGuild.Channel channel = all.get(i);
			if (channel.isThread() == threads && !isArchived(channel)) {
				channels.add(channel(guild, channel, i));
			}
		}
		return channels;
	}

	static boolean isArchived(SimulatedGuild.Channel channel) {
		return channel.fields().path("thread_metadata").path("archived").asBoolean(false);
	}

	static ObjectNode channel(SimulatedGuild guild, SimulatedGuild.Channel channel) {
		return channel(guild, channel, guild.channels().indexOf(channel));
	}

	/** The place is given, since to look for that of each takes long in large guilds. */
	private static ObjectNode channel(SimulatedGuild guild, SimulatedGuild.Channel channel, int place) {
		ObjectNode node = template(channel).deepCopy()
			.put("id", channel.id().toString())
			.put("type", channel.type())
			.put("name", channel.name());
		if (channel.isThread()) {
			node.put("guild_id", guild.id().toString());
		}
		else {
			node.put("position", Math.max(0, place - 1));
			OptionalFields.thin(node, OptionalFields.CHANNEL, channel.id().value());
			if (channel.type() != SimulatedGuild.Channel.CATEGORY) {
				node.put("parent_id", guild.category().toString());
			}
		}
		node.setAll(channel.fields());
		return node;
	}

	private static ObjectNode template(SimulatedGuild.Channel channel) {
		if (channel.isThread()) {
			return THREAD;
		}
		return channel.isVoice() ? VOICE_CHANNEL : TEXT_CHANNEL;
	}

}
