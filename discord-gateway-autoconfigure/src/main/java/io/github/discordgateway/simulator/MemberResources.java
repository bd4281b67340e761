package io.github.discordgateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members of guilds and bans.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild">Guild</a>
 */
final class MemberResources {

	private static final Duration MAX_TIME_OUT = Duration.ofDays(28);

	private final RestWorld world;

	MemberResources(RestWorld world, RestRoutes routes) {
		this.world = world;
		String members = "/guilds/{guild}/members";
		String bans = "/guilds/{guild}/bans";
		routes.add("GET", members, this::list);
		routes.add("GET", members + "/search", this::search);
		routes.add("GET", members + "/{user}", this::get);
		routes.add("PATCH", members + "/{user}", (request) -> edit(request, request.id("user")));
		routes.add("PATCH", members + "/@me", (request) -> edit(request, SimulatedWorld.BOT_ID));
		routes.add("DELETE", members + "/{user}", this::kick);
		routes.add("PUT", members + "/{user}/roles/{role}", (request) -> role(request, true));
		routes.add("DELETE", members + "/{user}/roles/{role}", (request) -> role(request, false));
		routes.add("GET", bans, this::bans);
		routes.add("GET", bans + "/{user}", this::ban);
		routes.add("PUT", bans + "/{user}", this::createBan);
		routes.add("DELETE", bans + "/{user}", this::deleteBan);
		routes.add("POST", "/guilds/{guild}/bulk-ban", this::bulkBan);
	}

	private RestAnswer get(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request);
		return RestAnswer.of(ObjectPayloads.member(guild, this.world.member(guild, request.id("user"))));
	}

	private RestAnswer list(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request);
		Snowflake after = request.queryId("after");
		return RestAnswer.list(guild.members()
			.stream()
			.sorted(Comparator.comparing(SimulatedGuild.Member::userId))
			.filter((member) -> after == null || member.userId().compareTo(after) > 0)
			.limit(request.limit(1, 1000))
			.map((member) -> ObjectPayloads.member(guild, member))
			.toList());
	}

	private RestAnswer search(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request);
		String query = request.query().getOrDefault("query", "").toLowerCase(Locale.ROOT);
		return RestAnswer.list(guild.members()
			.stream()
			.filter((member) -> starts(member.username(), query) || starts(nick(guild, member), query))
			.limit(request.limit(1, 1000))
			.map((member) -> ObjectPayloads.member(guild, member))
			.toList());
	}

	private static @Nullable String nick(SimulatedGuild guild, SimulatedGuild.Member member) {
		JsonNode nick = ObjectPayloads.memberWithoutUser(guild, member).path("nick");
		return nick.isString() ? nick.asString() : null;
	}

	private static boolean starts(@Nullable String name, String query) {
		return name != null && name.toLowerCase(Locale.ROOT).startsWith(query);
	}

	/** Nobody acts on those who are as high as oneself. */
	private static void outrank(SimulatedGuild guild, Snowflake userId) {
		if (RestWorld.rank(guild, userId) >= RestWorld.rank(guild, SimulatedWorld.BOT_ID)) {
			throw RestRefusal.missingPermissions();
		}
	}

	private RestAnswer edit(RestRequest request, Snowflake userId) {
		SimulatedGuild guild = this.world.guild(request);
		SimulatedGuild.Member member = this.world.member(guild, userId);
		ObjectNode body = request.object();
		new FieldChecks(body).text("nick", 0, 32).done();
		ObjectNode changes = request.only("nick", "roles", "mute", "deaf", "communication_disabled_until", "flags");
		boolean own = userId.equals(SimulatedWorld.BOT_ID);
		if (body.has("nick")) {
			this.world.guild(request, own ? Permissions.CHANGE_NICKNAME : Permissions.MANAGE_NICKNAMES);
			if (body.path("nick").asString("").isEmpty()) {
				changes.putNull("nick");
			}
		}
		if (!own && (body.has("nick") || body.has("roles") || body.has("communication_disabled_until"))) {
			outrank(guild, userId);
		}
		if (body.has("roles")) {
			this.world.guild(request, Permissions.MANAGE_ROLES);
			body.path("roles").forEach((role) -> this.world.role(guild, Snowflake.of(role.asString())));
		}
		if (body.has("communication_disabled_until")) {
			this.world.guild(request, Permissions.MODERATE_MEMBERS);
			timeOut(body, changes);
		}
		if (body.has("mute")) {
			this.world.guild(request, Permissions.MUTE_MEMBERS);
		}
		if (body.has("deaf")) {
			this.world.guild(request, Permissions.DEAFEN_MEMBERS);
		}
		if (body.has("channel_id")) {
			this.world.guild(request, Permissions.MOVE_MEMBERS);
			move(guild, member, body.path("channel_id"));
		}
		guild.changeMember(userId, changes);
		if (!changes.isEmpty()) {
			this.world.audit(guild, body.has("roles") ? AuditLogEvent.MEMBER_ROLE_UPDATE : AuditLogEvent.MEMBER_UPDATE,
					userId, changes, request.reason());
			updated(guild, userId);
		}
		return RestAnswer.of(ObjectPayloads.member(guild, this.world.member(guild, userId)));
	}

	private static void timeOut(ObjectNode body, ObjectNode changes) {
		JsonNode until = body.path("communication_disabled_until");
		if (until.isNull()) {
			return;
		}
		Instant end = OffsetDateTime.parse(until.asString()).toInstant();
		if (end.isAfter(Instant.now().plus(MAX_TIME_OUT).plusSeconds(60))) {
			new FieldChecks(body)
				.wrong("communication_disabled_until", "GUILD_MEMBER_COMMUNICATION_DISABLED_UNTIL_TOO_FAR",
						"Timeout cannot be more than 28 days in the future.")
				.done();
		}
		changes.put("communication_disabled_until", ObjectPayloads.timestamp(end));
	}

	private void move(SimulatedGuild guild, SimulatedGuild.Member member, JsonNode channelId) {
		if (!member.inVoice()) {
			throw RestRefusal.of(400, 40032, "Target user is not connected to voice.");
		}
		Snowflake target = channelId.isNull() ? null : Snowflake.of(channelId.asString());
		SimulatedGuild.Channel channel = (target != null) ? guild.findChannel(target) : null;
		if (target != null && (channel == null || !channel.isVoice())) {
			throw RestRefusal.unknownChannel();
		}
		SimulatedGuild.Member moved = member.withVoiceChannel(target);
		guild.putMember(moved);
		this.world.happen("VOICE_STATE_UPDATE", this.world.payloads().voiceState(guild, moved, target));
	}

	private void updated(SimulatedGuild guild, Snowflake userId) {
		SimulatedGuild.Member member = this.world.member(guild, userId);
		this.world.happen("GUILD_MEMBER_UPDATE", this.world.payloads().memberAdd(guild, member));
	}

	private RestAnswer role(RestRequest request, boolean added) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_ROLES);
		Snowflake userId = request.id("user");
		SimulatedGuild.Member member = this.world.member(guild, userId);
		Snowflake roleId = request.id("role");
		ObjectNode role = this.world.role(guild, roleId);
		RoleResources.below(guild, role);
		ArrayNode roles = (ArrayNode) ObjectPayloads.memberWithoutUser(guild, member).path("roles");
		List<String> before = roles.valueStream().map(JsonNode::asString).toList();
		if (before.contains(roleId.toString()) != added) {
			ArrayNode after = roles.arrayNode();
			before.stream().filter((id) -> added || !id.equals(roleId.toString())).forEach(after::add);
			if (added) {
				after.add(roleId.toString());
			}
			ObjectNode changes = ObjectPayloads.template("{}");
			changes.set("roles", after);
			guild.changeMember(userId, changes);
			this.world.audit(guild, AuditLogEvent.MEMBER_ROLE_UPDATE, userId, ObjectPayloads.NOTHING, request.reason());
			updated(guild, userId);
		}
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer kick(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.KICK_MEMBERS);
		Snowflake userId = request.id("user");
		SimulatedGuild.Member member = this.world.member(guild, userId);
		outrank(guild, userId);
		this.world.audit(guild, AuditLogEvent.MEMBER_KICK, userId, ObjectPayloads.NOTHING, request.reason());
		remove(guild, member);
		return RestAnswer.NO_CONTENT;
	}

	private void remove(SimulatedGuild guild, SimulatedGuild.Member member) {
		guild.removeMember(member.userId());
		this.world.happen("GUILD_MEMBER_REMOVE", this.world.payloads().memberRemove(guild, member));
	}

	private RestAnswer bans(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.BAN_MEMBERS);
		Snowflake after = request.queryId("after");
		Snowflake before = request.queryId("before");
		List<ObjectNode> found = guild.records().bans().stream().filter((ban) -> {
			Snowflake id = Snowflake.of(ban.path("user").path("id").asString());
			return (after == null || id.compareTo(after) > 0) && (before == null || id.compareTo(before) < 0);
		}).toList();
		int limit = request.limit(1000, 1000);
		int from = (before != null) ? Math.max(0, found.size() - limit) : 0;
		return RestAnswer.list(found.subList(from, Math.min(found.size(), from + limit)));
	}

	private RestAnswer ban(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.BAN_MEMBERS);
		ObjectNode ban = guild.records().ban(request.id("user"));
		if (ban == null) {
			throw RestRefusal.unknownBan();
		}
		return RestAnswer.of(ban);
	}

	private RestAnswer createBan(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.BAN_MEMBERS);
		new FieldChecks(request.object()).number("delete_message_seconds", 0, 604_800).done();
		ban(guild, this.world.user(request.id("user")), request.reason());
		return RestAnswer.NO_CONTENT;
	}

	private void ban(SimulatedGuild guild, SimulatedGuild.Member user, @Nullable String reason) {
		SimulatedGuild.Member member = guild.findMember(user.userId().toString());
		if (member != null) {
			outrank(guild, user.userId());
		}
		ObjectNode ban = ObjectPayloads.template("{}").put("reason", reason);
		ban.set("user", ObjectPayloads.user(user));
		guild.records().ban(user.userId(), ban);
		this.world.audit(guild, AuditLogEvent.MEMBER_BAN_ADD, user.userId(), ObjectPayloads.NOTHING, reason);
		this.world.happen("GUILD_BAN_ADD", banEvent(guild, user));
		if (member != null) {
			remove(guild, member);
		}
	}

	private static ObjectNode banEvent(SimulatedGuild guild, SimulatedGuild.Member user) {
		ObjectNode event = ObjectPayloads.template("{}").put("guild_id", guild.id().toString());
		event.set("user", ObjectPayloads.user(user));
		return event;
	}

	private RestAnswer deleteBan(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.BAN_MEMBERS);
		Snowflake userId = request.id("user");
		if (!guild.records().unban(userId)) {
			throw RestRefusal.unknownBan();
		}
		this.world.audit(guild, AuditLogEvent.MEMBER_BAN_REMOVE, userId, ObjectPayloads.NOTHING, request.reason());
		this.world.happen("GUILD_BAN_REMOVE", banEvent(guild, this.world.user(userId)));
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer bulkBan(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.BAN_MEMBERS, Permissions.MANAGE_GUILD);
		ObjectNode body = request.object();
		new FieldChecks(body).required("user_ids").size("user_ids", 1, 200).done();
		ObjectNode answer = ObjectPayloads.template("{}");
		ArrayNode banned = answer.putArray("banned_users");
		ArrayNode failed = answer.putArray("failed_users");
		for (JsonNode id : body.path("user_ids")) {
			try {
				ban(guild, this.world.user(Snowflake.of(id.asString())), request.reason());
				banned.add(id);
			}
			catch (RestRefusal ex) {
				failed.add(id);
			}
		}
		if (banned.isEmpty()) {
			throw RestRefusal.of(400, 500000, "Failed to ban users");
		}
		return RestAnswer.of(answer);
	}

}
