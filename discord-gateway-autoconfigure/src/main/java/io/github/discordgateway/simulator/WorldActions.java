package io.github.discordgateway.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@link SimulatorControl} can let happen in guilds and in direct messages. Who
 * gives orders by names has no objects at hand: messages, polls, events and the like are
 * the latest ones, unless an id names another.
 */
final class WorldActions {

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private static final String GUILD = "guild=garden";

	private static final String CHANNEL = "channel=general";

	private static final String USER = "user=alice";

	private static final String ROLE = "role=helpers";

	private static final String THREAD = "thread=plans";

	private static final String STAGE = "channel=Stage";

	private final GatewaySimulator simulator;

	private final SimulatorControl control;

	/** The latest of each kind. */
	private final Map<String, Object> latest = new LinkedHashMap<>();

	WorldActions(GatewaySimulator simulator, SimulatorControl control) {
		this.simulator = simulator;
		this.control = control;
	}

	void add() {
		messages();
		interactions();
		members();
		guilds();
		channels();
		roles();
		meetings();
		purchases();
	}

	private LiveGuild guild(SimulatorControl.Arguments arguments) {
		return this.simulator.guild(arguments.text("guild"));
	}

	/** Somebody in a guild, or who writes direct messages, when no guild is named. */
	private LiveUser user(SimulatorControl.Arguments arguments) {
		return arguments.text("guild").isEmpty() ? this.simulator.user(arguments.text("user"))
				: member(arguments).in(arguments.text("channel"));
	}

	private LiveMember member(SimulatorControl.Arguments arguments) {
		return guild(arguments).member(arguments.text("user"));
	}

	private void made(String kind, Object object) {
		synchronized (this.latest) {
			this.latest.put(kind, object);
		}
	}

	private <T> T latest(String kind, Class<T> type, String maker) {
		synchronized (this.latest) {
			Object known = this.latest.get(kind);
			if (known == null) {
				throw new IllegalStateException("There is no " + kind + " yet: " + maker + " makes one");
			}
			return type.cast(known);
		}
	}

	private Snowflake id(SimulatorControl.Arguments arguments, String name, String maker) {
		String id = arguments.text(name);
		return id.isEmpty() ? latest(name, Snowflake.class, maker) : Snowflake.of(id);
	}

	private void messages() {
		this.control.add("says", "Let somebody write",
				(arguments) -> made("message", user(arguments).says(arguments.text("text"))), GUILD, CHANNEL, USER,
				"text=!ping");
		this.control.add("edits", "Change the latest message",
				(arguments) -> latest("message", LiveMessage.class, "says").edit(arguments.text("text")), "text=!pong");
		this.control.add(
				"reacts", "Let somebody react to the latest message", (arguments) -> user(arguments)
					.reactsTo(latest("message", LiveMessage.class, "says"), arguments.text("emoji")),
				GUILD, CHANNEL, USER, "emoji=👍");
		this.control.add("deletes", "Delete the latest message",
				(arguments) -> latest("message", LiveMessage.class, "says").delete());
		this.control.add("types", "Let somebody type", (arguments) -> user(arguments).types(), GUILD, CHANNEL, USER);
		this.control.add("asks", "Let somebody begin a poll",
				(arguments) -> made("poll",
						user(arguments).asks(arguments.text("question"), arguments.list("answers"))),
				GUILD, CHANNEL, USER, "question=Lunch?", "answers=soup,salad");
		this.control.add(
				"votes", "Let somebody vote in the latest poll", (arguments) -> user(arguments)
					.votes(latest("poll", LiveMessage.class, "asks"), arguments.number("answer")),
				GUILD, CHANNEL, USER, "answer=1");
		this.control.add(
				"takes-vote-back", "Let somebody take a vote back", (arguments) -> user(arguments)
					.takesVoteBack(latest("poll", LiveMessage.class, "asks"), arguments.number("answer")),
				GUILD, CHANNEL, USER, "answer=1");
	}

	private void interactions() {
		this.control.add("uses", "Let somebody use a slash command",
				(arguments) -> user(arguments).uses(arguments.text("command"), options(arguments.text("options"))),
				GUILD, CHANNEL, USER, "command=ping", "options={}");
		this.control.add("clicks", "Let somebody click a button",
				(arguments) -> user(arguments).clicks(arguments.text("custom-id")), GUILD, CHANNEL, USER, "custom-id=");
		this.control.add("selects", "Let somebody select values",
				(arguments) -> user(arguments).selects(arguments.text("custom-id"), arguments.list("values")), GUILD,
				CHANNEL, USER, "custom-id=", "values=");
	}

	private static Map<String, Object> options(String json) {
		Map<String, Object> options = new LinkedHashMap<>();
		try {
			MAPPER.readTree(json).properties().forEach((option) -> options.put(option.getKey(), value(option)));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("options must be a JSON object, not '" + json + "'", ex);
		}
		return options;
	}

	private static Object value(Map.Entry<String, JsonNode> option) {
		JsonNode value = option.getValue();
		if (value.isIntegralNumber()) {
			return value.asLong();
		}
		if (value.isNumber()) {
			return value.asDouble();
		}
		return value.isBoolean() ? (Object) value.asBoolean() : value.asString();
	}

	private void members() {
		this.control.add("joins", "Let somebody join", (arguments) -> member(arguments).joins(), GUILD, "user=bob");
		this.control.add("changes-nick", "Change a nickname",
				(arguments) -> member(arguments).changesNick(emptyToNull(arguments.text("nick"))), GUILD, "user=bob",
				"nick=Bobby");
		this.control.add("gets-role", "Give somebody a role",
				(arguments) -> member(arguments).getsRole(arguments.text("role")), GUILD, "user=bob", ROLE);
		this.control.add("loses-role", "Take a role from somebody",
				(arguments) -> member(arguments).losesRole(arguments.text("role")), GUILD, "user=bob", ROLE);
		this.control.add("joins-voice", "Let somebody enter a voice channel",
				(arguments) -> member(arguments).joinsVoice(arguments.text("channel")), GUILD, "user=bob",
				"channel=Voice");
		this.control.add("leaves-voice", "Let somebody leave a voice channel",
				(arguments) -> member(arguments).leavesVoice(), GUILD, "user=bob");
		this.control.add("leaves", "Let somebody leave", (arguments) -> member(arguments).leaves(), GUILD, "user=bob");
		this.control.add("is-banned", "Ban somebody", (arguments) -> member(arguments).isBanned(), GUILD,
				"user=mallory");
		this.control.add("is-unbanned", "Lift a ban", (arguments) -> member(arguments).isUnbanned(), GUILD,
				"user=mallory");
	}

	private static @Nullable String emptyToNull(String text) {
		return text.isEmpty() ? null : text;
	}

	private void guilds() {
		this.control.add("guild", "Make a guild", (arguments) -> {
			if (arguments.text("shard").isEmpty()) {
				guild(arguments);
			}
			else {
				this.simulator.guild(arguments.text("guild"), arguments.number("shard"));
			}
		}, "guild=orchard", "shard=");
		this.control.add("grows", "Let a guild grow, which is seen when it comes back or by who identifies",
				(arguments) -> guild(arguments).grows(arguments.size("members"), arguments.size("channels"),
						arguments.size("roles"), arguments.size("threads")),
				GUILD, "members=1000", "channels=50", "roles=20", "threads=10");
		this.control.add("goes-down", "Begin an outage of a guild", (arguments) -> guild(arguments).goesDown(), GUILD);
		this.control.add("comes-back", "End the outage of a guild", (arguments) -> guild(arguments).comesBack(), GUILD);
		this.control.add("is-renamed", "Give a guild another name",
				(arguments) -> guild(arguments).isRenamed(arguments.text("name")), GUILD, "name=Garden");
		this.control.add(
				"logs", "Make an entry in the audit log", (arguments) -> guild(arguments)
					.logs(new AuditLogEvent(arguments.number("type")), Snowflake.of(arguments.text("target"))),
				GUILD, "type=20", "target=1");
		this.control.add("removes-bot", "Remove the bot from a guild", (arguments) -> guild(arguments).removesBot(),
				"guild=orchard");
	}

	private void channels() {
		this.control.add("channel", "Make a text channel",
				(arguments) -> guild(arguments).channel(arguments.text("channel")), GUILD, "channel=news");
		this.control.add("voice-channel", "Make a voice channel",
				(arguments) -> guild(arguments).voiceChannel(arguments.text("channel")), GUILD, "channel=Music");
		this.control.add("renames-channel", "Give a channel another name",
				(arguments) -> guild(arguments).renamesChannel(arguments.text("channel"), arguments.text("name")),
				GUILD, "channel=news", "name=old-news");
		this.control.add("deletes-channel", "Delete a channel",
				(arguments) -> guild(arguments).deletesChannel(arguments.text("channel")), GUILD, "channel=old-news");
		this.control.add("opens-thread", "Open a thread",
				(arguments) -> guild(arguments).opensThread(arguments.text("channel"), arguments.text("thread")), GUILD,
				CHANNEL, THREAD);
		this.control.add("archives-thread", "Archive a thread",
				(arguments) -> guild(arguments).archivesThread(arguments.text("thread")), GUILD, THREAD);
		this.control.add("deletes-thread", "Delete a thread",
				(arguments) -> guild(arguments).deletesThread(arguments.text("thread")), GUILD, THREAD);
		this.control.add("invites", "Make an invitation",
				(arguments) -> made("code", guild(arguments).invites(arguments.text("channel"))), GUILD, CHANNEL);
		this.control.add("deletes-invite", "Delete an invitation, the latest unless a code is given", (arguments) -> {
			String code = arguments.text("code");
			guild(arguments).deletesInvite(arguments.text("channel"),
					code.isEmpty() ? latest("code", String.class, "invites") : code);
		}, GUILD, CHANNEL, "code=");
	}

	private void roles() {
		this.control.add("role", "Make a role", (arguments) -> guild(arguments).role(arguments.text("role")), GUILD,
				ROLE);
		this.control.add("renames-role", "Give a role another name",
				(arguments) -> guild(arguments).renamesRole(arguments.text("role"), arguments.text("name")), GUILD,
				ROLE, "name=guides");
		this.control.add("deletes-role", "Delete a role",
				(arguments) -> guild(arguments).deletesRole(arguments.text("role")), GUILD, "role=guides");
	}

	private void meetings() {
		this.control.add("schedules-event", "Schedule an event",
				(arguments) -> made("event", guild(arguments).schedulesEvent(arguments.text("name"))), GUILD,
				"name=Party");
		this.control.add("starts-event", "Start a scheduled event, the latest unless an id is given",
				(arguments) -> guild(arguments).startsEvent(id(arguments, "event", "schedules-event")), GUILD,
				"event=");
		this.control.add("deletes-event", "Delete a scheduled event, the latest unless an id is given",
				(arguments) -> guild(arguments).deletesEvent(id(arguments, "event", "schedules-event")), GUILD,
				"event=");
		this.control.add("starts-stage", "Open a stage",
				(arguments) -> guild(arguments).startsStage(arguments.text("channel"), arguments.text("topic")), GUILD,
				STAGE, "topic=News");
		this.control.add("ends-stage", "Close a stage",
				(arguments) -> guild(arguments).endsStage(arguments.text("channel"), arguments.text("topic")), GUILD,
				STAGE, "topic=News");
	}

	private void purchases() {
		this.control.add("buys", "Let somebody buy something",
				(arguments) -> made("entitlement",
						this.simulator.user(arguments.text("user")).buys(Snowflake.of(arguments.text("sku")))),
				USER, "sku=7");
		this.control.add("returns", "Let somebody return what was bought, the latest unless an id is given",
				(arguments) -> this.simulator.user(arguments.text("user"))
					.returns(id(arguments, "entitlement", "buys"), Snowflake.of(arguments.text("sku"))),
				USER, "sku=7", "entitlement=");
	}

}
