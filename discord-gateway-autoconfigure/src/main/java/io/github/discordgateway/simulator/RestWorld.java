package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The world as the bot may see and change it by requests: finds places, looks at the
 * bot's permissions there, and lets things happen.
 */
final class RestWorld {

	private final LiveWorld liveWorld;

	RestWorld(LiveWorld liveWorld) {
		this.liveWorld = liveWorld;
	}

	SimulatedWorld world() {
		return this.liveWorld.world();
	}

	EventPayloads payloads() {
		return this.liveWorld.payloads();
	}

	MessageHistory messages() {
		return world().messages();
	}

	/** Sends an event to the sessions that hear about it. */
	void happen(String eventName, ObjectNode body) {
		if (eventName.equals("MESSAGE_CREATE") && !body.has("interaction_metadata")) {
			this.liveWorld.sent(body.deepCopy());
		}
		this.liveWorld.mention(eventName, body);
	}

	/**
	 * The guild that the request names.
	 * @param request the request
	 * @param needed what the bot must be allowed to do there
	 * @throws RestRefusal when there is no such guild, or a permission is missing
	 */
	SimulatedGuild guild(RestRequest request, Permissions... needed) {
		SimulatedGuild guild = world().findGuild(request.id("guild"));
		if (guild == null || guild.hasLeft(SimulatedWorld.BOT_ID)) {
			throw RestRefusal.unknownGuild();
		}
		demand(permissions(guild, null), needed);
		return guild;
	}

	/**
	 * The channel that the request names, which the bot must see.
	 * @param request the request
	 * @param needed what else the bot must be allowed to do there
	 * @throws RestRefusal when there is no such channel, or a permission is missing
	 */
	Place place(RestRequest request, Permissions... needed) {
		Place place = find(request.id("channel"));
		if (place == null) {
			throw RestRefusal.unknownChannel();
		}
		if (place.guild() != null) {
			long permissions = permissions(place.guild(), place.channel());
			if (!allows(permissions, Permissions.VIEW_CHANNEL)) {
				throw RestRefusal.missingAccess();
			}
			demand(permissions, needed);
		}
		return place;
	}

	/** A place in a guild. */
	GuildPlace guildPlace(RestRequest request, Permissions... needed) {
		Place place = place(request, needed);
		SimulatedGuild guild = place.guild();
		SimulatedGuild.Channel channel = place.channel();
		if (guild == null || channel == null) {
			throw RestRefusal.wrongChannelType();
		}
		return new GuildPlace(guild, channel);
	}

	/** What is known of a channel; {@code null} when there is none. */
	@Nullable Place find(Snowflake channelId) {
		SimulatedGuild guild = world().guildOf(channelId);
		if (guild != null) {
			return new Place(channelId, guild, guild.findChannel(channelId), null);
		}
		SimulatedGuild.Member recipient = world().findUser(Snowflake.of(channelId.value() - 1));
		if (recipient != null) {
			return new Place(channelId, null, null, recipient);
		}
		// Of some places no more is known than that somebody wrote there.
		String guildId = messages().guildOf(channelId);
		if (guildId == null) {
			return null;
		}
		return new Place(channelId, guildId.isEmpty() ? null : world().findGuild(Snowflake.of(guildId)), null, null);
	}

	/**
	 * What the bot may do.
	 * @param guild where
	 * @param channel in which channel; {@code null} for the whole guild
	 * @return the bits of the permissions
	 */
	static long permissions(SimulatedGuild guild, SimulatedGuild.@Nullable Channel channel) {
		List<Snowflake> roles = rolesOf(guild, SimulatedWorld.BOT_ID);
		long granted = 0;
		for (Snowflake role : roles) {
			granted |= bits(guild.roles().getOrDefault(role, ObjectPayloads.NOTHING).path("permissions"));
		}
		if ((granted & Permissions.ADMINISTRATOR.bits()) != 0) {
			return -1;
		}
		if (channel != null && channel.isThread()) {
			channel = guild.findChannel(Snowflake.of(channel.fields().path("parent_id").asString("0")));
		}
		if (channel == null) {
			return granted;
		}
		JsonNode overwrites = channel.fields().path("permission_overwrites");
		granted = apply(overwrites, List.of(guild.id()), granted);
		granted = apply(overwrites, roles.subList(1, roles.size()), granted);
		return apply(overwrites, List.of(SimulatedWorld.BOT_ID), granted);
	}

	private static long apply(JsonNode overwrites, List<Snowflake> ids, long granted) {
		long allowed = 0;
		long denied = 0;
		for (JsonNode overwrite : overwrites) {
			if (ids.stream().anyMatch((id) -> overwrite.path("id").asString("").equals(id.toString()))) {
				allowed |= bits(overwrite.path("allow"));
				denied |= bits(overwrite.path("deny"));
			}
		}
		return (granted & ~denied) | allowed;
	}

	static long bits(JsonNode permissions) {
		return Long.parseUnsignedLong(permissions.asString("0"));
	}

	static boolean allows(long granted, Permissions needed) {
		return (granted & needed.bits()) == needed.bits();
	}

	private static void demand(long granted, Permissions... needed) {
		for (Permissions permission : needed) {
			if (!allows(granted, permission)) {
				throw RestRefusal.missingPermissions();
			}
		}
	}

	/** The roles of a member, {@code @everyone} first. */
	static List<Snowflake> rolesOf(SimulatedGuild guild, Snowflake userId) {
		List<Snowflake> roles = new ArrayList<>(List.of(guild.id()));
		SimulatedGuild.Member member = guild.findMember(userId.toString());
		if (member != null) {
			ObjectPayloads.memberWithoutUser(guild, member)
				.path("roles")
				.forEach((role) -> roles.add(Snowflake.of(role.asString())));
		}
		return roles;
	}

	/** How high the highest role of a member is; nobody is above the owner. */
	static int rank(SimulatedGuild guild, Snowflake userId) {
		if (userId.equals(guild.ownerId())) {
			return Integer.MAX_VALUE;
		}
		return rolesOf(guild, userId).stream()
			.mapToInt((role) -> guild.roles().getOrDefault(role, ObjectPayloads.NOTHING).path("position").asInt(0))
			.max()
			.orElse(0);
	}

	SimulatedGuild.Member member(SimulatedGuild guild, Snowflake userId) {
		SimulatedGuild.Member member = guild.findMember(userId.toString());
		if (member == null) {
			throw (world().findUser(userId) != null) ? RestRefusal.unknownMember() : RestRefusal.unknownUser();
		}
		return member;
	}

	SimulatedGuild.Member user(Snowflake userId) {
		SimulatedGuild.Member user = world().findUser(userId);
		if (user == null) {
			throw RestRefusal.unknownUser();
		}
		return user;
	}

	ObjectNode role(SimulatedGuild guild, Snowflake roleId) {
		ObjectNode role = guild.roles().get(roleId);
		if (role == null) {
			throw RestRefusal.unknownRole();
		}
		return role;
	}

	/**
	 * Writes the audit log, and tells the bot of it.
	 * @param guild where it happened
	 * @param type what happened
	 * @param targetId to whom or what
	 * @param changes what changed
	 * @param reason why the bot did it, if it said so
	 */
	void audit(SimulatedGuild guild, AuditLogEvent type, Snowflake targetId, ObjectNode changes,
			@Nullable String reason) {
		ObjectNode entry = ObjectPayloads.template("{}")
			.put("id", payloads().nextId().toString())
			.put("user_id", SimulatedWorld.BOT_ID.toString())
			.put("target_id", targetId.toString())
			.put("action_type", type.value());
		ArrayNode list = entry.putArray("changes");
		changes.properties().forEach((change) -> {
			ObjectNode changed = list.addObject().put("key", change.getKey());
			if (!change.getValue().isNull()) {
				changed.set("new_value", change.getValue());
			}
		});
		if (reason != null) {
			entry.put("reason", reason);
		}
		guild.records().audit(entry);
		happen("GUILD_AUDIT_LOG_ENTRY_CREATE", entry.deepCopy().put("guild_id", guild.id().toString()));
	}

	/**
	 * Where messages can be.
	 *
	 * @param id the channel's id
	 * @param guild its guild; {@code null} for direct messages
	 * @param channel the channel of the guild; {@code null} when no more than its id is
	 * known
	 * @param recipient with whom the bot writes direct messages; {@code null} elsewhere
	 */
	record Place(Snowflake id, @Nullable SimulatedGuild guild, SimulatedGuild.@Nullable Channel channel,
			SimulatedGuild.@Nullable Member recipient) {
	}

	/**
	 * A channel of a guild.
	 *
	 * @param guild the guild
	 * @param channel the channel or thread
	 */
	record GuildPlace(SimulatedGuild guild, SimulatedGuild.Channel channel) {

		ObjectNode json() {
			return ObjectPayloads.channel(this.guild, this.channel).put("guild_id", this.guild.id().toString());
		}

	}

}
