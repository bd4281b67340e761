package io.github.discordgateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.lang.CheckReturnValue;

/**
 * A user who does things at a test's command: in a direct message to the bot, or, as a
 * {@link LiveMember}, in a guild. Each deed becomes the event that Discord would send,
 * with ids that fit together.
 *
 * <p>
 * A deed waits for a session of the shard that hears about it, up to the simulator's
 * timeout, and throws an {@link AssertionError} when there is none; and an
 * {@link IllegalStateException} when the bot's intents hold the event back.
 *
 * @see GatewaySimulator#user(String)
 */
public class LiveUser {

	private static final Pattern MENTION = Pattern.compile("<@!?(\\d+)>");

	private static final int DIRECT_MESSAGE = 1;

	private static final int USER_COMMAND = 2;

	private static final int MESSAGE_COMMAND = 3;

	private static final int BUTTON = 2;

	private final LiveWorld liveWorld;

	private final String username;

	private final Snowflake id;

	LiveUser(LiveWorld liveWorld, String username) {
		this.liveWorld = liveWorld;
		this.username = username;
		this.id = liveWorld.world().userId(username);
	}

	/**
	 * The user's id.
	 * @return the id
	 */
	public final Snowflake id() {
		return this.id;
	}

	/**
	 * The user's name.
	 * @return the name
	 */
	public final String username() {
		return this.username;
	}

	/**
	 * Where the user writes.
	 * @return the id of the channel
	 */
	public Snowflake channelId() {
		return Snowflake.of(this.id.value() + 1);
	}

	/**
	 * Writes a message: MESSAGE_CREATE. A bot without MESSAGE_CONTENT gets it without the
	 * text, unless it is mentioned.
	 * @param text what is written; {@code <@id>} mentions a user
	 * @return the message, to be edited or deleted
	 */
	public LiveMessage says(String text) {
		ObjectNode body = message(text);
		LiveMessage message = new LiveMessage(this.liveWorld, body);
		this.liveWorld.happen("MESSAGE_CREATE", body);
		return message;
	}

	/**
	 * Has written a message before, of which the bot is not told: to use a command on,
	 * also with a bot that is told of no messages at all.
	 * @param text what was written; {@code <@id>} mentions a user
	 * @return the message, which is found by requests, too
	 */
	public LiveMessage hasSaid(String text) {
		ObjectNode body = message(text);
		this.liveWorld.world().note(OutgoingEvent.of("MESSAGE_CREATE", body));
		return new LiveMessage(this.liveWorld, body);
	}

	private ObjectNode message(String text) {
		ObjectNode body = outsideOfGuilds(this.liveWorld.payloads().message(guild(), member(), channelId(), text));
		mentions(text, body);
		return body;
	}

	/**
	 * Asks a poll: MESSAGE_CREATE.
	 * @param question what is asked
	 * @param answers what can be voted for; their ids count from 1
	 * @return the message, to be voted on
	 */
	public LiveMessage asks(String question, String... answers) {
		ObjectNode body = outsideOfGuilds(this.liveWorld.payloads().message(guild(), member(), channelId(), ""));
		ObjectNode poll = body.putObject("poll");
		poll.putObject("question").put("text", question);
		ArrayNode list = poll.putArray("answers");
		for (int i = 0; i < answers.length; i++) {
			list.addObject().put("answer_id", i + 1).putObject("poll_media").put("text", answers[i]);
		}
		poll.put("expiry", ObjectPayloads.timestamp(Instant.now().plus(Duration.ofDays(1))))
			.put("allow_multiselect", false)
			.put("layout_type", 1);
		LiveMessage message = new LiveMessage(this.liveWorld, body);
		this.liveWorld.happen("MESSAGE_CREATE", body);
		return message;
	}

	/**
	 * Votes in a poll: MESSAGE_POLL_VOTE_ADD.
	 * @param poll the message with the poll
	 * @param answerId which answer
	 */
	public void votes(LiveMessage poll, int answerId) {
		this.liveWorld.happen("MESSAGE_POLL_VOTE_ADD", vote(poll, answerId));
	}

	/**
	 * Takes back a vote: MESSAGE_POLL_VOTE_REMOVE.
	 * @param poll the message with the poll
	 * @param answerId which answer
	 */
	public void takesVoteBack(LiveMessage poll, int answerId) {
		this.liveWorld.happen("MESSAGE_POLL_VOTE_REMOVE", vote(poll, answerId));
	}

	private ObjectNode vote(LiveMessage poll, int answerId) {
		return outsideOfGuilds(ObjectPayloads.template("{}")
			.put("user_id", this.id.toString())
			.put("channel_id", poll.channelId().toString())
			.put("message_id", poll.id().toString())
			.put("guild_id", guild().id().toString())
			.put("answer_id", answerId));
	}

	/**
	 * Buys something of the bot: ENTITLEMENT_CREATE.
	 * @param skuId what
	 * @return the id of the entitlement
	 */
	public Snowflake buys(Snowflake skuId) {
		Snowflake entitlementId = this.liveWorld.payloads().nextId();
		this.liveWorld.happen("ENTITLEMENT_CREATE", entitlement(entitlementId, skuId, false));
		return entitlementId;
	}

	/**
	 * Gets the money back: ENTITLEMENT_DELETE.
	 * @param entitlementId the id of the entitlement
	 * @param skuId what was bought
	 */
	public void returns(Snowflake entitlementId, Snowflake skuId) {
		this.liveWorld.happen("ENTITLEMENT_DELETE", entitlement(entitlementId, skuId, true));
	}

	private ObjectNode entitlement(Snowflake entitlementId, Snowflake skuId, boolean deleted) {
		return ObjectPayloads.template("{}")
			.put("id", entitlementId.toString())
			.put("sku_id", skuId.toString())
			.put("application_id", SimulatedWorld.BOT_ID.toString())
			.put("user_id", this.id.toString())
			.put("type", 8)
			.put("deleted", deleted)
			.putNull("starts_at")
			.putNull("ends_at")
			.put("consumed", false);
	}

	private void mentions(String text, ObjectNode body) {
		ArrayNode mentions = body.putArray("mentions");
		for (Matcher matcher = MENTION.matcher(text); matcher.find();) {
			SimulatedGuild.Member mentioned = guild().findMember(matcher.group(1));
			if (mentioned != null) {
				mentions.add(ObjectPayloads.user(mentioned));
			}
		}
	}

	/**
	 * Reacts to the latest message of the channel: MESSAGE_REACTION_ADD.
	 * @param emoji one of Unicode, or {@code name:id} of a guild's own
	 * @throws IllegalStateException when nobody has said anything there
	 */
	public void reacts(String emoji) {
		reactsTo(latestMessage(), emoji);
	}

	/**
	 * Reacts to a message: MESSAGE_REACTION_ADD.
	 * @param message the message
	 * @param emoji one of Unicode, or {@code name:id} of a guild's own
	 */
	public void reactsTo(LiveMessage message, String emoji) {
		ObjectNode body = reaction(message, emoji, true);
		this.liveWorld.happen("MESSAGE_REACTION_ADD", body.put("message_author_id", message.authorId().toString()));
	}

	/**
	 * Takes back a reaction: MESSAGE_REACTION_REMOVE.
	 * @param message the message
	 * @param emoji one of Unicode, or {@code name:id} of a guild's own
	 */
	public void takesBack(LiveMessage message, String emoji) {
		this.liveWorld.happen("MESSAGE_REACTION_REMOVE", reaction(message, emoji, false));
	}

	private ObjectNode reaction(LiveMessage message, String emoji, boolean added) {
		ObjectNode body = outsideOfGuilds(this.liveWorld.payloads().reaction(guild(), member(), added));
		body.set("emoji", LiveWorld.emoji(emoji));
		return body.put("channel_id", message.channelId().toString()).put("message_id", message.id().toString());
	}

	private LiveMessage latestMessage() {
		ObjectNode message = this.liveWorld.world().messages().latest(channelId());
		if (message == null) {
			throw new IllegalStateException(
					this.username + " cannot react: there is no message yet. Let somebody say something first");
		}
		return new LiveMessage(this.liveWorld, outsideOfGuilds(message.put("guild_id", guild().id().toString())));
	}

	/**
	 * Begins to write: TYPING_START.
	 */
	public void types() {
		this.liveWorld.happen("TYPING_START",
				outsideOfGuilds(this.liveWorld.payloads().typing(guild(), member(), channelId())));
	}

	/**
	 * Begins to use a slash command, whose options follow. The bot hears of it only when
	 * it is sent: see {@link CommandUse}.
	 * @param command its name without the slash, with the names of group and sub-command
	 * after it, such as {@code tag show}
	 * @return the use of the command, to be completed and sent
	 */
	@CheckReturnValue
	public CommandUse uses(String command) {
		return new CommandUse(this, command);
	}

	/**
	 * Uses a slash command: INTERACTION_CREATE.
	 * @param command its name, as for {@link #uses(String)}
	 * @param options the values of its options by name, as for
	 * {@link CommandUse#option(String, Object)}
	 * @return what the bot is asked, to wait for its answers
	 */
	public LiveInteraction uses(String command, Map<String, ?> options) {
		CommandUse use = uses(command);
		options.forEach(use::option);
		return use.sends();
	}

	/**
	 * Uses a command of the context menu of a user: INTERACTION_CREATE.
	 * @param command the name of the command
	 * @param target the user
	 * @return what the bot is asked, to wait for its answers
	 */
	public LiveInteraction usesOn(String command, LiveUser target) {
		ObjectNode data = menuData(command, USER_COMMAND).put("target_id", target.id().toString());
		InteractionPayloads.resolve(data, this, target);
		return causes(InteractionPayloads.interaction(this, SimulatedInteraction.COMMAND, data));
	}

	/**
	 * Uses a command of the context menu of a message: INTERACTION_CREATE.
	 * @param command the name of the command
	 * @param target the message
	 * @return what the bot is asked, to wait for its answers
	 */
	public LiveInteraction usesOn(String command, LiveMessage target) {
		ObjectNode message = this.liveWorld.world().messages().find(target.channelId(), target.id());
		if (message == null) {
			throw new IllegalStateException("The message " + target.id() + " is no longer there");
		}
		ObjectNode data = menuData(command, MESSAGE_COMMAND).put("target_id", target.id().toString());
		data.withObjectProperty("resolved").withObjectProperty("messages").set(target.id().toString(), message);
		return causes(InteractionPayloads.interaction(this, SimulatedInteraction.COMMAND, data));
	}

	private ObjectNode menuData(String command, int type) {
		return this.liveWorld.commandData(this.liveWorld.findCommand(guildId(), command, type), command, type);
	}

	/**
	 * Clicks a button: INTERACTION_CREATE.
	 * @param customId the id that the bot gave it; the newest message that the user sees
	 * and that has it counts
	 * @return what the bot is asked, to wait for its answers
	 * @throws IllegalStateException when there is none, or it is disabled
	 */
	public LiveInteraction clicks(String customId) {
		return component(customId, List.of());
	}

	/**
	 * Chooses in a select: INTERACTION_CREATE.
	 * @param customId the id that the bot gave it; the newest message that the user sees
	 * and that has it counts
	 * @param values the values that are chosen, ids in a select of users, roles or
	 * channels
	 * @return what the bot is asked, to wait for its answers
	 * @throws IllegalStateException when there is none, it is disabled, or it does not
	 * offer a value
	 */
	public LiveInteraction selects(String customId, String... values) {
		return component(customId, List.of(values));
	}

	private LiveInteraction component(String customId, List<String> values) {
		ObjectNode message = null;
		JsonNode component = null;
		List<String> seen = new ArrayList<>();
		for (ObjectNode candidate : this.liveWorld.visibleMessages(this)) {
			component = InteractionPayloads.component(candidate, customId);
			if (component != null) {
				message = candidate;
				break;
			}
			InteractionPayloads.eachComponent(candidate.path("components"), (other, id) -> {
				if (!id.isEmpty()) {
					seen.add(id);
				}
			});
		}
		if (message == null || component == null) {
			throw new IllegalStateException(this.username + " sees no component " + customId + ": there are " + seen);
		}
		if (component.path("disabled").asBoolean(false)) {
			throw new IllegalStateException("The component " + customId + " is disabled");
		}
		int type = component.path("type").asInt(0);
		ObjectNode data = ObjectPayloads.template("{}").put("custom_id", customId).put("component_type", type);
		if (component.has("id")) {
			data.set("id", component.path("id"));
		}
		if (type == BUTTON ? !values.isEmpty() : values.size() < component.path("min_values").asInt(1)
				|| values.size() > component.path("max_values").asInt(1)) {
			throw new IllegalStateException(
					"The component " + customId + " of type " + type + " does not take the values " + values);
		}
		if (type != BUTTON) {
			select(component, data, values);
		}
		ObjectNode body = InteractionPayloads.interaction(this, SimulatedInteraction.COMPONENT, data);
		body.set("message", message);
		return causes(body);
	}

	private void select(JsonNode component, ObjectNode data, List<String> values) {
		ArrayNode chosen = data.putArray("values");
		values.forEach(chosen::add);
		int type = component.path("type").asInt(0);
		for (String value : values) {
			if (type != InteractionPayloads.STRING_SELECT) {
				InteractionPayloads.resolve(data, this, type, Snowflake.of(value));
			}
			else if (!component.path("options").findValuesAsString("value").contains(value)) {
				throw new IllegalStateException("The select " + component.path("custom_id").asString("") + " offers "
						+ component.path("options").findValuesAsString("value") + ", not " + value);
			}
		}
	}

	/**
	 * Waits for the next message of the bot where the user writes, other than an answer
	 * to an interaction.
	 * @return the oldest that no earlier call has returned
	 * @throws AssertionError when none comes within the timeout
	 */
	public Message expectMessage() {
		return this.liveWorld.expectMessage(channelId());
	}

	/** Lets an interaction happen, and follows what becomes of it. */
	LiveInteraction causes(ObjectNode body) {
		this.liveWorld.happen("INTERACTION_CREATE", body);
		SimulatedInteraction interaction = this.liveWorld.world().interactions().find(body.path("token").asString());
		if (interaction == null) {
			throw new IllegalStateException("The interaction " + body.path("id") + " is no longer there");
		}
		return new LiveInteraction(this.liveWorld, interaction, this);
	}

	/** Which guild's commands can be used here; {@code null} in direct messages. */
	@Nullable Snowflake guildId() {
		return null;
	}

	final LiveWorld liveWorld() {
		return this.liveWorld;
	}

	/** Where the bot and the user meet; for direct messages only as a form to fill. */
	SimulatedGuild guild() {
		return new SimulatedGuild(this.id, "", member());
	}

	SimulatedGuild.Member member() {
		return new SimulatedGuild.Member(this.id, this.username, false, null, false, true, null);
	}

	private ObjectNode outsideOfGuilds(ObjectNode body) {
		if (!(this instanceof LiveMember)) {
			body.remove("guild_id");
			body.remove("member");
			if (body.has("channel_type")) {
				body.put("channel_type", DIRECT_MESSAGE);
			}
		}
		return body;
	}

	/** The user's name. */
	@Override
	public String toString() {
		return this.username;
	}

}
