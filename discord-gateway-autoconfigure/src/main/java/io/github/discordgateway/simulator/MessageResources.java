package io.github.discordgateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages, reactions and pins.
 *
 * @see <a href="https://discord.com/developers/docs/resources/message">Message</a>
 */
final class MessageResources {

	private static final Duration BULK_DELETE_AGE = Duration.ofDays(14);

	private static final int MAX_PINS = 250;

	private static final int MAX_NONCES = 1000;

	private static final int CROSSPOSTED = 1;

	private final RestWorld world;

	private final MessageBodies bodies;

	/** The latest messages whose nonce is to be unique. */
	private final Map<String, Snowflake> nonces = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Snowflake> eldest) {
			return size() > MAX_NONCES;
		}

	};

	MessageResources(RestWorld world, MessageBodies bodies, RestRoutes routes) {
		this.world = world;
		this.bodies = bodies;
		String all = "/channels/{channel}/messages";
		String one = all + "/{message}";
		String reactions = one + "/reactions";
		routes.add("GET", all, this::list);
		routes.add("POST", all, this::create);
		routes.add("GET", one, this::get);
		routes.add("PATCH", one, this::edit);
		routes.add("DELETE", one, this::delete);
		routes.add("POST", all + "/bulk-delete", this::bulkDelete);
		routes.add("POST", one + "/crosspost", this::crosspost);
		routes.add("PUT", reactions + "/{emoji}/@me", this::react);
		routes.add("DELETE", reactions + "/{emoji}/@me",
				(request) -> takeBack(request, SimulatedWorld.BOT_ID, new Permissions[0]));
		routes.add("DELETE", reactions + "/{emoji}/{user}",
				(request) -> takeBack(request, request.id("user"), Permissions.MANAGE_MESSAGES));
		routes.add("GET", reactions + "/{emoji}", this::reactors);
		routes.add("DELETE", reactions, this::removeReactions);
		routes.add("DELETE", reactions + "/{emoji}", this::removeReactions);
		for (String pins : List.of(all + "/pins", "/channels/{channel}/pins")) {
			routes.add("PUT", pins + "/{message}", (request) -> pin(request, true));
			routes.add("DELETE", pins + "/{message}", (request) -> pin(request, false));
		}
		routes.add("GET", all + "/pins", this::pins);
		routes.add("GET", "/channels/{channel}/pins", (request) -> RestAnswer.list(pinned(readable(request))));
	}

	private RestWorld.Place readable(RestRequest request) {
		return this.world.place(request, Permissions.READ_MESSAGE_HISTORY);
	}

	private ObjectNode message(RestWorld.Place place, RestRequest request) {
		ObjectNode message = this.world.messages().find(place.id(), request.id("message"));
		if (message == null) {
			throw RestRefusal.unknownMessage();
		}
		return message;
	}

	private RestAnswer get(RestRequest request) {
		return RestAnswer.of(message(readable(request), request));
	}

	private RestAnswer list(RestRequest request) {
		RestWorld.Place place = readable(request);
		int limit = request.limit(50, 100);
		List<ObjectNode> all = this.world.messages().list(place.id());
		Snowflake before = request.queryId("before");
		Snowflake after = request.queryId("after");
		Snowflake around = request.queryId("around");
		if (around != null) {
			long older = all.stream().filter((message) -> id(message).compareTo(around) > 0).count();
			int from = (int) Math.max(0, older - limit / 2);
			return RestAnswer.list(all.subList(from, Math.min(all.size(), from + limit)));
		}
		if (after != null) {
			List<ObjectNode> newer = new ArrayList<>(filter(all, (message) -> id(message).compareTo(after) > 0));
			return RestAnswer.list(newer.subList(Math.max(0, newer.size() - limit), newer.size()));
		}
		return RestAnswer.list(filter(all, (message) -> before == null || id(message).compareTo(before) < 0).stream()
			.limit(limit)
			.toList());
	}

	private static List<ObjectNode> filter(List<ObjectNode> messages, Predicate<ObjectNode> wanted) {
		return messages.stream().filter(wanted).toList();
	}

	private static Snowflake id(JsonNode message) {
		return Snowflake.of(message.path("id").asString());
	}

	private RestAnswer create(RestRequest request) {
		RestWorld.Place place = this.world.place(request);
		SimulatedGuild.Channel channel = place.channel();
		if (channel != null && (channel.type() == SimulatedGuild.Channel.CATEGORY || channel.isForum())) {
			throw RestRefusal.of(400, 50008, "Cannot send messages in a non-text channel");
		}
		boolean thread = channel != null && channel.isThread();
		this.world.place(request, thread ? Permissions.SEND_MESSAGES_IN_THREADS : Permissions.SEND_MESSAGES);
		if (!request.files().isEmpty()) {
			this.world.place(request, Permissions.ATTACH_FILES);
		}
		ObjectNode body = request.object();
		MessageBodies.check(body, "", body);
		if (MessageBodies.isEmpty(body, request.files()) && !body.path("message_reference").isObject()) {
			throw RestRefusal.of(400, 50006, "Cannot send an empty message");
		}
		String nonce = body.path("enforce_nonce").asBoolean(false) ? body.path("nonce").asString("") : "";
		if (!nonce.isEmpty()) {
			Snowflake known = this.nonces.get(place.id() + " " + nonce);
			ObjectNode sent = (known != null) ? this.world.messages().find(place.id(), known) : null;
			if (sent != null) {
				return RestAnswer.of(sent);
			}
		}
		ObjectNode message = this.bodies.create(place, body, request.files());
		if (!nonce.isEmpty()) {
			this.nonces.put(place.id() + " " + nonce, id(message));
		}
		this.world.happen("MESSAGE_CREATE", message);
		if (thread && place.guild() != null && channel != null) {
			int count = channel.fields().path("message_count").asInt(0) + 1;
			place.guild()
				.putChannel(channel
					.with(ObjectPayloads.template("{}").put("message_count", count).put("total_message_sent", count)));
		}
		return RestAnswer.of(MessageBodies.forAnswer(message));
	}

	private RestAnswer edit(RestRequest request) {
		RestWorld.Place place = this.world.place(request);
		ObjectNode message = message(place, request);
		ObjectNode body = request.object();
		MessageBodies.check(body, "", body);
		if (!isOwn(message)) {
			boolean flagsOnly = body.properties().stream().allMatch((field) -> field.getKey().equals("flags"));
			if (!flagsOnly) {
				throw RestRefusal.of(403, 50005, "Cannot edit a message authored by another user");
			}
			this.world.place(request, Permissions.MANAGE_MESSAGES);
		}
		this.bodies.apply(message, body, request.files());
		if (MessageBodies.isEmpty(message, List.of()) && message.path("attachments").isEmpty()
				&& message.path("sticker_items").isEmpty()) {
			throw RestRefusal.of(400, 50006, "Cannot send an empty message");
		}
		message.put("edited_timestamp", ObjectPayloads.timestamp(Instant.now()));
		this.world.happen("MESSAGE_UPDATE", this.bodies.forEvent(place, message));
		return RestAnswer.of(message);
	}

	private static boolean isOwn(JsonNode message) {
		return message.path("author").path("id").asString("").equals(SimulatedWorld.BOT_ID.toString());
	}

	private RestAnswer delete(RestRequest request) {
		RestWorld.Place place = this.world.place(request);
		ObjectNode message = message(place, request);
		if (!isOwn(message)) {
			if (place.guild() == null) {
				throw RestRefusal.of(403, 50003, "Cannot execute action on a DM channel");
			}
			this.world.place(request, Permissions.MANAGE_MESSAGES);
			this.world.audit(place.guild(), AuditLogEvent.MESSAGE_DELETE,
					Snowflake.of(message.path("author").path("id").asString("0")), ObjectPayloads.NOTHING,
					request.reason());
		}
		this.world.happen("MESSAGE_DELETE", at(place).put("id", id(message).toString()));
		return RestAnswer.NO_CONTENT;
	}

	private static ObjectNode at(RestWorld.Place place) {
		ObjectNode body = ObjectPayloads.template("{}").put("channel_id", place.id().toString());
		if (place.guild() != null) {
			body.put("guild_id", place.guild().id().toString());
		}
		return body;
	}

	private RestAnswer bulkDelete(RestRequest request) {
		RestWorld.Place place = this.world.place(request, Permissions.MANAGE_MESSAGES);
		if (place.guild() == null) {
			throw RestRefusal.of(403, 50003, "Cannot execute action on a DM channel");
		}
		ObjectNode body = request.object();
		new FieldChecks(body).required("messages").done();
		JsonNode ids = body.path("messages");
		if (ids.size() < 2 || ids.size() > 100) {
			throw RestRefusal.of(400, 50016,
					"Provided too few or too many messages to delete. Must provide at least 2 and at most 100 messages");
		}
		Instant oldest = Instant.now().minus(BULK_DELETE_AGE);
		ObjectNode event = at(place);
		ArrayNode deleted = event.putArray("ids");
		for (JsonNode id : ids) {
			Snowflake messageId = Snowflake.of(id.asString());
			if (messageId.timestamp().isBefore(oldest)) {
				throw RestRefusal.of(400, 50034, "You can only bulk delete messages that are under 14 days old.");
			}
			if (this.world.messages().find(place.id(), messageId) != null) {
				deleted.add(messageId.toString());
			}
		}
		this.world.audit(place.guild(), AuditLogEvent.MESSAGE_BULK_DELETE, place.id(), ObjectPayloads.NOTHING,
				request.reason());
		this.world.happen("MESSAGE_DELETE_BULK", event);
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer crosspost(RestRequest request) {
		RestWorld.Place place = this.world.place(request, Permissions.SEND_MESSAGES);
		if (place.channel() == null || place.channel().type() != SimulatedGuild.Channel.ANNOUNCEMENT) {
			throw RestRefusal.wrongChannelType();
		}
		ObjectNode message = message(place, request);
		int flags = message.path("flags").asInt(0);
		if ((flags & CROSSPOSTED) != 0) {
			throw RestRefusal.of(400, 40033, "This message has already been crossposted");
		}
		message.put("flags", flags | CROSSPOSTED);
		this.world.happen("MESSAGE_UPDATE", this.bodies.forEvent(place, message));
		return RestAnswer.of(message);
	}

	private static ObjectNode emoji(RestRequest request) {
		String text = request.variable("emoji");
		boolean custom = text.matches("(a:)?\\w{1,32}:\\d+");
		if (!custom && text.matches("[\\x21-\\x7e]+")) {
			throw RestRefusal.of(400, 10014, "Unknown Emoji");
		}
		return LiveWorld.emoji(text.startsWith("a:") ? text.substring(2) : text);
	}

	private RestAnswer react(RestRequest request) {
		RestWorld.Place place = this.world.place(request, Permissions.READ_MESSAGE_HISTORY);
		ObjectNode message = message(place, request);
		ObjectNode emoji = emoji(request);
		if (this.world.messages().reactors(id(message), MessageHistory.emojiKey(emoji)).isEmpty()) {
			this.world.place(request, Permissions.ADD_REACTIONS);
			if (message.path("reactions").size() >= 20) {
				throw RestRefusal.of(400, 30010, "Maximum number of reactions reached (20)");
			}
		}
		else if (this.world.messages()
			.reactors(id(message), MessageHistory.emojiKey(emoji))
			.contains(SimulatedWorld.BOT_ID)) {
			return RestAnswer.NO_CONTENT;
		}
		ObjectNode event = reaction(place, message, emoji, SimulatedWorld.BOT_ID)
			.put("message_author_id", message.path("author").path("id").asString(""))
			.put("burst", false)
			.put("type", 0);
		if (place.guild() != null) {
			event.set("member", ObjectPayloads.member(place.guild(), place.guild().bot()));
		}
		this.world.happen("MESSAGE_REACTION_ADD", event);
		return RestAnswer.NO_CONTENT;
	}

	private static ObjectNode reaction(RestWorld.Place place, JsonNode message, ObjectNode emoji,
			@Nullable Snowflake userId) {
		ObjectNode event = at(place).put("message_id", id(message).toString());
		event.set("emoji", emoji);
		return (userId != null) ? event.put("user_id", userId.toString()) : event;
	}

	private RestAnswer takeBack(RestRequest request, Snowflake userId, Permissions... needed) {
		RestWorld.Place place = this.world.place(request, needed);
		ObjectNode message = message(place, request);
		ObjectNode emoji = emoji(request);
		if (this.world.messages().reactors(id(message), MessageHistory.emojiKey(emoji)).contains(userId)) {
			this.world.happen("MESSAGE_REACTION_REMOVE",
					reaction(place, message, emoji, userId).put("burst", false).put("type", 0));
		}
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer reactors(RestRequest request) {
		ObjectNode message = message(readable(request), request);
		Snowflake after = request.queryId("after");
		return RestAnswer.list(this.world.messages()
			.reactors(id(message), MessageHistory.emojiKey(emoji(request)))
			.stream()
			.sorted(Comparator.naturalOrder())
			.filter((user) -> after == null || user.compareTo(after) > 0)
			.limit(request.limit(25, 100))
			.map((user) -> ObjectPayloads.user(this.world.user(user)))
			.toList());
	}

	private RestAnswer removeReactions(RestRequest request) {
		RestWorld.Place place = this.world.place(request, Permissions.MANAGE_MESSAGES);
		ObjectNode message = message(place, request);
		if (request.variables().containsKey("emoji")) {
			this.world.happen("MESSAGE_REACTION_REMOVE_EMOJI", reaction(place, message, emoji(request), null));
		}
		else {
			this.world.happen("MESSAGE_REACTION_REMOVE_ALL", at(place).put("message_id", id(message).toString()));
		}
		return RestAnswer.NO_CONTENT;
	}

	private RestAnswer pin(RestRequest request, boolean pinned) {
		RestWorld.Place place = this.world.place(request, Permissions.PIN_MESSAGES);
		ObjectNode message = message(place, request);
		if (message.path("pinned").asBoolean(false) == pinned) {
			return RestAnswer.NO_CONTENT;
		}
		if (pinned && pinned(place).size() >= MAX_PINS) {
			throw RestRefusal.of(400, 30003, "Maximum number of pins reached for this channel (250)");
		}
		message.put("pinned", pinned);
		this.world.happen("MESSAGE_UPDATE", this.bodies.forEvent(place, message));
		String now = ObjectPayloads.timestamp(Instant.now());
		this.world.happen("CHANNEL_PINS_UPDATE", at(place).put("last_pin_timestamp", now));
		if (place.guild() != null) {
			this.world.audit(place.guild(), pinned ? AuditLogEvent.MESSAGE_PIN : AuditLogEvent.MESSAGE_UNPIN,
					Snowflake.of(message.path("author").path("id").asString("0")), ObjectPayloads.NOTHING,
					request.reason());
		}
		return RestAnswer.NO_CONTENT;
	}

	private List<ObjectNode> pinned(RestWorld.Place place) {
		return filter(this.world.messages().list(place.id()), (message) -> message.path("pinned").asBoolean(false));
	}

	private RestAnswer pins(RestRequest request) {
		RestWorld.Place place = readable(request);
		int limit = FieldChecks.queryNumber("limit", request.query().get("limit"), 50, 1, 50);
		String before = request.query().get("before");
		Instant limitTime = (before != null) ? Instant.parse(before) : Instant.MAX;
		ObjectNode answer = ObjectPayloads.template("{}");
		ArrayNode items = answer.putArray("items");
		// When a message was pinned is not kept: it counts as pinned when it was written.
		List<ObjectNode> found = filter(pinned(place), (message) -> id(message).timestamp().isBefore(limitTime));
		found.stream()
			.limit(limit)
			.forEach((message) -> items.addObject()
				.put("pinned_at", ObjectPayloads.timestamp(id(message).timestamp()))
				.set("message", message));
		answer.put("has_more", found.size() > limit);
		return RestAnswer.of(answer);
	}

}
