package io.github.discordgateway.autoconfigure;

/**
 * How the library introduces itself. Discord's proxy refuses requests whose user agent
 * does not have this form.
 *
 * @see <a href="https://discord.com/developers/docs/reference#user-agent">User agent</a>
 */
final class UserAgent {

	private static final String PROJECT = "https://github.com/discordgateway/discord-gateway-starter";

	private UserAgent() {
	}

	static String value() {
		return "DiscordBot (" + PROJECT + ", " + version() + ")";
	}

	/** The version of the library; {@code development} outside of its jar. */
	static String version() {
		String version = UserAgent.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

}
