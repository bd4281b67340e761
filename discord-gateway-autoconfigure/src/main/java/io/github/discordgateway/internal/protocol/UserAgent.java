package io.github.discordgateway.internal.protocol;

/**
 * How the library introduces itself. Discord's proxy refuses requests whose user agent
 * does not have this form.
 *
 * @see <a href="https://discord.com/developers/docs/reference#user-agent">User agent</a>
 */
public final class UserAgent {

	private static final String PROJECT = "https://github.com/discordgateway/discord-gateway-starter";

	private UserAgent() {
	}

	/**
	 * The value of the header {@code User-Agent}.
	 * @return the library, with its version
	 */
	public static String value() {
		return "DiscordBot (" + PROJECT + ", " + version() + ")";
	}

	/**
	 * The version of the library.
	 * @return the version; {@code development} outside of its jar
	 */
	public static String version() {
		String version = UserAgent.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

}
