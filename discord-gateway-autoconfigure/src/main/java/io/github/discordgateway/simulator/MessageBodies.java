package io.github.discordgateway.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes messages from what the bot wants to send, and refuses what Discord would refuse:
 * for channels, for answers to interactions and for webhooks alike.
 */
final class MessageBodies {

	static final int EPHEMERAL = 1 << 6;

	static final int LOADING = 1 << 7;

	static final int COMPONENTS_V2 = 1 << 15;

	private static final int MAX_CONTENT = 2000;

	private static final int MAX_EMBEDS = 10;

	private static final int MAX_EMBED_CHARACTERS = 6000;

	private static final int ROW = 1;

	private static final int REPLY = 19;

	private static final Pattern USER_MENTION = Pattern.compile("<@!?(\\d+)>");

	private static final Pattern ROLE_MENTION = Pattern.compile("<@&(\\d+)>");

	private final RestWorld world;

	MessageBodies(RestWorld world) {
		this.world = world;
	}

	/**
	 * Checks what is to become a message.
	 * @param body what the bot sent
	 * @param prefix where the message is in the body, for example {@code data.}
	 * @param message the message
	 * @throws RestRefusal when a field is wrong
	 */
	static void check(JsonNode body, String prefix, JsonNode message) {
		FieldChecks checks = new FieldChecks(body).text(prefix + "content", 0, MAX_CONTENT)
			.size(prefix + "embeds", 0, MAX_EMBEDS)
			.size(prefix + "sticker_ids", 0, 3)
			.size(prefix + "attachments", 0, 10)
			.text(prefix + "nonce", 0, 25);
		boolean second = (message.path("flags").asInt(0) & COMPONENTS_V2) != 0;
		if (second && (!message.path("content").asString("").isEmpty() || !message.path("embeds").isEmpty())) {
			checks.wrong(prefix + (message.path("embeds").isEmpty() ? "content" : "embeds"),
					"MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
					"The field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
		}
		checks.size(prefix + "components", 0, second ? 40 : 5);
		embeds(checks, prefix + "embeds", message.path("embeds"));
		components(checks, prefix + "components", message.path("components"), !second, new HashSet<>());
		checks.done();
	}

	private static void embeds(FieldChecks checks, String path, JsonNode embeds) {
		int characters = 0;
		for (int i = 0; i < embeds.size(); i++) {
			JsonNode embed = embeds.path(i);
			String at = path + "." + i + ".";
			checks.text(at + "title", embed.path("title"), 0, 256)
				.text(at + "description", embed.path("description"), 0, 4096)
				.text(at + "footer.text", embed.path("footer").path("text"), 0, 2048)
				.text(at + "author.name", embed.path("author").path("name"), 0, 256)
				.size(at + "fields", embed.path("fields"), 0, 25);
			characters += length(embed.path("title")) + length(embed.path("description"))
					+ length(embed.path("footer").path("text")) + length(embed.path("author").path("name"));
			for (int j = 0; j < embed.path("fields").size(); j++) {
				JsonNode field = embed.path("fields").path(j);
				checks.required(at + "fields." + j + ".name", field.path("name"))
					.text(at + "fields." + j + ".name", field.path("name"), 1, 256)
					.required(at + "fields." + j + ".value", field.path("value"))
					.text(at + "fields." + j + ".value", field.path("value"), 1, 1024);
				characters += length(field.path("name")) + length(field.path("value"));
			}
		}
		if (characters > MAX_EMBED_CHARACTERS) {
			checks.wrong(path, "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
		}
	}

	private static int length(JsonNode text) {
		return text.asString("").length();
	}

	static void components(FieldChecks checks, String path, JsonNode components, boolean rowsOnly, Set<String> ids) {
		for (int i = 0; i < components.size(); i++) {
			JsonNode component = components.path(i);
			String at = path + "." + i;
			checks.required(at + ".type", component.path("type"));
			if (rowsOnly && component.path("type").isIntegralNumber() && component.path("type").asInt() != ROW) {
				checks.wrong(at + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
			}
			JsonNode customId = component.path("custom_id");
			checks.text(at + ".custom_id", customId, 1, 100);
			if (customId.isString() && !ids.add(customId.asString())) {
				checks.wrong(at + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED",
						"Component custom id cannot be duplicated");
			}
			checks.size(at + ".options", component.path("options"), 1, 25);
			checks.text(at + ".label", component.path("label"), 0, 80);
			components(checks, at + ".components", component.path("components"), false, ids);
		}
	}

	static boolean isEmpty(JsonNode message, List<RestBody.File> files) {
		return message.path("content").asString("").isEmpty() && message.path("embeds").isEmpty()
				&& message.path("components").isEmpty() && message.path("sticker_ids").isEmpty()
				&& message.path("poll").isMissingNode() && files.isEmpty();
	}

	/**
	 * Makes a message of the bot.
	 * @param place where it is written
	 * @param content what the bot sent
	 * @param files what it uploaded
	 * @return the message as MESSAGE_CREATE shows it
	 */
	ObjectNode create(RestWorld.Place place, JsonNode content, List<RestBody.File> files) {
		SimulatedGuild guild = place.guild();
		SimulatedGuild.Member bot = SimulatedGuild.botMember();
		SimulatedGuild form = (guild != null) ? guild : new SimulatedGuild(place.id(), "", bot);
		ObjectNode message = this.world.payloads().message(form, bot, place.id(), "");
		if (guild == null) {
			message.remove(List.of("guild_id", "member"));
			message.put("channel_type", 1);
		}
		else if (place.channel() != null) {
			message.put("channel_type", place.channel().type());
		}
		apply(message, content, files);
		reply(place, message, content.path("message_reference"));
		return message;
	}

	/** Changes a message to what the bot sent. */
	void apply(ObjectNode message, JsonNode content, List<RestBody.File> files) {
		for (String field : List.of("content", "embeds", "components", "tts", "flags", "nonce")) {
			JsonNode value = content.path(field);
			if (value.isNull()) {
				message.set(field, field.equals("content") ? message.stringNode("") : message.arrayNode());
			}
			else if (!value.isMissingNode()) {
				message.set(field, value.deepCopy());
			}
		}
		message.path("embeds").forEach((embed) -> ((ObjectNode) embed).put("type", "rich"));
		number(message.path("components"), 1);
		attachments(message, content.path("attachments"), files);
		mentions(message);
		if (content.path("poll").isObject()) {
			poll(message, content.path("poll"));
		}
		if (!content.path("sticker_ids").isEmpty()) {
			ArrayNode stickers = message.putArray("sticker_items");
			content.path("sticker_ids")
				.forEach((id) -> stickers.addObject()
					.put("id", id.asString(""))
					.put("name", "sticker")
					.put("format_type", 1));
		}
	}

	/** Each component gets a number of its own. */
	private static int number(JsonNode components, int next) {
		int id = next;
		for (JsonNode component : components) {
			if (component instanceof ObjectNode object && !object.has("id")) {
				object.put("id", id);
			}
			id = number(component.path("components"), id + 1);
		}
		return id;
	}

	private void attachments(ObjectNode message, JsonNode described, List<RestBody.File> files) {
		if (described.isMissingNode() && files.isEmpty()) {
			return;
		}
		ArrayNode kept = message.arrayNode();
		for (JsonNode old : message.path("attachments")) {
			if (described.isMissingNode() || hasId(described, old.path("id").asString(""))) {
				kept.add(old);
			}
		}
		String channel = message.path("channel_id").asString();
		for (int i = 0; i < files.size(); i++) {
			RestBody.File file = files.get(i);
			String id = this.world.payloads().nextId().toString();
			String url = "https://cdn.simulator.invalid/attachments/" + channel + "/" + id + "/" + file.name();
			ObjectNode attachment = kept.addObject()
				.put("id", id)
				.put("filename", file.name())
				.put("size", file.size())
				.put("url", url)
				.put("proxy_url", url)
				.put("content_type", file.contentType());
			String number = file.field().replaceAll("\\D", "");
			for (JsonNode description : described) {
				if (description.path("id").asString("").equals(number) && description.has("description")) {
					attachment.set("description", description.get("description"));
				}
			}
		}
		message.set("attachments", kept);
	}

	private static boolean hasId(JsonNode list, String id) {
		for (JsonNode entry : list) {
			if (entry.path("id").asString("").equals(id)) {
				return true;
			}
		}
		return false;
	}

	private void mentions(ObjectNode message) {
		String text = message.path("content").asString("");
		ArrayNode users = message.putArray("mentions");
		for (Matcher matcher = USER_MENTION.matcher(text); matcher.find();) {
			SimulatedGuild.Member user = this.world.world().findUser(Snowflake.of(matcher.group(1)));
			if (user != null) {
				users.add(ObjectPayloads.user(user));
			}
		}
		ArrayNode roles = message.putArray("mention_roles");
		for (Matcher matcher = ROLE_MENTION.matcher(text); matcher.find();) {
			roles.add(matcher.group(1));
		}
		message.put("mention_everyone", text.contains("@everyone") || text.contains("@here"));
	}

	private static void poll(ObjectNode message, JsonNode poll) {
		ObjectNode made = ((ObjectNode) poll).deepCopy();
		made.remove("duration");
		for (int i = 0; i < made.path("answers").size(); i++) {
			((ObjectNode) made.path("answers").path(i)).put("answer_id", i + 1);
		}
		long hours = poll.path("duration").asInt(24);
		made.put("expiry", ObjectPayloads.timestamp(java.time.Instant.now().plusSeconds(hours * 3600)));
		made.put("allow_multiselect", poll.path("allow_multiselect").asBoolean(false)).put("layout_type", 1);
		message.set("poll", made);
	}

	private void reply(RestWorld.Place place, ObjectNode message, JsonNode reference) {
		if (!reference.isObject()) {
			return;
		}
		String id = reference.path("message_id").asString("");
		ObjectNode original = id.matches("\\d{1,19}") ? this.world.messages().find(place.id(), Snowflake.of(id)) : null;
		if (original == null) {
			if (reference.path("fail_if_not_exists").asBoolean(true)) {
				new FieldChecks(message).wrong("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
					.done();
			}
			return;
		}
		ObjectNode made = message.putObject("message_reference")
			.put("type", reference.path("type").asInt(0))
			.put("message_id", id)
			.put("channel_id", place.id().toString());
		if (place.guild() != null) {
			made.put("guild_id", place.guild().id().toString());
		}
		original.remove("referenced_message");
		message.put("type", REPLY).set("referenced_message", original);
	}

	/**
	 * A message as the answer of a request shows it.
	 * @param event the message as an event shows it
	 */
	static ObjectNode forAnswer(ObjectNode event) {
		return event.deepCopy().remove(List.of("guild_id", "member", "channel_type"));
	}

	/** A message as an event shows it. */
	ObjectNode forEvent(RestWorld.Place place, ObjectNode message) {
		ObjectNode event = message.deepCopy();
		@Nullable SimulatedGuild guild = place.guild();
		if (guild == null) {
			return event.put("channel_type", 1);
		}
		event.put("guild_id", guild.id().toString())
			.put("channel_type", (place.channel() != null) ? place.channel().type() : 0);
		SimulatedGuild.Member author = guild.findMember(message.path("author").path("id").asString(""));
		if (author != null) {
			event.set("member", ObjectPayloads.memberWithoutUser(guild, author));
		}
		return event;
	}

}
