package io.github.discordgateway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A guild in which things happen at a test's command. It is part of the simulated world:
 * a bot that identifies later meets it in READY, and gets its members when it asks.
 *
 * @see GatewaySimulator#guild(String)
 */
public final class LiveGuild {

	private final LiveWorld liveWorld;

	private final SimulatedGuild guild;

	LiveGuild(LiveWorld liveWorld, SimulatedGuild guild) {
		this.liveWorld = liveWorld;
		this.guild = guild;
	}

	/**
	 * The guild's id.
	 * @return the id, from which its shard follows
	 */
	public Snowflake id() {
		return this.guild.id();
	}

	/**
	 * The guild's name.
	 * @return the name
	 */
	public String name() {
		return this.guild.name();
	}

	/**
	 * A member. Who is not yet one becomes one unnoticed, as if there all along;
	 * {@link LiveMember#joins()} is noticed.
	 * @param username the user's name; in all guilds it is the same user
	 * @return the member, who is in the channel {@code general}
	 */
	public LiveMember member(String username) {
		LiveMember member = new LiveMember(this.liveWorld, this.guild, username, "general");
		if (!this.guild.hasLeft(member.id())) {
			member.member();
		}
		return member;
	}

	/**
	 * A text channel, which is made and announced by CHANNEL_CREATE when there is none of
	 * this name. From the beginning there are {@code general}, {@code topic-1} and
	 * {@code topic-2}.
	 * @param name its name
	 * @return its id
	 */
	public Snowflake channel(String name) {
		return channel(this.liveWorld, this.guild, name, false);
	}

	/**
	 * A voice channel, which is made and announced by CHANNEL_CREATE when there is none
	 * of this name. From the beginning there is {@code Voice}.
	 * @param name its name
	 * @return its id
	 */
	public Snowflake voiceChannel(String name) {
		return channel(this.liveWorld, this.guild, name, true);
	}

	static Snowflake channel(LiveWorld liveWorld, SimulatedGuild guild, String name, boolean voice) {
		SimulatedGuild.Channel channel;
		synchronized (guild) {
			SimulatedGuild.Channel known = guild.findChannel(name, voice);
			if (known != null) {
				return known.id();
			}
			channel = new SimulatedGuild.Channel(guild.nextId(), name,
					voice ? SimulatedGuild.Channel.VOICE : SimulatedGuild.Channel.TEXT);
			guild.putChannel(channel);
		}
		liveWorld.mention("CHANNEL_CREATE", liveWorld.payloads().channelCreate(guild, channel));
		return channel.id();
	}

	/**
	 * Adds members, channels, roles and threads, as if they had been there all along. Who
	 * is to be told calls {@code goesDown().comesBack()}, or identifies later.
	 * @param members how many more members
	 * @param channels how many more text channels
	 * @param roles how many more roles
	 * @param threads how many more threads, in the channel {@code general}
	 * @return this guild
	 */
	public LiveGuild grows(int members, int channels, int roles, int threads) {
		this.liveWorld.world().grow(this.guild, members, channels, roles, threads);
		return this;
	}

	/**
	 * A role, which is made and announced by GUILD_ROLE_CREATE when there is none of this
	 * name.
	 * @param roleName its name
	 * @return its id
	 */
	public Snowflake role(String roleName) {
		ObjectNode role;
		synchronized (this.guild) {
			Snowflake known = findRole(roleName);
			if (known != null) {
				return known;
			}
			role = ObjectPayloads.role(this.guild.nextId(), roleName, 1);
			this.guild.putRole(id(role), role);
		}
		roleEvent("GUILD_ROLE_CREATE", role, false);
		return id(role);
	}

	private @Nullable Snowflake findRole(String roleName) {
		return this.guild.roles()
			.values()
			.stream()
			.filter((role) -> role.path("name").asString("").equals(roleName))
			.map(LiveGuild::id)
			.findFirst()
			.orElse(null);
	}

	private Snowflake requireRole(String roleName) {
		Snowflake known = findRole(roleName);
		if (known == null) {
			throw new IllegalStateException("There is no role " + roleName + " in " + name() + ", only "
					+ this.guild.roles().values().stream().map((role) -> role.path("name").asString("")).toList());
		}
		return known;
	}

	private static Snowflake id(ObjectNode object) {
		return Snowflake.of(object.path("id").asString());
	}

	private void roleEvent(String event, ObjectNode role, boolean demanded) {
		ObjectNode body = body();
		body.set("role", role.deepCopy());
		if (demanded) {
			this.liveWorld.happen(event, body);
		}
		else {
			this.liveWorld.mention(event, body);
		}
	}

	private ObjectNode body() {
		return ObjectPayloads.template("{}").put("guild_id", id().toString());
	}

	/**
	 * A role gets another name: GUILD_ROLE_UPDATE.
	 * @param roleName its name
	 * @param newName its new name
	 * @return this guild
	 * @throws IllegalStateException when there is no such role
	 */
	public LiveGuild renamesRole(String roleName, String newName) {
		Snowflake roleId = requireRole(roleName);
		ObjectNode role = this.guild.roles().getOrDefault(roleId, ObjectPayloads.NOTHING).deepCopy();
		role.put("name", newName);
		this.guild.putRole(roleId, role);
		roleEvent("GUILD_ROLE_UPDATE", role, true);
		return this;
	}

	/**
	 * A role is deleted: GUILD_ROLE_DELETE.
	 * @param roleName its name
	 * @return this guild
	 * @throws IllegalStateException when there is no such role
	 */
	public LiveGuild deletesRole(String roleName) {
		Snowflake roleId = requireRole(roleName);
		this.guild.removeRole(roleId);
		this.liveWorld.happen("GUILD_ROLE_DELETE", body().put("role_id", roleId.toString()));
		return this;
	}

	/**
	 * A text channel gets another name: CHANNEL_UPDATE.
	 * @param channelName its name
	 * @param newName its new name
	 * @return this guild
	 * @throws IllegalStateException when there is no such channel
	 */
	public LiveGuild renamesChannel(String channelName, String newName) {
		SimulatedGuild.Channel changed = requireChannel(channelName)
			.with(ObjectPayloads.template("{}").put("name", newName));
		this.guild.putChannel(changed);
		this.liveWorld.happen("CHANNEL_UPDATE", json(changed));
		return this;
	}

	/**
	 * A text channel is deleted: CHANNEL_DELETE.
	 * @param channelName its name
	 * @return this guild
	 * @throws IllegalStateException when there is no such channel
	 */
	public LiveGuild deletesChannel(String channelName) {
		SimulatedGuild.Channel channel = requireChannel(channelName);
		this.guild.removeChannel(channel.id());
		this.liveWorld.happen("CHANNEL_DELETE", json(channel));
		return this;
	}

	private SimulatedGuild.Channel requireChannel(String channelName) {
		SimulatedGuild.Channel channel = this.guild.findChannel(channelName, false);
		if (channel == null) {
			throw new IllegalStateException("There is no text channel " + channelName + " in " + name() + ", only "
					+ names(SimulatedGuild.Channel::isText));
		}
		return channel;
	}

	private List<String> names(Predicate<SimulatedGuild.Channel> wanted) {
		return this.guild.channels().stream().filter(wanted).map(SimulatedGuild.Channel::name).toList();
	}

	private ObjectNode json(SimulatedGuild.Channel channel) {
		return new RestWorld.GuildPlace(this.guild, channel).json();
	}

	/**
	 * A thread is opened in a text channel: THREAD_CREATE.
	 * @param channelName the name of the channel, which is made when there is none
	 * @param threadName the name of the thread
	 * @return the thread's id
	 */
	public Snowflake opensThread(String channelName, String threadName) {
		SimulatedGuild.Channel thread = SimulatedWorld.thread(this.guild, channel(channelName), threadName);
		this.guild.putChannel(thread);
		this.liveWorld.happen("THREAD_CREATE", json(thread).put("newly_created", true));
		return thread.id();
	}

	/**
	 * A thread is archived: THREAD_UPDATE.
	 * @param threadName its name
	 * @return this guild
	 * @throws IllegalStateException when there is no such thread
	 */
	public LiveGuild archivesThread(String threadName) {
		SimulatedGuild.Channel thread = requireThread(threadName);
		ObjectNode changes = ObjectPayloads.template("{}");
		changes.set("thread_metadata",
				((ObjectNode) thread.fields().path("thread_metadata").deepCopy()).put("archived", true));
		SimulatedGuild.Channel archived = thread.with(changes);
		this.guild.putChannel(archived);
		this.liveWorld.happen("THREAD_UPDATE", json(archived));
		return this;
	}

	/**
	 * A thread is deleted: THREAD_DELETE.
	 * @param threadName its name
	 * @return this guild
	 * @throws IllegalStateException when there is no such thread
	 */
	public LiveGuild deletesThread(String threadName) {
		SimulatedGuild.Channel thread = requireThread(threadName);
		this.guild.removeChannel(thread.id());
		this.liveWorld.happen("THREAD_DELETE", json(thread).retain("id", "guild_id", "parent_id", "type"));
		return this;
	}

	private SimulatedGuild.Channel requireThread(String threadName) {
		return this.guild.channels()
			.stream()
			.filter((channel) -> channel.isThread() && channel.name().equals(threadName))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no thread " + threadName + " in " + name()
					+ ", only " + names(SimulatedGuild.Channel::isThread)));
	}

	/**
	 * The guild gets another name: GUILD_UPDATE. A test finds it by its old one.
	 * @param newName its new name
	 * @return this guild
	 */
	public LiveGuild isRenamed(String newName) {
		this.guild.change(ObjectPayloads.template("{}").put("name", newName));
		this.liveWorld.happen("GUILD_UPDATE", ObjectPayloads.guildWithoutContents(this.guild));
		return this;
	}

	/**
	 * Somebody makes an invite: INVITE_CREATE.
	 * @param channelName the text channel that it leads to
	 * @return its code
	 */
	public String invites(String channelName) {
		String code = Long.toString(this.liveWorld.payloads().nextId().value(), 36);
		this.liveWorld.happen("INVITE_CREATE",
				body().put("channel_id", channel(channelName).toString())
					.put("code", code)
					.put("created_at", ObjectPayloads.timestamp(Instant.now()))
					.put("max_age", 86_400)
					.put("max_uses", 0)
					.put("temporary", false)
					.put("uses", 0)
					.put("expires_at", ObjectPayloads.timestamp(Instant.now().plus(Duration.ofDays(1)))));
		return code;
	}

	/**
	 * An invite is deleted: INVITE_DELETE.
	 * @param channelName the text channel that it led to
	 * @param code its code
	 * @return this guild
	 */
	public LiveGuild deletesInvite(String channelName, String code) {
		this.liveWorld.happen("INVITE_DELETE",
				body().put("channel_id", channel(channelName).toString()).put("code", code));
		return this;
	}

	/**
	 * An event is scheduled, in the voice channel {@code Voice} and for tomorrow:
	 * GUILD_SCHEDULED_EVENT_CREATE.
	 * @param eventName its name
	 * @return its id
	 */
	public Snowflake schedulesEvent(String eventName) {
		Snowflake eventId = this.guild.nextId();
		ObjectNode event = body().put("id", eventId.toString())
			.put("channel_id", voiceChannel("Voice").toString())
			.put("creator_id", this.guild.ownerId().toString())
			.put("name", eventName)
			.putNull("description")
			.put("scheduled_start_time", ObjectPayloads.timestamp(Instant.now().plus(Duration.ofDays(1))))
			.putNull("scheduled_end_time")
			.put("privacy_level", 2)
			.put("status", 1)
			.put("entity_type", 2)
			.putNull("entity_id")
			.putNull("entity_metadata")
			.putNull("image")
			.putNull("recurrence_rule");
		this.guild.records().schedule(eventId, event);
		this.liveWorld.happen("GUILD_SCHEDULED_EVENT_CREATE", event.deepCopy());
		return eventId;
	}

	/**
	 * A scheduled event begins: GUILD_SCHEDULED_EVENT_UPDATE.
	 * @param eventId its id
	 * @return this guild
	 * @throws IllegalStateException when there is no such event
	 */
	public LiveGuild startsEvent(Snowflake eventId) {
		ObjectNode event = this.guild.records().scheduled(eventId).put("status", 2);
		this.liveWorld.happen("GUILD_SCHEDULED_EVENT_UPDATE", event.deepCopy());
		return this;
	}

	/**
	 * A scheduled event is deleted: GUILD_SCHEDULED_EVENT_DELETE.
	 * @param eventId its id
	 * @return this guild
	 * @throws IllegalStateException when there is no such event
	 */
	public LiveGuild deletesEvent(Snowflake eventId) {
		ObjectNode event = this.guild.records().scheduled(eventId).put("status", 4);
		this.guild.records().unschedule(eventId);
		this.liveWorld.happen("GUILD_SCHEDULED_EVENT_DELETE", event);
		return this;
	}

	/**
	 * A stage goes live in a voice channel: STAGE_INSTANCE_CREATE.
	 * @param channelName the name of the voice channel, which is made when there is none
	 * @param topic what it is about
	 * @return this guild
	 */
	public LiveGuild startsStage(String channelName, String topic) {
		this.liveWorld.happen("STAGE_INSTANCE_CREATE", stage(channelName, topic));
		return this;
	}

	/**
	 * A stage ends: STAGE_INSTANCE_DELETE.
	 * @param channelName the name of the voice channel
	 * @param topic what it was about
	 * @return this guild
	 */
	public LiveGuild endsStage(String channelName, String topic) {
		this.liveWorld.happen("STAGE_INSTANCE_DELETE", stage(channelName, topic));
		return this;
	}

	private ObjectNode stage(String channelName, String topic) {
		Snowflake channelId = voiceChannel(channelName);
		return body().put("id", Long.toString(channelId.value() + 1))
			.put("channel_id", channelId.toString())
			.put("topic", topic)
			.put("privacy_level", 2)
			.put("discoverable_disabled", true)
			.putNull("guild_scheduled_event_id");
	}

	/**
	 * The audit log gets an entry of the owner: GUILD_AUDIT_LOG_ENTRY_CREATE.
	 * @param type what was done
	 * @param targetId to what or whom
	 * @return this guild
	 */
	public LiveGuild logs(AuditLogEvent type, Snowflake targetId) {
		ObjectNode entry = ObjectPayloads.template("{}")
			.put("id", this.guild.nextId().toString())
			.put("user_id", this.guild.ownerId().toString())
			.put("target_id", targetId.toString())
			.put("action_type", type.value());
		this.guild.records().audit(entry);
		this.liveWorld.happen("GUILD_AUDIT_LOG_ENTRY_CREATE", entry.deepCopy().put("guild_id", id().toString()));
		return this;
	}

	/**
	 * An outage begins: GUILD_DELETE with {@code unavailable}, also for a bot that comes
	 * during it.
	 * @return this guild
	 */
	public LiveGuild goesDown() {
		this.guild.setUnavailable(true);
		this.liveWorld.happen("GUILD_DELETE", this.liveWorld.payloads().outage(this.guild));
		return this;
	}

	/**
	 * An outage ends: GUILD_CREATE with the whole guild.
	 * @return this guild
	 */
	public LiveGuild comesBack() {
		this.guild.setUnavailable(false);
		this.liveWorld.announce(this.guild, true);
		return this;
	}

	/**
	 * The bot is removed from the guild: GUILD_DELETE. The next guild of this name is
	 * another one.
	 */
	public void removesBot() {
		this.liveWorld.world().remove(this.guild);
		ObjectNode removed = this.liveWorld.payloads().outage(this.guild);
		removed.remove("unavailable");
		this.liveWorld.happen("GUILD_DELETE", removed);
	}

	/**
	 * Waits for a command of the bot that is about this guild: the oldest of this kind
	 * that was not expected before.
	 * @param <C> the type of the command
	 * @param type for example {@code UpdateVoiceState.class}
	 * @return the command
	 * @throws AssertionError when none comes within the timeout; its message shows what
	 * came instead
	 */
	public <C extends GatewayCommand> C expectCommand(Class<C> type) {
		return this.liveWorld.expectCommand(this.guild, type);
	}

	/**
	 * Makes sure that the bot has sent no command that is about this guild, as
	 * {@link GatewaySimulator#expectNoCommand(Class)} does.
	 * @param type the kind of command
	 * @throws AssertionError when there is one that was not expected, or when the bot is
	 * not through within the timeout
	 */
	public void expectNoCommand(Class<? extends GatewayCommand> type) {
		this.liveWorld.expectNoCommand(this.guild, type);
	}

	/** The name and the id. */
	@Override
	public String toString() {
		return this.guild.toString();
	}

}
