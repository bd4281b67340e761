package io.github.discordgateway.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Threads, posts of forums, and who is in them.
 *
 * @see <a href="https://discord.com/developers/docs/topics/threads">Threads</a>
 */
final class ThreadResources {

	private static final List<Integer> ARCHIVE_AFTER = List.of(60, 1440, 4320, 10_080);

	private final RestWorld world;

	private final MessageBodies bodies;

	ThreadResources(RestWorld world, MessageBodies bodies, RestRoutes routes) {
		this.world = world;
		this.bodies = bodies;
		String members = "/channels/{channel}/thread-members";
		routes.add("POST", "/channels/{channel}/messages/{message}/threads", this::startFromMessage);
		routes.add("POST", "/channels/{channel}/threads", this::create);
		routes.add("PUT", members + "/@me", (request) -> join(request, SimulatedWorld.BOT_ID));
		routes.add("PUT", members + "/{user}", (request) -> join(request, request.id("user")));
		routes.add("DELETE", members + "/@me", (request) -> leave(request, SimulatedWorld.BOT_ID));
		routes.add("DELETE", members + "/{user}", (request) -> leave(request, request.id("user")));
		routes.add("GET", members, this::members);
		routes.add("GET", "/guilds/{guild}/threads/active", this::active);
		routes.add("GET", "/channels/{channel}/threads/archived/public",
				(request) -> archived(request, (thread) -> thread.type() != SimulatedGuild.Channel.PRIVATE_THREAD));
		routes.add("GET", "/channels/{channel}/threads/archived/private",
				(request) -> archived(request, (thread) -> thread.type() == SimulatedGuild.Channel.PRIVATE_THREAD));
		routes.add("GET", "/channels/{channel}/users/@me/threads/archived/private", this::joinedArchived);
	}

	private static void check(ObjectNode body) {
		FieldChecks checks = new FieldChecks(body).text("name", 1, 100).number("rate_limit_per_user", 0, 21_600);
		JsonNode archiveAfter = body.path("auto_archive_duration");
		if (!archiveAfter.isMissingNode() && !archiveAfter.isNull() && !ARCHIVE_AFTER.contains(archiveAfter.asInt(0))) {
			checks.wrong("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.");
		}
		checks.done();
	}

	private RestAnswer startFromMessage(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.CREATE_PUBLIC_THREADS);
		if (!place.channel().isText()) {
			throw RestRefusal.wrongChannelType();
		}
		ObjectNode body = request.object();
		new FieldChecks(body).required("name").done();
		check(body);
		Snowflake id = request.id("message");
		ObjectNode message = this.world.messages().find(place.channel().id(), id);
		if (message == null) {
			throw RestRefusal.unknownMessage();
		}
		if (place.guild().findChannel(id) != null) {
			throw RestRefusal.of(400, 160004, "A thread has already been created for this message");
		}
		this.world.world().thread(id, place.guild());
		int type = (place.channel().type() == SimulatedGuild.Channel.ANNOUNCEMENT)
				? SimulatedGuild.Channel.ANNOUNCEMENT_THREAD : SimulatedGuild.Channel.PUBLIC_THREAD;
		ObjectNode thread = add(request, place, id, type);
		message.put("flags", message.path("flags").asInt(0) | (1 << 5)).set("thread", thread);
		this.world.happen("MESSAGE_UPDATE", this.bodies
			.forEvent(new RestWorld.Place(place.channel().id(), place.guild(), place.channel(), null), message));
		return RestAnswer.created(thread);
	}

	private RestAnswer create(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request);
		ObjectNode body = request.object();
		new FieldChecks(body).required("name").done();
		check(body);
		Snowflake id = place.guild().nextId();
		if (place.channel().isForum()) {
			return post(request, place, id);
		}
		if (!place.channel().isText()) {
			throw RestRefusal.wrongChannelType();
		}
		int type = body.path("type").asInt(SimulatedGuild.Channel.PRIVATE_THREAD);
		if (type < SimulatedGuild.Channel.ANNOUNCEMENT_THREAD || type > SimulatedGuild.Channel.PRIVATE_THREAD) {
			new FieldChecks(body).wrong("type", "BASE_TYPE_CHOICES", "Value must be one of {10, 11, 12}.").done();
		}
		this.world.guildPlace(request, (type == SimulatedGuild.Channel.PRIVATE_THREAD)
				? Permissions.CREATE_PRIVATE_THREADS : Permissions.CREATE_PUBLIC_THREADS);
		return RestAnswer.created(add(request, place, id, type));
	}

	private RestAnswer post(RestRequest request, RestWorld.GuildPlace place, Snowflake id) {
		this.world.guildPlace(request, Permissions.SEND_MESSAGES);
		JsonNode content = request.object().path("message");
		MessageBodies.check(request.object(), "message.", content);
		if (MessageBodies.isEmpty(content, request.files())) {
			throw RestRefusal.of(400, 50006, "Cannot send an empty message");
		}
		ObjectNode thread = add(request, place, id, SimulatedGuild.Channel.PUBLIC_THREAD);
		ObjectNode message = this.bodies.create(
				new RestWorld.Place(id, place.guild(), place.guild().findChannel(id), null), content, request.files());
		this.world.happen("MESSAGE_CREATE", message);
		thread.set("message", MessageBodies.forAnswer(message));
		return RestAnswer.created(thread);
	}

	private ObjectNode add(RestRequest request, RestWorld.GuildPlace parent, Snowflake id, int type) {
		ObjectNode fields = request.only("name", "rate_limit_per_user", "applied_tags")
			.put("parent_id", parent.channel().id().toString())
			.put("owner_id", SimulatedWorld.BOT_ID.toString());
		String now = ObjectPayloads.timestamp(Instant.now());
		ObjectNode metadata = fields.putObject("thread_metadata")
			.put("archived", false)
			.put("archive_timestamp", now)
			.put("auto_archive_duration", request.object().path("auto_archive_duration").asInt(4320))
			.put("locked", false)
			.put("create_timestamp", now);
		if (type == SimulatedGuild.Channel.PRIVATE_THREAD) {
			metadata.put("invitable", request.object().path("invitable").asBoolean(true));
		}
		SimulatedGuild.Channel thread = new SimulatedGuild.Channel(id, fields.path("name").asString(""), type, fields);
		SimulatedGuild guild = parent.guild();
		guild.putChannel(thread);
		guild.records().joinThread(id, SimulatedWorld.BOT_ID);
		this.world.audit(guild, AuditLogEvent.THREAD_CREATE, id, request.only("name"), request.reason());
		ObjectNode json = new RestWorld.GuildPlace(guild, thread).json();
		json.set("member", member(id, SimulatedWorld.BOT_ID));
		this.world.happen("THREAD_CREATE", json.deepCopy().put("newly_created", true));
		return json;
	}

	private static ObjectNode member(Snowflake threadId, Snowflake userId) {
		return ObjectPayloads.template("{}")
			.put("id", threadId.toString())
			.put("user_id", userId.toString())
			.put("join_timestamp", ObjectPayloads.timestamp(Instant.now()))
			.put("flags", 0);
	}

	RestAnswer edit(RestRequest request, RestWorld.GuildPlace place) {
		ObjectNode body = request.object();
		boolean own = place.channel().fields().path("owner_id").asString("").equals(SimulatedWorld.BOT_ID.toString());
		if (!own || body.has("locked") || body.has("rate_limit_per_user")) {
			this.world.guildPlace(request, Permissions.MANAGE_THREADS);
		}
		check(body);
		ObjectNode metadata = (ObjectNode) place.channel().fields().path("thread_metadata").deepCopy();
		if (metadata.path("archived").asBoolean(false) && body.path("archived").asBoolean(true)) {
			throw RestRefusal.of(400, 50083, "Thread is archived");
		}
		metadata.setAll(request.only("archived", "locked", "invitable", "auto_archive_duration"));
		if (body.has("archived")) {
			metadata.put("archive_timestamp", ObjectPayloads.timestamp(Instant.now()));
		}
		ObjectNode changes = request.only("name", "rate_limit_per_user", "flags", "applied_tags");
		changes.set("thread_metadata", metadata);
		SimulatedGuild.Channel changed = place.channel().with(changes);
		place.guild().putChannel(changed);
		this.world.audit(place.guild(), AuditLogEvent.THREAD_UPDATE, changed.id(), changes, request.reason());
		ObjectNode json = new RestWorld.GuildPlace(place.guild(), changed).json();
		this.world.happen("THREAD_UPDATE", json);
		return RestAnswer.of(json);
	}

	RestAnswer delete(RestRequest request, RestWorld.GuildPlace place) {
		this.world.guildPlace(request, Permissions.MANAGE_THREADS);
		ObjectNode json = place.json();
		place.guild().removeChannel(place.channel().id());
		place.guild().records().forgetThread(place.channel().id());
		this.world.messages().forget(place.channel().id());
		this.world.audit(place.guild(), AuditLogEvent.THREAD_DELETE, place.channel().id(), ObjectPayloads.NOTHING,
				request.reason());
		this.world.happen("THREAD_DELETE", json.deepCopy().retain("id", "guild_id", "parent_id", "type"));
		return RestAnswer.of(json);
	}

	private RestWorld.GuildPlace thread(RestRequest request, Permissions... needed) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, needed);
		if (!place.channel().isThread()) {
			throw RestRefusal.wrongChannelType();
		}
		return place;
	}

	private RestAnswer join(RestRequest request, Snowflake userId) {
		RestWorld.GuildPlace place = thread(request, Permissions.SEND_MESSAGES_IN_THREADS);
		SimulatedGuild.Member joined = this.world.member(place.guild(), userId);
		if (ObjectPayloads.isArchived(place.channel())) {
			throw RestRefusal.of(400, 50083, "Thread is archived");
		}
		if (place.guild().records().joinThread(place.channel().id(), userId)) {
			ObjectNode event = membersUpdate(place);
			ObjectNode added = member(place.channel().id(), userId);
			event.putArray("added_members").add(added);
			added.set("member", ObjectPayloads.member(place.guild(), joined));
			added.putNull("presence");
			this.world.happen("THREAD_MEMBERS_UPDATE", event);
		}
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer leave(RestRequest request, Snowflake userId) {
		boolean own = userId.equals(SimulatedWorld.BOT_ID);
		RestWorld.GuildPlace place = own ? thread(request) : thread(request, Permissions.MANAGE_THREADS);
		if (place.guild().records().leaveThread(place.channel().id(), userId)) {
			ObjectNode event = membersUpdate(place);
			event.putArray("removed_member_ids").add(userId.toString());
			this.world.happen("THREAD_MEMBERS_UPDATE", event);
		}
		return RestAnswer.NO_CONTENT;
	}

	private static ObjectNode membersUpdate(RestWorld.GuildPlace place) {
		return ObjectPayloads.template("{}")
			.put("id", place.channel().id().toString())
			.put("guild_id", place.guild().id().toString())
			.put("member_count", Math.min(50, place.guild().records().threadMembers(place.channel().id()).size()));
	}

	private RestAnswer members(RestRequest request) {
		RestWorld.GuildPlace place = thread(request);
		Snowflake id = place.channel().id();
		return RestAnswer
			.list(place.guild().records().threadMembers(id).stream().map((user) -> member(id, user)).toList());
	}

	private RestAnswer active(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request);
		return page(guild,
				guild.channels()
					.stream()
					.filter((channel) -> channel.isThread() && !ObjectPayloads.isArchived(channel)),
				null);
	}

	private RestAnswer archived(RestRequest request, Predicate<SimulatedGuild.Channel> wanted) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.READ_MESSAGE_HISTORY);
		String before = request.query().get("before");
		Instant limit = (before != null) ? Instant.parse(before) : Instant.MAX;
		return page(place.guild(),
				archivedIn(place).filter(wanted)
					.filter((thread) -> archivedAt(thread).isBefore(limit))
					.sorted(Comparator.comparing(ThreadResources::archivedAt).reversed()),
				request.limit(50, 100));
	}

	private RestAnswer joinedArchived(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.READ_MESSAGE_HISTORY);
		Snowflake before = request.queryId("before");
		return page(place.guild(), archivedIn(place)
			.filter((thread) -> thread.type() == SimulatedGuild.Channel.PRIVATE_THREAD)
			.filter((thread) -> place.guild().records().threadMembers(thread.id()).contains(SimulatedWorld.BOT_ID))
			.filter((thread) -> before == null || thread.id().compareTo(before) < 0)
			.sorted(Comparator.comparing(SimulatedGuild.Channel::id).reversed()), request.limit(50, 100));
	}

	private static Stream<SimulatedGuild.Channel> archivedIn(RestWorld.GuildPlace place) {
		return place.guild()
			.channels()
			.stream()
			.filter((channel) -> channel.isThread() && ObjectPayloads.isArchived(channel)
					&& channel.fields().path("parent_id").asString("").equals(place.channel().id().toString()));
	}

	private static Instant archivedAt(SimulatedGuild.Channel thread) {
		return java.time.OffsetDateTime
			.parse(thread.fields().path("thread_metadata").path("archive_timestamp").asString())
			.toInstant();
	}

	private static RestAnswer page(SimulatedGuild guild, Stream<SimulatedGuild.Channel> threads,
			@Nullable Integer limit) {
		List<SimulatedGuild.Channel> found = threads.toList();
		ObjectNode answer = ObjectPayloads.template("{}");
		ArrayNode list = answer.putArray("threads");
		ArrayNode members = answer.putArray("members");
		found.stream().limit((limit != null) ? limit : Long.MAX_VALUE).forEach((thread) -> {
			list.add(new RestWorld.GuildPlace(guild, thread).json());
			if (guild.records().threadMembers(thread.id()).contains(SimulatedWorld.BOT_ID)) {
				members.add(member(thread.id(), SimulatedWorld.BOT_ID));
			}
		});
		answer.put("has_more", limit != null && found.size() > limit);
		return RestAnswer.of(answer);
	}

}
