package io.github.discordgateway.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which operation a request is for. Of two templates that fit, the one with fewer
 * variables counts.
 */
final class RestRoutes {

	/** Those by which limits are counted. */
	private static final Set<String> TOP_LEVEL = Set.of("channels", "guilds", "webhooks", "interactions");

	private final List<Route> routes = new ArrayList<>();

	/**
	 * Adds an operation.
	 * @param method the HTTP method
	 * @param template the path, with names in braces for what varies
	 * @param operation what is done
	 */
	void add(String method, String template, Operation operation) {
		this.routes.add(new Route(method, template, List.of(template.substring(1).split("/")), operation));
	}

	/**
	 * Finds an operation.
	 * @param method the HTTP method
	 * @param path the path below the base of the API
	 * @return the operation
	 * @throws RestRefusal when there is none
	 */
	Match find(String method, String path) {
		List<String> segments = List.of(path.substring(1).split("/"));
		Match best = null;
		boolean otherMethod = false;
		for (Route route : this.routes) {
			Map<String, String> variables = route.match(segments);
			if (variables == null) {
				continue;
			}
			if (!route.method().equals(method)) {
				otherMethod = true;
			}
			else if (best == null || variables.size() < best.variables().size()) {
				best = new Match(route, variables, resource(segments, route));
			}
		}
		if (best == null) {
			throw otherMethod ? RestRefusal.of(405, "Method Not Allowed") : RestRefusal.of(404, "Not Found");
		}
		return best;
	}

	private static String resource(List<String> segments, Route route) {
		if (segments.size() < 2 || !TOP_LEVEL.contains(segments.get(0))) {
			return "";
		}
		String resource = segments.get(0) + "/" + segments.get(1);
		return (route.isAuthorizedByPath()) ? resource + "/" + segments.get(2) : resource;
	}

	/** What is done for a request. */
	@FunctionalInterface
	interface Operation {

		/**
		 * Does it.
		 * @param request the request
		 * @return the answer
		 * @throws RestRefusal when Discord would refuse it
		 */
		RestAnswer handle(RestRequest request);

	}

	/**
	 * An operation and where it is.
	 *
	 * @param method the HTTP method
	 * @param template the path
	 * @param segments its parts
	 * @param operation what is done
	 */
	record Route(String method, String template, List<String> segments, Operation operation) {

		/** Whether the path holds a token of its own, so that the bot's is not needed. */
		boolean isAuthorizedByPath() {
			return this.template.contains("{token}");
		}

		boolean isOpen() {
			return this.template.equals("/gateway");
		}

		/** For example {@code POST /channels/{channel}/messages}. */
		@Override
		public String toString() {
			return this.method + " " + this.template;
		}

		@Nullable Map<String, String> match(List<String> path) {
			if (path.size() != this.segments.size()) {
				return null;
			}
			Map<String, String> variables = new LinkedHashMap<>();
			for (int i = 0; i < path.size(); i++) {
				String expected = this.segments.get(i);
				if (expected.startsWith("{")) {
					variables.put(expected.substring(1, expected.length() - 1),
							URLDecoder.decode(path.get(i).replace("+", "%2B"), StandardCharsets.UTF_8));
				}
				else if (!expected.equals(path.get(i))) {
					return null;
				}
			}
			return variables;
		}

	}

	/**
	 * What was found.
	 *
	 * @param route the operation
	 * @param variables what stands in the places that are named
	 * @param resource the top-level resource, by which limits are counted
	 */
	record Match(Route route, Map<String, String> variables, String resource) {
	}

}
