package io.github.discordgateway.internal.transport;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which hosts READY may name to resume at ({@code resume_gateway_url}). Another host is
 * left unvisited, and the session is resumed at the main URL.
 */
public enum ResumeHost {

	/** Any. Discord spreads the sessions over hosts of its own. */
	ANY,

	/**
	 * The gateway's own host, and those beside it: for {@code gateway.discord.gg} all of
	 * {@code discord.gg}. A gateway proxy that hands on what Discord said is not passed
	 * by then. Localhost has several names.
	 */
	SAME_DOMAIN,

	/** None: a session is resumed where it began. */
	NONE;

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/**
	 * What a gateway proxy hands on must not lead past it.
	 * @param gatewayUrl the gateway as it is configured; {@code null} for Discord's
	 * @return the default
	 */
	public static ResumeHost defaultFor(@Nullable URI gatewayUrl) {
		return (gatewayUrl != null) ? SAME_DOMAIN : ANY;
	}

	boolean allows(URI main, URI named) {
		return switch (this) {
			case ANY -> true;
			case NONE -> false;
			case SAME_DOMAIN -> isBeside(host(main), host(named));
		};
	}

	private static String host(URI uri) {
		return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
	}

	private static boolean isBeside(String main, String named) {
		if (main.equals(named) || (LOOPBACK.contains(main) && LOOPBACK.contains(named))) {
			return true;
		}
		int dot = main.indexOf('.');
		String domain = main.substring(dot + 1);
		boolean isName = Character.isLetter(main.charAt(main.length() - 1));
		return isName && dot > 0 && domain.contains(".") && (named.equals(domain) || named.endsWith("." + domain));
	}

}
