package io.github.discordgateway.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.http.HttpMethod;

/**
 * What a request is for, without what must not be shown: the ids, and the tokens of
 * interactions and webhooks. Discord limits requests by route and by the resource at the
 * top of the path.
 *
 * @param method the HTTP method
 * @param template the path with a name in place of each id and token, for example
 * {@code /channels/{id}/messages/{id}}
 * @param resource the top-level resource in the path, for example {@code channels/1}; it
 * holds the token of an interaction or webhook, and is empty where limits are not counted
 * by resource
 * @param globallyLimited whether the limit for all requests of a bot counts, which it
 * does not for the answers to interactions
 * @param authorizedByPath whether the path holds a token of its own, so that the bot's is
 * not sent
 * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Rate limits</a>
 */
public record RestRoute(HttpMethod method, String template, String resource, boolean globallyLimited,
		boolean authorizedByPath) {

	/** The start of an interaction's token: "interaction:" in Base64. */
	private static final String INTERACTION_TOKEN = "aW50ZXJhY3Rpb246";

	/** Those by which limits are counted. */
	private static final Set<String> TOP_LEVEL = Set.of("channels", "guilds", "webhooks", "interactions");

	/** What follows them is chosen by users. */
	private static final Set<String> BEFORE_CODES = Set.of("invites", "templates", "reactions", "lobbies");

	private static final int MAX_SEGMENTS = 12;

	private static final Pattern ENDS = Pattern.compile("^/+|/+$");

	private static final Pattern SLASHES = Pattern.compile("/+");

	/** Names in the API are short and plain; anything else is not shown. */
	private static final Pattern PLAIN = Pattern.compile("@?[a-z0-9._-]{0,40}");

	/**
	 * Reads a path.
	 * @param method the HTTP method
	 * @param path the path below the base URL of the API, with or without a slash before
	 * it
	 * @param interaction whether the request is known to answer an interaction; others
	 * are known by their path or the form of their token
	 * @return the route
	 */
	public static RestRoute of(HttpMethod method, String path, boolean interaction) {
		List<String> segments = List.of(SLASHES.split(ENDS.matcher(path).replaceAll(""), MAX_SEGMENTS));
		String top = segments.get(0);
		String id = (segments.size() > 1) ? segments.get(1) : "";
		boolean callback = top.equals("interactions") && segments.size() > 2;
		boolean byToken = callback || (top.equals("webhooks") && segments.size() > 2);
		String resource = "";
		if (TOP_LEVEL.contains(top) && isId(id)) {
			resource = top + "/" + id + (byToken ? "/" + segments.get(2) : "");
		}
		boolean exempt = callback || (byToken && (interaction || segments.get(2).startsWith(INTERACTION_TOKEN)));
		return new RestRoute(method, template(segments, byToken), resource, !exempt, byToken);
	}

	private static String template(List<String> segments, boolean byToken) {
		StringBuilder template = new StringBuilder();
		for (int i = 0; i < segments.size(); i++) {
			String segment = segments.get(i);
			template.append('/');
			if (isId(segment)) {
				template.append("{id}");
			}
			else if (byToken && i == 2) {
				template.append("{token}");
			}
			else if (i > 0 && BEFORE_CODES.contains(segments.get(i - 1))) {
				template.append(segments.get(i - 1).equals("reactions") ? "{emoji}" : "{code}");
			}
			else {
				template.append(plain(segment));
			}
		}
		return template.toString();
	}

	private static boolean isId(String segment) {
		return !segment.isEmpty() && segment.chars().allMatch((character) -> character >= '0' && character <= '9');
	}

	private static String plain(String segment) {
		return PLAIN.matcher(segment).matches() ? segment.toLowerCase(Locale.ROOT) : "{name}";
	}

	/** The method and the template. */
	@Override
	public String toString() {
		return this.method + " " + this.template;
	}

}
