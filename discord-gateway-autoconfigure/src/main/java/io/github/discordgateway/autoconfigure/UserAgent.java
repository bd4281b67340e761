package io.github.discordgateway.autoconfigure;

/**
 * How the library introduces itself. Discord's proxy refuses requests whose user agent
 * does not have this form.
 *
 * @see <a href="https://discord.com/developers/docs/reference#user-agent">User agent</a>
 */
final class UserAgent {

	private static final String PROJECT = "https://github.com/discord-gateway/discord-gateway-starter";

	private UserAgent() {
	}

	static String value() {
		String version = UserAgent.class.getPackage().getImplementationVersion();
		return "DiscordBot (" + PROJECT + ", " + ((version != null) ? version : "development") + ")";
	}

}
