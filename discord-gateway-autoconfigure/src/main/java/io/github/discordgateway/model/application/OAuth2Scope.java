package io.github.discordgateway.model.application;

import io.github.discordgateway.model.TextValue;

/**
 * Oauth2scope.
 *
 * @param value the text on the wire, known or not
 */
public record OAuth2Scope(String value) implements TextValue {

	/** Bot. */
	public static final OAuth2Scope BOT = new OAuth2Scope("bot");

	/** Connections. */
	public static final OAuth2Scope CONNECTIONS = new OAuth2Scope("connections");

	/** DM channels read. */
	public static final OAuth2Scope DM_CHANNELS_READ = new OAuth2Scope("dm_channels.read");

	/** Email. */
	public static final OAuth2Scope EMAIL = new OAuth2Scope("email");

	/** Identify. */
	public static final OAuth2Scope IDENTIFY = new OAuth2Scope("identify");

	/** Identify premium. */
	public static final OAuth2Scope IDENTIFY_PREMIUM = new OAuth2Scope("identify.premium");

	/** Guilds. */
	public static final OAuth2Scope GUILDS = new OAuth2Scope("guilds");

	/** Guilds join. */
	public static final OAuth2Scope GUILDS_JOIN = new OAuth2Scope("guilds.join");

	/** Guilds members read. */
	public static final OAuth2Scope GUILDS_MEMBERS_READ = new OAuth2Scope("guilds.members.read");

	/** Gdm join. */
	public static final OAuth2Scope GDM_JOIN = new OAuth2Scope("gdm.join");

	/** Messages read. */
	public static final OAuth2Scope MESSAGES_READ = new OAuth2Scope("messages.read");

	/** Role connections write. */
	public static final OAuth2Scope ROLE_CONNECTIONS_WRITE = new OAuth2Scope("role_connections.write");

	/** RPC. */
	public static final OAuth2Scope RPC = new OAuth2Scope("rpc");

	/** RPC activities write. */
	public static final OAuth2Scope RPC_ACTIVITIES_WRITE = new OAuth2Scope("rpc.activities.write");

	/** RPC voice read. */
	public static final OAuth2Scope RPC_VOICE_READ = new OAuth2Scope("rpc.voice.read");

	/** RPC voice write. */
	public static final OAuth2Scope RPC_VOICE_WRITE = new OAuth2Scope("rpc.voice.write");

	/** RPC notifications read. */
	public static final OAuth2Scope RPC_NOTIFICATIONS_READ = new OAuth2Scope("rpc.notifications.read");

	/** Webhook incoming. */
	public static final OAuth2Scope WEBHOOK_INCOMING = new OAuth2Scope("webhook.incoming");

	/** Voice. */
	public static final OAuth2Scope VOICE = new OAuth2Scope("voice");

	/** Applications builds upload. */
	public static final OAuth2Scope APPLICATIONS_BUILDS_UPLOAD = new OAuth2Scope("applications.builds.upload");

	/** Applications builds read. */
	public static final OAuth2Scope APPLICATIONS_BUILDS_READ = new OAuth2Scope("applications.builds.read");

	/** Applications store update. */
	public static final OAuth2Scope APPLICATIONS_STORE_UPDATE = new OAuth2Scope("applications.store.update");

	/** Applications entitlements. */
	public static final OAuth2Scope APPLICATIONS_ENTITLEMENTS = new OAuth2Scope("applications.entitlements");

	/** Relationships read. */
	public static final OAuth2Scope RELATIONSHIPS_READ = new OAuth2Scope("relationships.read");

	/** Activities read. */
	public static final OAuth2Scope ACTIVITIES_READ = new OAuth2Scope("activities.read");

	/** Activities write. */
	public static final OAuth2Scope ACTIVITIES_WRITE = new OAuth2Scope("activities.write");

	/** Applications commands. */
	public static final OAuth2Scope APPLICATIONS_COMMANDS = new OAuth2Scope("applications.commands");

	/** Applications commands update. */
	public static final OAuth2Scope APPLICATIONS_COMMANDS_UPDATE = new OAuth2Scope("applications.commands.update");

	/** Applications commands permissions update. */
	public static final OAuth2Scope APPLICATIONS_COMMANDS_PERMISSIONS_UPDATE = new OAuth2Scope(
			"applications.commands.permissions.update");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
