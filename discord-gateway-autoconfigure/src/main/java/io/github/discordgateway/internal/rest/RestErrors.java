package io.github.discordgateway.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.protocol.ServerText;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.rest.DiscordApiException;
import io.github.discordgateway.rest.DiscordApiException.FieldError;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Reads why Discord refused a request.
 */
final class RestErrors {

	/** "Missing Access" and "Missing Permissions". */
	private static final List<Integer> MISSING = List.of(50001, 50013);

	/** A body has fewer fields than that. */
	private static final int MAX_FIELDS = 50;

	private static final int MAX_DEPTH = 30;

	private final JsonMapper mapper;

	private final Supplier<GatewayToken> token;

	RestErrors(JsonMapper mapper, Supplier<GatewayToken> token) {
		this.mapper = mapper;
		this.token = token;
	}

	/**
	 * The JSON in which Discord says what is wrong.
	 * @return an object; an empty one for anything else
	 */
	JsonNode read(byte[] body) {
		try {
			JsonNode error = this.mapper.readTree(body);
			return (error != null && error.isObject()) ? error : this.mapper.createObjectNode();
		}
		catch (JacksonException ex) {
			return this.mapper.createObjectNode();
		}
	}

	DiscordApiException exception(RestRoute route, HttpStatusCode status, HttpHeaders headers, byte[] body) {
		JsonNode error = read(body);
		int code = error.path("code").asInt(0);
		String message = error.path("message").asString("");
		if (message.isBlank()) {
			message = substitute(status, headers, body);
		}
		List<FieldError> fields = new ArrayList<>();
		collect(error.path("errors"), "", 0, route, fields);
		return new DiscordApiException(route, status, code, clean(message, route), fields,
				MISSING.contains(code) ? RequiredPermissions.of(route) : null);
	}

	private static String substitute(HttpStatusCode status, HttpHeaders headers, byte[] body) {
		String location = headers.getFirst(HttpHeaders.LOCATION);
		if (status.is3xxRedirection() && location != null) {
			return "a redirection, which is not followed";
		}
		if (body.length == 0) {
			return "nothing that says why";
		}
		return "no error of Discord's, but " + body.length + " bytes of "
				+ String.valueOf(headers.getFirst(HttpHeaders.CONTENT_TYPE));
	}

	private void collect(JsonNode node, String path, int depth, RestRoute route, List<FieldError> fields) {
		if (depth > MAX_DEPTH) {
			return;
		}
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			if (fields.size() >= MAX_FIELDS) {
				return;
			}
			if (property.getKey().equals("_errors")) {
				property.getValue()
					.forEach((error) -> fields.add(new FieldError(path, clean(error.path("code").asString(""), route),
							clean(error.path("message").asString(""), route))));
			}
			else {
				collect(property.getValue(), append(path, clean(property.getKey(), route)), depth + 1, route, fields);
			}
		}
	}

	private static String append(String path, String name) {
		if (name.matches("\\d+")) {
			return path + "[" + name + "]";
		}
		return path.isEmpty() ? name : path + "." + name;
	}

	/** What a server says, without tokens: neither the bot's nor that of the path. */
	private String clean(String text, RestRoute route) {
		String own = ownToken(route);
		return ServerText.clean((own != null) ? PathTokens.hide(text, own, "******") : text, this.token.get());
	}

	private static @Nullable String ownToken(RestRoute route) {
		String resource = route.resource();
		int token = resource.lastIndexOf('/') + 1;
		return (route.authorizedByPath() && token < resource.length()) ? resource.substring(token) : null;
	}

	/** Which permissions requests take; Discord only says that one is missing. */
	private static final class RequiredPermissions {

		private static final Map<String, Permissions> BY_ROUTE = Map.ofEntries(
				Map.entry("POST /channels/{id}/messages", Permissions.SEND_MESSAGES),
				Map.entry("GET /channels/{id}/messages", Permissions.READ_MESSAGE_HISTORY),
				Map.entry("GET /channels/{id}/messages/{id}", Permissions.READ_MESSAGE_HISTORY),
				Map.entry("DELETE /channels/{id}/messages/{id}", Permissions.MANAGE_MESSAGES),
				Map.entry("POST /channels/{id}/messages/bulk-delete", Permissions.MANAGE_MESSAGES),
				Map.entry("PUT /channels/{id}/messages/{id}/reactions/{emoji}/@me", Permissions.ADD_REACTIONS),
				Map.entry("DELETE /channels/{id}/messages/{id}/reactions/{emoji}/{id}", Permissions.MANAGE_MESSAGES),
				Map.entry("DELETE /channels/{id}/messages/{id}/reactions/{emoji}", Permissions.MANAGE_MESSAGES),
				Map.entry("DELETE /channels/{id}/messages/{id}/reactions", Permissions.MANAGE_MESSAGES),
				Map.entry("PUT /channels/{id}/messages/pins/{id}", Permissions.PIN_MESSAGES),
				Map.entry("DELETE /channels/{id}/messages/pins/{id}", Permissions.PIN_MESSAGES),
				Map.entry("GET /channels/{id}", Permissions.VIEW_CHANNEL),
				Map.entry("PATCH /channels/{id}", Permissions.MANAGE_CHANNELS),
				Map.entry("DELETE /channels/{id}", Permissions.MANAGE_CHANNELS),
				Map.entry("POST /guilds/{id}/channels", Permissions.MANAGE_CHANNELS),
				Map.entry("PUT /channels/{id}/permissions/{id}", Permissions.MANAGE_ROLES),
				Map.entry("DELETE /channels/{id}/permissions/{id}", Permissions.MANAGE_ROLES),
				Map.entry("GET /channels/{id}/invites", Permissions.MANAGE_CHANNELS),
				Map.entry("POST /channels/{id}/invites", Permissions.CREATE_INSTANT_INVITE),
				Map.entry("POST /channels/{id}/messages/{id}/threads", Permissions.CREATE_PUBLIC_THREADS),
				Map.entry("DELETE /guilds/{id}/members/{id}", Permissions.KICK_MEMBERS),
				Map.entry("PUT /guilds/{id}/members/{id}/roles/{id}", Permissions.MANAGE_ROLES),
				Map.entry("DELETE /guilds/{id}/members/{id}/roles/{id}", Permissions.MANAGE_ROLES),
				Map.entry("GET /guilds/{id}/bans", Permissions.BAN_MEMBERS),
				Map.entry("GET /guilds/{id}/bans/{id}", Permissions.BAN_MEMBERS),
				Map.entry("PUT /guilds/{id}/bans/{id}", Permissions.BAN_MEMBERS),
				Map.entry("DELETE /guilds/{id}/bans/{id}", Permissions.BAN_MEMBERS),
				Map.entry("POST /guilds/{id}/bulk-ban",
						new Permissions(Permissions.BAN_MEMBERS.bits() | Permissions.MANAGE_GUILD.bits())),
				Map.entry("POST /guilds/{id}/roles", Permissions.MANAGE_ROLES),
				Map.entry("PATCH /guilds/{id}/roles/{id}", Permissions.MANAGE_ROLES),
				Map.entry("DELETE /guilds/{id}/roles/{id}", Permissions.MANAGE_ROLES),
				Map.entry("PATCH /guilds/{id}", Permissions.MANAGE_GUILD),
				Map.entry("GET /guilds/{id}/audit-logs", Permissions.VIEW_AUDIT_LOG),
				Map.entry("POST /channels/{id}/webhooks", Permissions.MANAGE_WEBHOOKS),
				Map.entry("PATCH /webhooks/{id}", Permissions.MANAGE_WEBHOOKS),
				Map.entry("DELETE /webhooks/{id}", Permissions.MANAGE_WEBHOOKS));

		private RequiredPermissions() {
		}

		static @Nullable Permissions of(RestRoute route) {
			return BY_ROUTE.get(route.toString());
		}

	}

}
