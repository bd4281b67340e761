package io.github.discordgateway.simulator;

import io.github.discordgateway.Snowflake;
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

	/** The name and the id. */
	@Override
	public String toString() {
		return this.guild.toString();
	}

}
