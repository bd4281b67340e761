package io.github.discordgateway.simulator;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member of a guild who does things at a test's command, in one of its channels.
 *
 * @see LiveGuild#member(String)
 */
public final class LiveMember extends LiveUser {

	private final SimulatedGuild guild;

	private final String channel;

	LiveMember(LiveWorld liveWorld, SimulatedGuild guild, String username, String channel) {
		super(liveWorld, username);
		this.guild = guild;
		this.channel = channel;
	}

	/**
	 * The same member in another text channel, which is made when there is none of this
	 * name.
	 * @param channel the name of the channel
	 * @return the member there
	 */
	public LiveMember in(String channel) {
		return new LiveMember(liveWorld(), this.guild, username(), channel);
	}

	/** Makes the channel when it is not there yet. */
	@Override
	public Snowflake channelId() {
		return LiveGuild.channel(liveWorld(), this.guild, this.channel, false);
	}

	/**
	 * Joins the guild: GUILD_MEMBER_ADD, which needs the intent GUILD_MEMBERS.
	 * @return this member
	 */
	public LiveMember joins() {
		SimulatedGuild.Member joined = super.member();
		this.guild.putMember(joined);
		liveWorld().happen("GUILD_MEMBER_ADD", liveWorld().payloads().memberAdd(this.guild, joined));
		return this;
	}

	/**
	 * Leaves the guild: GUILD_MEMBER_REMOVE, which needs the intent GUILD_MEMBERS.
	 * @return this member, who has to join before doing anything else
	 */
	public LiveMember leaves() {
		SimulatedGuild.Member gone = member();
		this.guild.removeMember(gone.userId());
		liveWorld().happen("GUILD_MEMBER_REMOVE", liveWorld().payloads().memberRemove(this.guild, gone));
		return this;
	}

	/**
	 * Gets a nickname: GUILD_MEMBER_UPDATE, which needs the intent GUILD_MEMBERS.
	 * @param nick the nickname; {@code null} to lose it
	 * @return this member
	 */
	public LiveMember changesNick(@Nullable String nick) {
		member();
		this.guild.changeMember(id(), ObjectPayloads.template("{}").put("nick", nick));
		return updated();
	}

	/**
	 * Gets a role, which is made when there is none of this name: GUILD_MEMBER_UPDATE,
	 * which needs the intent GUILD_MEMBERS.
	 * @param role its name
	 * @return this member
	 */
	public LiveMember getsRole(String role) {
		return roles(new LiveGuild(liveWorld(), this.guild).role(role), true);
	}

	/**
	 * Loses a role: GUILD_MEMBER_UPDATE, which needs the intent GUILD_MEMBERS.
	 * @param role its name
	 * @return this member
	 */
	public LiveMember losesRole(String role) {
		return roles(new LiveGuild(liveWorld(), this.guild).role(role), false);
	}

	private LiveMember roles(Snowflake roleId, boolean added) {
		ObjectNode changes = ObjectPayloads.template("{}");
		ArrayNode roles = changes.putArray("roles");
		ObjectPayloads.memberWithoutUser(this.guild, member())
			.path("roles")
			.valueStream()
			.filter((role) -> !role.asString().equals(roleId.toString()))
			.forEach(roles::add);
		if (added) {
			roles.add(roleId.toString());
		}
		this.guild.changeMember(id(), changes);
		return updated();
	}

	private LiveMember updated() {
		liveWorld().happen("GUILD_MEMBER_UPDATE", liveWorld().payloads().memberAdd(this.guild, member()));
		return this;
	}

	/**
	 * Is banned, and is then no member any more: GUILD_BAN_ADD, which needs the intent
	 * GUILD_MODERATION, and GUILD_MEMBER_REMOVE.
	 * @return this member, who has to join before doing anything else
	 */
	public LiveMember isBanned() {
		SimulatedGuild.Member gone = member();
		ObjectNode ban = ObjectPayloads.template("{}").putNull("reason");
		ban.set("user", ObjectPayloads.user(gone));
		this.guild.records().ban(id(), ban);
		this.guild.removeMember(gone.userId());
		liveWorld().happen("GUILD_BAN_ADD", ban(gone));
		liveWorld().mention("GUILD_MEMBER_REMOVE", liveWorld().payloads().memberRemove(this.guild, gone));
		return this;
	}

	/**
	 * Is banned no longer: GUILD_BAN_REMOVE, which needs the intent GUILD_MODERATION.
	 * @return this member, who has to join before doing anything else
	 * @throws IllegalStateException when the user is not banned
	 */
	public LiveMember isUnbanned() {
		if (!this.guild.records().unban(id())) {
			throw new IllegalStateException(username() + " is not banned from " + this.guild.name());
		}
		liveWorld().happen("GUILD_BAN_REMOVE", ban(super.member()));
		return this;
	}

	private ObjectNode ban(SimulatedGuild.Member user) {
		ObjectNode body = ObjectPayloads.template("{}").put("guild_id", guildId().toString());
		body.set("user", ObjectPayloads.user(user));
		return body;
	}

	/**
	 * Goes into a voice channel, from another one or from none: VOICE_STATE_UPDATE.
	 * @param voiceChannel its name; it is made when there is none
	 * @return this member
	 */
	public LiveMember joinsVoice(String voiceChannel) {
		return voice(LiveGuild.channel(liveWorld(), this.guild, voiceChannel, true));
	}

	/**
	 * Leaves voice: VOICE_STATE_UPDATE without a channel.
	 * @return this member
	 */
	public LiveMember leavesVoice() {
		return voice(null);
	}

	private LiveMember voice(@Nullable Snowflake voiceChannel) {
		SimulatedGuild.Member moved = member().withVoiceChannel(voiceChannel);
		this.guild.putMember(moved);
		liveWorld().happen("VOICE_STATE_UPDATE", liveWorld().payloads().voiceState(this.guild, moved, voiceChannel));
		return this;
	}

	@Override
	Snowflake guildId() {
		return this.guild.id();
	}

	@Override
	SimulatedGuild guild() {
		return this.guild;
	}

	@Override
	SimulatedGuild.Member member() {
		SimulatedGuild.Member known = this.guild.findMember(id().toString());
		if (known != null) {
			return known;
		}
		if (this.guild.hasLeft(id())) {
			throw new IllegalStateException(username() + " has left " + this.guild.name() + ": call joins() first");
		}
		SimulatedGuild.Member member = super.member();
		this.guild.putMember(member);
		return member;
	}

}
