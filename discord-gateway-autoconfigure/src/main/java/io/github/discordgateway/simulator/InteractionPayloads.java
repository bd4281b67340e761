package io.github.discordgateway.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bodies of interactions that somebody causes, in a guild or in direct messages.
 */
final class InteractionPayloads {

	static final int STRING_SELECT = 3;

	static final int USER_SELECT = 5;

	static final int ROLE_SELECT = 6;

	static final int MENTIONABLE_SELECT = 7;

	static final int CHANNEL_SELECT = 8;

	private static final List<String> CHILDREN = List.of("components", "component", "accessory");

	private InteractionPayloads() {
	}

	/**
	 * Makes an interaction.
	 * @param user who causes it, and where
	 * @param type Discord's number of its type
	 * @param data what it is about
	 * @return the body of INTERACTION_CREATE
	 */
	static ObjectNode interaction(LiveUser user, int type, ObjectNode data) {
		ObjectNode interaction = user.liveWorld()
			.payloads()
			.interaction(user.guild(), user.member(), user.channelId(), "");
		interaction.put("type", type).set("data", data);
		if (user instanceof LiveMember) {
			RestWorld.Place place = new RestWorld(user.liveWorld()).find(user.channelId());
			if (place != null && place.channel() != null) {
				interaction.withObjectProperty("channel")
					.put("name", place.channel().name())
					.put("type", place.channel().type());
			}
			return interaction;
		}
		interaction.remove(List.of("guild", "guild_id", "guild_locale", "member"));
		interaction.set("user", ObjectPayloads.user(user.member()));
		interaction.put("context", 1).putObject("authorizing_integration_owners").put("0", "0");
		interaction.putObject("channel").put("id", user.channelId().toString()).put("type", 1);
		return interaction;
	}

	/** Adds a user, and the member that the user is in a guild, to what ids refer to. */
	static void resolve(ObjectNode data, LiveUser asking, LiveUser target) {
		ObjectNode resolved = data.withObjectProperty("resolved");
		String id = target.id().toString();
		resolved.withObjectProperty("users").set(id, ObjectPayloads.user(target.member()));
		if (asking instanceof LiveMember) {
			SimulatedGuild guild = asking.guild();
			SimulatedGuild.Member member = guild.findMember(id);
			if (member != null) {
				ObjectNode shown = ObjectPayloads.memberWithoutUser(guild, member);
				shown.remove(List.of("deaf", "mute"));
				resolved.withObjectProperty("members").set(id, shown.put("permissions", "2248473465835073"));
			}
		}
	}

	static void resolveRole(ObjectNode data, SimulatedGuild guild, Snowflake roleId) {
		ObjectNode role = guild.roles().get(roleId);
		if (role == null) {
			throw new IllegalStateException(
					guild.name() + " has no role " + roleId + ": it has " + guild.roles().keySet());
		}
		data.withObjectProperty("resolved").withObjectProperty("roles").set(roleId.toString(), role.deepCopy());
	}

	static void resolveChannel(ObjectNode data, SimulatedGuild guild, Snowflake channelId) {
		SimulatedGuild.Channel channel = guild.findChannel(channelId);
		if (channel == null) {
			throw new IllegalStateException(guild.name() + " has no channel " + channelId + ": it has "
					+ guild.channels().stream().map(SimulatedGuild.Channel::name).toList());
		}
		ObjectNode shown = ObjectPayloads.channel(guild, channel);
		shown.put("permissions", Long.toUnsignedString(RestWorld.permissions(guild, channel)));
		data.withObjectProperty("resolved").withObjectProperty("channels").set(channelId.toString(), shown);
	}

	/** Adds what a select of users, roles, mentionables or channels refers to. */
	static void resolve(ObjectNode data, LiveUser asking, int selectType, Snowflake id) {
		if (selectType == ROLE_SELECT) {
			resolveRole(data, asking.guild(), id);
		}
		else if (selectType == CHANNEL_SELECT) {
			resolveChannel(data, asking.guild(), id);
		}
		else {
			SimulatedGuild.Member target = asking.liveWorld().world().findUser(id);
			if (target != null) {
				resolve(data, asking, new LiveUser(asking.liveWorld(), target.username()));
			}
			else {
				resolveRole(data, asking.guild(), id);
			}
		}
	}

	/** Adds a file that a user uploads, and returns its id. */
	static String resolveAttachment(ObjectNode data, LiveUser asking, String filename, int size) {
		String id = asking.liveWorld().payloads().nextId().toString();
		String url = "https://cdn.simulator.invalid/ephemeral-attachments/" + id + "/" + filename;
		data.withObjectProperty("resolved")
			.withObjectProperty("attachments")
			.putObject(id)
			.put("id", id)
			.put("filename", filename)
			.put("size", size)
			.put("url", url)
			.put("proxy_url", url)
			.put("ephemeral", true);
		return id;
	}

	/** Calls for each component of a message or modal, those within others included. */
	static void eachComponent(JsonNode components, BiConsumer<JsonNode, String> consumer) {
		Deque<JsonNode> open = new ArrayDeque<>();
		components.forEach(open::addLast);
		while (!open.isEmpty()) {
			JsonNode component = open.removeFirst();
			consumer.accept(component, component.path("custom_id").asString(""));
			for (String name : CHILDREN) {
				JsonNode inner = component.path(name);
				if (inner.isArray()) {
					inner.forEach(open::addLast);
				}
				else if (inner.isObject()) {
					open.addLast(inner);
				}
			}
		}
	}

	/** The component of a message; {@code null} when it has none of this id. */
	static @Nullable JsonNode component(JsonNode message, String customId) {
		List<JsonNode> found = new ArrayList<>();
		eachComponent(message.path("components"), (component, id) -> {
			if (id.equals(customId)) {
				found.add(component);
			}
		});
		return found.isEmpty() ? null : found.get(0);
	}

}
