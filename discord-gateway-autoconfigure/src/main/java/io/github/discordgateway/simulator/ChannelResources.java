package io.github.discordgateway.simulator;

import java.time.Instant;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Channels, their permissions and invites, and direct messages.
 *
 * @see <a href="https://discord.com/developers/docs/resources/channel">Channel</a>
 */
final class ChannelResources {

	private static final List<Integer> TYPES = List.of(0, 2, 4, 5, 13, 14, 15, 16);

	private static final String[] FIELDS = { "name", "type", "position", "topic", "nsfw", "rate_limit_per_user",
			"bitrate", "user_limit", "permission_overwrites", "parent_id", "rtc_region", "video_quality_mode",
			"default_auto_archive_duration", "flags", "available_tags", "default_reaction_emoji",
			"default_thread_rate_limit_per_user", "default_sort_order", "default_forum_layout" };

	private static final int MAX_SLOWMODE = 21_600;

	private static final int MAX_INVITE_AGE = 604_800;

	private final RestWorld world;

	private final ThreadResources threads;

	ChannelResources(RestWorld world, ThreadResources threads, RestRoutes routes) {
		this.world = world;
		this.threads = threads;
		routes.add("GET", "/channels/{channel}", (request) -> RestAnswer.of(json(this.world.place(request))));
		routes.add("PATCH", "/channels/{channel}", this::edit);
		routes.add("DELETE", "/channels/{channel}", this::delete);
		routes.add("GET", "/guilds/{guild}/channels", this::list);
		routes.add("POST", "/guilds/{guild}/channels", this::create);
		routes.add("PUT", "/channels/{channel}/permissions/{overwrite}", this::editPermissions);
		routes.add("DELETE", "/channels/{channel}/permissions/{overwrite}", this::deletePermissions);
		routes.add("GET", "/channels/{channel}/invites", this::invites);
		routes.add("POST", "/channels/{channel}/invites", this::invite);
		routes.add("POST", "/channels/{channel}/typing", this::typing);
		routes.add("POST", "/users/@me/channels", this::directMessage);
	}

	private ObjectNode json(RestWorld.Place place) {
		SimulatedGuild guild = place.guild();
		if (guild != null && place.channel() != null) {
			return new RestWorld.GuildPlace(guild, place.channel()).json();
		}
		ObjectNode channel = ObjectPayloads.template("{}").put("id", place.id().toString()).put("flags", 0);
		ObjectNode latest = this.world.messages().latest(place.id());
		channel.set("last_message_id", (latest != null) ? latest.path("id") : channel.nullNode());
		if (guild != null || place.recipient() == null) {
			return channel.put("type", 0).put("name", "channel");
		}
		channel.put("type", 1).putArray("recipients").add(ObjectPayloads.user(place.recipient()));
		return channel;
	}

	private RestAnswer list(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request);
		return RestAnswer.list(guild.channels()
			.stream()
			.filter((channel) -> !channel.isThread())
			.map((channel) -> new RestWorld.GuildPlace(guild, channel).json())
			.toList());
	}

	private static void check(ObjectNode body, SimulatedGuild guild) {
		FieldChecks checks = new FieldChecks(body).text("name", 1, 100)
			.text("topic", 0, 4096)
			.number("rate_limit_per_user", 0, MAX_SLOWMODE)
			.number("user_limit", 0, 10_000)
			.number("bitrate", 8000, 384_000)
			.id("parent_id")
			.size("available_tags", 0, 20);
		JsonNode parent = body.path("parent_id");
		if (parent.isString()) {
			SimulatedGuild.Channel category = guild.findChannel(Snowflake.of(parent.asString()));
			if (category == null || category.type() != SimulatedGuild.Channel.CATEGORY) {
				checks.wrong("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
			}
		}
		checks.done();
	}

	private RestAnswer create(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_CHANNELS);
		ObjectNode body = request.object();
		FieldChecks checks = new FieldChecks(body).required("name");
		int type = body.path("type").asInt(0);
		if (!TYPES.contains(type)) {
			checks.wrong("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5, 13, 14, 15, 16}.");
		}
		checks.done();
		check(body, guild);
		if (guild.channels().size() >= 500) {
			throw RestRefusal.of(400, 30013, "Maximum number of guild channels reached (500)");
		}
		ObjectNode fields = request.only(FIELDS);
		overwrites(fields);
		SimulatedGuild.Channel channel = new SimulatedGuild.Channel(guild.nextId(),
				name(type, body.path("name").asString("")), type)
			.with(fields.put("name", name(type, body.path("name").asString(""))).put("type", type));
		if (!fields.has("parent_id")) {
			channel.fields().putNull("parent_id");
		}
		guild.putChannel(channel);
		this.world.audit(guild, AuditLogEvent.CHANNEL_CREATE, channel.id(), request.only("name", "type"),
				request.reason());
		ObjectNode json = new RestWorld.GuildPlace(guild, channel).json();
		this.world.happen("CHANNEL_CREATE", json);
		return RestAnswer.created(json);
	}

	/** Text channels have no capitals and no spaces. */
	private static String name(int type, String name) {
		return (type == SimulatedGuild.Channel.TEXT || type == SimulatedGuild.Channel.ANNOUNCEMENT)
				? name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') : name;
	}

	private static void overwrites(ObjectNode fields) {
		for (JsonNode overwrite : fields.path("permission_overwrites")) {
			ObjectNode object = (ObjectNode) overwrite;
			object.put("allow", object.path("allow").asString("0")).put("deny", object.path("deny").asString("0"));
		}
	}

	private RestAnswer edit(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request);
		if (place.channel().isThread()) {
			return this.threads.edit(request, place);
		}
		this.world.guildPlace(request, Permissions.MANAGE_CHANNELS);
		ObjectNode body = request.object();
		check(body, place.guild());
		ObjectNode changes = request.only(FIELDS);
		overwrites(changes);
		if (changes.has("name")) {
			changes.put("name", name(place.channel().type(), changes.path("name").asString("")));
		}
		SimulatedGuild.Channel changed = place.channel().with(changes);
		place.guild().putChannel(changed);
		this.world.audit(place.guild(), AuditLogEvent.CHANNEL_UPDATE, changed.id(), changes, request.reason());
		ObjectNode json = new RestWorld.GuildPlace(place.guild(), changed).json();
		this.world.happen("CHANNEL_UPDATE", json);
		return RestAnswer.of(json);
	}

	private RestAnswer delete(RestRequest request) {
		RestWorld.Place any = this.world.place(request);
		if (any.guild() == null) {
			return RestAnswer.of(json(any));
		}
		RestWorld.GuildPlace place = this.world.guildPlace(request);
		if (place.channel().isThread()) {
			return this.threads.delete(request, place);
		}
		this.world.guildPlace(request, Permissions.MANAGE_CHANNELS);
		ObjectNode json = place.json();
		place.guild().removeChannel(place.channel().id());
		this.world.messages().forget(place.channel().id());
		this.world.audit(place.guild(), AuditLogEvent.CHANNEL_DELETE, place.channel().id(), ObjectPayloads.NOTHING,
				request.reason());
		this.world.happen("CHANNEL_DELETE", json);
		return RestAnswer.of(json);
	}

	private RestAnswer editPermissions(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.MANAGE_ROLES);
		ObjectNode body = request.object();
		new FieldChecks(body).required("type").number("type", 0, 1).done();
		Snowflake id = request.id("overwrite");
		ArrayNode overwrites = without(place, id);
		overwrites.addObject()
			.put("id", id.toString())
			.put("type", body.path("type").asInt())
			.put("allow", body.path("allow").asString("0"))
			.put("deny", body.path("deny").asString("0"));
		return permissions(request, place, overwrites, AuditLogEvent.CHANNEL_OVERWRITE_CREATE);
	}

	private RestAnswer deletePermissions(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.MANAGE_ROLES);
		ArrayNode overwrites = without(place, request.id("overwrite"));
		if (overwrites.size() == place.channel().fields().path("permission_overwrites").size()) {
			throw RestRefusal.of(404, 10009, "Unknown permission overwrite");
		}
		return permissions(request, place, overwrites, AuditLogEvent.CHANNEL_OVERWRITE_DELETE);
	}

	private static ArrayNode without(RestWorld.GuildPlace place, Snowflake id) {
		ArrayNode others = ObjectPayloads.NOTHING.arrayNode();
		for (JsonNode overwrite : place.channel().fields().path("permission_overwrites")) {
			if (!overwrite.path("id").asString("").equals(id.toString())) {
				others.add(overwrite);
			}
		}
		return others;
	}

	private RestAnswer permissions(RestRequest request, RestWorld.GuildPlace place, ArrayNode overwrites,
			AuditLogEvent type) {
		ObjectNode changes = ObjectPayloads.template("{}");
		changes.set("permission_overwrites", overwrites);
		SimulatedGuild.Channel changed = place.channel().with(changes);
		place.guild().putChannel(changed);
		this.world.audit(place.guild(), type, changed.id(), ObjectPayloads.NOTHING, request.reason());
		this.world.happen("CHANNEL_UPDATE", new RestWorld.GuildPlace(place.guild(), changed).json());
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer invites(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.MANAGE_CHANNELS);
		return RestAnswer.list(place.guild().records().invites(place.channel().id()));
	}

	private RestAnswer invite(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.CREATE_INSTANT_INVITE);
		ObjectNode body = request.object();
		new FieldChecks(body).number("max_age", 0, MAX_INVITE_AGE).number("max_uses", 0, 100).done();
		SimulatedGuild guild = place.guild();
		int maxAge = body.path("max_age").asInt(86_400);
		Instant now = Instant.now();
		String code = Long.toString(this.world.payloads().nextId().value(), 36);
		ObjectNode invite = ObjectPayloads.template("{}")
			.put("code", code)
			.put("type", 0)
			.put("uses", 0)
			.put("max_uses", body.path("max_uses").asInt(0))
			.put("max_age", maxAge)
			.put("temporary", body.path("temporary").asBoolean(false))
			.put("created_at", ObjectPayloads.timestamp(now))
			.put("flags", 0);
		invite.put("expires_at", (maxAge > 0) ? ObjectPayloads.timestamp(now.plusSeconds(maxAge)) : null);
		invite.set("inviter", ObjectPayloads.user(guild.bot()));
		ObjectNode event = ObjectPayloads.template("{}");
		event.setAll(invite);
		event.remove(List.of("flags", "type"));
		event.put("channel_id", place.channel().id().toString()).put("guild_id", guild.id().toString());
		invite.putObject("channel")
			.put("id", place.channel().id().toString())
			.put("name", place.channel().name())
			.put("type", place.channel().type());
		invite.putObject("guild")
			.put("id", guild.id().toString())
			.put("name", guild.name())
			.putNull("icon")
			.putNull("splash")
			.putNull("banner")
			.putNull("description")
			.putNull("vanity_url_code")
			.put("verification_level", 1)
			.put("nsfw_level", 0)
			.put("nsfw", false)
			.put("premium_subscription_count", 0)
			.putArray("features");
		invite.put("guild_id", guild.id().toString());
		guild.records().invite(invite);
		this.world.audit(guild, AuditLogEvent.INVITE_CREATE, place.channel().id(), ObjectPayloads.NOTHING,
				request.reason());
		this.world.happen("INVITE_CREATE", event);
		return RestAnswer.of(invite);
	}

	private RestAnswer typing(RestRequest request) {
		RestWorld.Place place = this.world.place(request, Permissions.SEND_MESSAGES);
		SimulatedGuild.Member bot = SimulatedGuild.botMember();
		SimulatedGuild guild = place.guild();
		ObjectNode event = this.world.payloads()
			.typing((guild != null) ? guild : new SimulatedGuild(place.id(), "", bot), bot, place.id());
		this.world.happen("TYPING_START", (guild != null) ? event : event.remove(List.of("guild_id", "member")));
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer directMessage(RestRequest request) {
		ObjectNode body = request.object();
		new FieldChecks(body).required("recipient_id").id("recipient_id").done();
		Snowflake userId = Snowflake.of(body.path("recipient_id").asString());
		SimulatedGuild.Member recipient = this.world.world().findUser(userId);
		if (recipient == null || recipient.bot()) {
			throw RestRefusal.of(400, 50033, "Invalid Recipient(s)");
		}
		return RestAnswer.of(json(new RestWorld.Place(Snowflake.of(userId.value() + 1), null, null, recipient)));
	}

}
