package io.github.discordgateway.model.application;

import io.github.discordgateway.model.TextValue;

/**
 * What an application may do with the consent of a user or of a guild's manager.
 *
 * @param value the text on the wire, known or not
 */
public record OAuth2Scope(String value) implements TextValue {

	/** Adds the application's bot to a guild. */
	public static final OAuth2Scope BOT = new OAuth2Scope("bot");

	/** Reads which accounts elsewhere the user has linked. */
	public static final OAuth2Scope CONNECTIONS = new OAuth2Scope("connections");

	/** Reads the user's direct messages; only with Discord's approval. */
	public static final OAuth2Scope DM_CHANNELS_READ = new OAuth2Scope("dm_channels.read");

	/** Reads the user's mail address. */
	public static final OAuth2Scope EMAIL = new OAuth2Scope("email");

	/** Reads the user's account, without the mail address. */
	public static final OAuth2Scope IDENTIFY = new OAuth2Scope("identify");

	/** Reads the user's kind of Nitro subscription. */
	public static final OAuth2Scope IDENTIFY_PREMIUM = new OAuth2Scope("identify.premium");

	/** Reads in which guilds the user is. */
	public static final OAuth2Scope GUILDS = new OAuth2Scope("guilds");

	/** Adds the user to a guild in which the bot is. */
	public static final OAuth2Scope GUILDS_JOIN = new OAuth2Scope("guilds.join");

	/** Reads the user's own membership of a guild. */
	public static final OAuth2Scope GUILDS_MEMBERS_READ = new OAuth2Scope("guilds.members.read");

	/** Adds the user to a group channel. */
	public static final OAuth2Scope GDM_JOIN = new OAuth2Scope("gdm.join");

	/** Reads messages of all channels through the user's own client, over RPC. */
	public static final OAuth2Scope MESSAGES_READ = new OAuth2Scope("messages.read");

	/** Writes what linked roles are granted by. */
	public static final OAuth2Scope ROLE_CONNECTIONS_WRITE = new OAuth2Scope("role_connections.write");

	/** Controls the user's own client over RPC; only with Discord's approval. */
	public static final OAuth2Scope RPC = new OAuth2Scope("rpc");

	/** Sets the user's activity over RPC; only with Discord's approval. */
	public static final OAuth2Scope RPC_ACTIVITIES_WRITE = new OAuth2Scope("rpc.activities.write");

	/** Reads voice settings and events over RPC; only with Discord's approval. */
	public static final OAuth2Scope RPC_VOICE_READ = new OAuth2Scope("rpc.voice.read");

	/** Changes voice settings over RPC; only with Discord's approval. */
	public static final OAuth2Scope RPC_VOICE_WRITE = new OAuth2Scope("rpc.voice.write");

	/** Receives the user's notifications over RPC; only with Discord's approval. */
	public static final OAuth2Scope RPC_NOTIFICATIONS_READ = new OAuth2Scope("rpc.notifications.read");

	/** Makes a webhook in a channel that the user chooses. */
	public static final OAuth2Scope WEBHOOK_INCOMING = new OAuth2Scope("webhook.incoming");

	/** Connects to voice on behalf of the user; only with Discord's approval. */
	public static final OAuth2Scope VOICE = new OAuth2Scope("voice");

	/** Uploads builds of the user's applications; only with Discord's approval. */
	public static final OAuth2Scope APPLICATIONS_BUILDS_UPLOAD = new OAuth2Scope("applications.builds.upload");

	/** Reads data of builds of the user's applications. */
	public static final OAuth2Scope APPLICATIONS_BUILDS_READ = new OAuth2Scope("applications.builds.read");

	/** Changes what the store shows of the user's applications. */
	public static final OAuth2Scope APPLICATIONS_STORE_UPDATE = new OAuth2Scope("applications.store.update");

	/** Reads entitlements to the user's applications. */
	public static final OAuth2Scope APPLICATIONS_ENTITLEMENTS = new OAuth2Scope("applications.entitlements");

	/** Reads who the user's friends are; only with Discord's approval. */
	public static final OAuth2Scope RELATIONSHIPS_READ = new OAuth2Scope("relationships.read");

	/** Reads what the user plays; only with Discord's approval. */
	public static final OAuth2Scope ACTIVITIES_READ = new OAuth2Scope("activities.read");

	/** Changes the user's activity; only with Discord's approval. */
	public static final OAuth2Scope ACTIVITIES_WRITE = new OAuth2Scope("activities.write");

	/** Adds the application's commands to a guild; comes with {@link #BOT}. */
	public static final OAuth2Scope APPLICATIONS_COMMANDS = new OAuth2Scope("applications.commands");

	/** Changes the application's own commands, for client credentials only. */
	public static final OAuth2Scope APPLICATIONS_COMMANDS_UPDATE = new OAuth2Scope("applications.commands.update");

	/** Changes who may use the application's commands in a guild. */
	public static final OAuth2Scope APPLICATIONS_COMMANDS_PERMISSIONS_UPDATE = new OAuth2Scope(
			"applications.commands.permissions.update");

	/** Reads the settings of a user's camera from the local client. */
	public static final OAuth2Scope RPC_VIDEO_READ = new OAuth2Scope("rpc.video.read");

	/** Changes the settings of a user's camera in the local client. */
	public static final OAuth2Scope RPC_VIDEO_WRITE = new OAuth2Scope("rpc.video.write");

	/** Reads the settings of a user's shared screen from the local client. */
	public static final OAuth2Scope RPC_SCREENSHARE_READ = new OAuth2Scope("rpc.screenshare.read");

	/** Changes the settings of a user's shared screen in the local client. */
	public static final OAuth2Scope RPC_SCREENSHARE_WRITE = new OAuth2Scope("rpc.screenshare.write");

	/** Sends invitations to activities. */
	public static final OAuth2Scope ACTIVITIES_INVITES_WRITE = new OAuth2Scope("activities.invites.write");

	/** Identifies a user by OpenID Connect. */
	public static final OAuth2Scope OPENID = new OAuth2Scope("openid");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
