package io.github.discordgateway.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import tools.jackson.databind.node.ObjectNode;

/**
 * Webhooks, and what interactions answer by the same routes: who holds the token of an
 * interaction may use it as a webhook of the application.
 *
 * @see <a href="https://discord.com/developers/docs/resources/webhook">Webhook</a>
 */
final class WebhookResources {

	private final RestWorld world;

	private final MessageBodies bodies;

	private final InteractionResources interactions;

	private final Map<Snowflake, ObjectNode> webhooks = new LinkedHashMap<>();

	WebhookResources(RestWorld world, MessageBodies bodies, InteractionResources interactions, RestRoutes routes) {
		this.world = world;
		this.bodies = bodies;
		this.interactions = interactions;
		routes.add("POST", "/channels/{channel}/webhooks", this::create);
		routes.add("GET", "/channels/{channel}/webhooks", this::list);
		routes.add("GET", "/webhooks/{webhook}", (request) -> RestAnswer.of(managed(request).deepCopy()));
		routes.add("PATCH", "/webhooks/{webhook}", this::edit);
		routes.add("DELETE", "/webhooks/{webhook}", this::delete);
		String byToken = "/webhooks/{webhook}/{token}";
		routes.add("GET", byToken, (request) -> RestAnswer.of(byToken(request).deepCopy()));
		routes.add("POST", byToken, this::execute);
		routes.add("GET", byToken + "/messages/{message}", this::get);
		routes.add("PATCH", byToken + "/messages/{message}", this::editMessage);
		routes.add("DELETE", byToken + "/messages/{message}", this::deleteMessage);
	}

	private RestAnswer create(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.MANAGE_WEBHOOKS);
		ObjectNode body = request.object();
		FieldChecks checks = new FieldChecks(body).required("name").text("name", 1, 80);
		String name = body.path("name").asString("").toLowerCase(java.util.Locale.ROOT);
		if (name.contains("clyde") || name.contains("discord")) {
			checks.wrong("name", "USERNAME_INVALID_CONTAINS", "Username cannot contain \"discord\"");
		}
		checks.done();
		Snowflake id = this.world.payloads().nextId();
		ObjectNode webhook = ObjectPayloads.template("{}")
			.put("id", id.toString())
			.put("type", 1)
			.put("name", body.path("name").asString())
			.putNull("avatar")
			.put("channel_id", place.channel().id().toString())
			.put("guild_id", place.guild().id().toString())
			.put("application_id", SimulatedWorld.BOT_ID.toString())
			.put("token", "webhook-" + id);
		webhook.put("url", "https://simulator.invalid/api/webhooks/" + id + "/webhook-" + id);
		webhook.set("user", ObjectPayloads.user(place.guild().bot()));
		this.webhooks.put(id, webhook);
		changed(request, place, AuditLogEvent.WEBHOOK_CREATE, id);
		return RestAnswer.of(webhook.deepCopy());
	}

	private void changed(RestRequest request, RestWorld.GuildPlace place, AuditLogEvent type, Snowflake id) {
		this.world.audit(place.guild(), type, id, ObjectPayloads.NOTHING, request.reason());
		this.world.happen("WEBHOOKS_UPDATE",
				ObjectPayloads.template("{}")
					.put("guild_id", place.guild().id().toString())
					.put("channel_id", place.channel().id().toString()));
	}

	private RestAnswer list(RestRequest request) {
		RestWorld.GuildPlace place = this.world.guildPlace(request, Permissions.MANAGE_WEBHOOKS);
		return RestAnswer.list(this.webhooks.values()
			.stream()
			.filter((webhook) -> webhook.path("channel_id").asString("").equals(place.channel().id().toString()))
			.map(ObjectNode::deepCopy)
			.toList());
	}

	private ObjectNode known(RestRequest request) {
		ObjectNode webhook = this.webhooks.get(request.id("webhook"));
		if (webhook == null) {
			throw RestRefusal.unknownWebhook();
		}
		return webhook;
	}

	private ObjectNode managed(RestRequest request) {
		ObjectNode webhook = known(request);
		this.world.guildPlace(at(request, webhook), Permissions.MANAGE_WEBHOOKS);
		return webhook;
	}

	private static RestRequest at(RestRequest request, ObjectNode webhook) {
		String channel = webhook.path("channel_id").asString();
		return new RestRequest(Map.of("channel", channel), request.query(), request.headers(), request.body(),
				request.files());
	}

	private RestAnswer edit(RestRequest request) {
		ObjectNode webhook = managed(request);
		ObjectNode body = request.object();
		new FieldChecks(body).text("name", 1, 80).id("channel_id").done();
		if (body.has("channel_id")) {
			ObjectNode moved = webhook.deepCopy();
			moved.set("channel_id", body.get("channel_id"));
			this.world.guildPlace(at(request, moved), Permissions.MANAGE_WEBHOOKS);
		}
		webhook.setAll(request.only("name", "channel_id"));
		changed(request, this.world.guildPlace(at(request, webhook)), AuditLogEvent.WEBHOOK_UPDATE,
				request.id("webhook"));
		return RestAnswer.of(webhook.deepCopy());
	}

	private RestAnswer delete(RestRequest request) {
		ObjectNode webhook = managed(request);
		this.webhooks.remove(request.id("webhook"));
		changed(request, this.world.guildPlace(at(request, webhook)), AuditLogEvent.WEBHOOK_DELETE,
				request.id("webhook"));
		return RestAnswer.NO_CONTENT;
	}

	private ObjectNode byToken(RestRequest request) {
		ObjectNode webhook = known(request);
		if (!webhook.path("token").asString("").equals(request.variable("token"))) {
			throw RestRefusal.of(401, 50027, "Invalid Webhook Token");
		}
		return webhook;
	}

	private boolean isInteraction(RestRequest request) {
		return request.variable("webhook").equals(SimulatedWorld.BOT_ID.toString());
	}

	private RestAnswer execute(RestRequest request) {
		if (isInteraction(request)) {
			return this.interactions.followUp(request);
		}
		ObjectNode webhook = byToken(request);
		ObjectNode body = request.object();
		MessageBodies.check(body, "", body);
		new FieldChecks(body).text("username", 1, 80).done();
		if (MessageBodies.isEmpty(body, request.files())) {
			throw RestRefusal.of(400, 50006, "Cannot send an empty message");
		}
		RestWorld.Place place = place(request, webhook);
		ObjectNode message = this.bodies.create(place, body, request.files());
		ObjectNode author = ObjectPayloads.template("{}")
			.put("id", webhook.path("id").asString())
			.put("username", body.path("username").asString(webhook.path("name").asString()))
			.put("discriminator", "0000")
			.putNull("avatar")
			.putNull("global_name")
			.put("public_flags", 0)
			.put("flags", 0)
			.put("bot", true);
		message.set("author", author);
		message.remove("member");
		message.put("webhook_id", webhook.path("id").asString())
			.put("application_id", SimulatedWorld.BOT_ID.toString());
		this.world.happen("MESSAGE_CREATE", message);
		return request.flag("wait") ? RestAnswer.of(MessageBodies.forAnswer(message)) : RestAnswer.NO_CONTENT;
	}

	private RestWorld.Place place(RestRequest request, ObjectNode webhook) {
		String thread = request.query().get("thread_id");
		return this.world.place((thread != null) ? at(request, ObjectPayloads.template("{}").put("channel_id", thread))
				: at(request, webhook));
	}

	private ObjectNode message(RestRequest request, ObjectNode webhook, RestWorld.Place place) {
		ObjectNode message = this.world.messages().find(place.id(), request.id("message"));
		if (message == null || !message.path("webhook_id").equals(webhook.path("id"))) {
			throw RestRefusal.unknownMessage();
		}
		return message;
	}

	private RestAnswer get(RestRequest request) {
		if (isInteraction(request)) {
			return this.interactions.get(request);
		}
		ObjectNode webhook = byToken(request);
		return RestAnswer.of(message(request, webhook, place(request, webhook)));
	}

	private RestAnswer editMessage(RestRequest request) {
		if (isInteraction(request)) {
			return this.interactions.edit(request);
		}
		ObjectNode webhook = byToken(request);
		RestWorld.Place place = place(request, webhook);
		ObjectNode message = message(request, webhook, place);
		MessageBodies.check(request.object(), "", request.object());
		this.bodies.apply(message, request.object(), request.files());
		message.put("edited_timestamp", ObjectPayloads.timestamp(Instant.now()));
		this.world.happen("MESSAGE_UPDATE", this.bodies.forEvent(place, message));
		return RestAnswer.of(message);
	}

	private RestAnswer deleteMessage(RestRequest request) {
		if (isInteraction(request)) {
			return this.interactions.delete(request);
		}
		ObjectNode webhook = byToken(request);
		RestWorld.Place place = place(request, webhook);
		ObjectNode message = message(request, webhook, place);
		ObjectNode event = ObjectPayloads.template("{}").put("channel_id", place.id().toString());
		if (place.guild() != null) {
			event.put("guild_id", place.guild().id().toString());
		}
		this.world.happen("MESSAGE_DELETE", event.put("id", message.path("id").asString()));
		return RestAnswer.NO_CONTENT;
	}

}
