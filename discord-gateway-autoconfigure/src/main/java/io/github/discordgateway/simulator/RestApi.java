package io.github.discordgateway.simulator;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Discord's HTTP API as far as bots need it, under any prefix, on the world that the
 * gateway shows. One request is handled at a time, so that each sees what the one before
 * it did.
 *
 * @see <a href="https://discord.com/developers/docs/reference">API reference</a>
 */
final class RestApi implements SimulatorServer.RestAnswers {

	private static final Log logger = LogFactory.getLog(RestApi.class);

	/** With what the path of an operation begins. */
	private static final Set<String> ROOTS = Set.of("gateway", "channels", "guilds", "users", "applications",
			"interactions", "webhooks", "oauth2");

	private static final Pattern NOT_AN_ID = Pattern.compile("\\{(?!token|emoji|code)\\w+}");

	private final SimulatedRest rest;

	private final Supplier<String> token;

	private final RestRoutes routes = new RestRoutes();

	private final RestLimits limits;

	private final CommandResources commands;

	RestApi(SimulatedRest rest, Supplier<String> token, RestLimits limits, RestWorld world,
			Supplier<ObjectNode> gatewayBot, Supplier<String> gatewayUrl) {
		this.rest = rest;
		this.token = token;
		this.limits = limits;
		this.routes.add("GET", "/gateway",
				(request) -> RestAnswer.of(ObjectPayloads.template("{}").put("url", gatewayUrl.get())));
		this.routes.add("GET", "/gateway/bot", (request) -> RestAnswer.of(gatewayBot.get()));
		MessageBodies bodies = new MessageBodies(world);
		new MessageResources(world, bodies, this.routes);
		new ChannelResources(world, new ThreadResources(world, bodies, this.routes), this.routes);
		new MemberResources(world, this.routes);
		new RoleResources(world, this.routes);
		new GuildResources(world, this.routes);
		this.commands = new CommandResources(world, this.routes);
		new WebhookResources(world, bodies, new InteractionResources(world, bodies, this.routes), this.routes);
	}

	CommandResources commands() {
		return this.commands;
	}

	@Override
	public Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, Map<String, String> headers) {
		return request.receive()
			.aggregate()
			.asByteArray()
			.defaultIfEmpty(new byte[0])
			.flatMap((body) -> Mono.from(answer(request, response, headers, body)));
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, Map<String, String> headers,
			byte[] bytes) {
		RestBody body;
		RestRefusal unreadable = null;
		try {
			body = RestBody.read(bytes, headers.getOrDefault("Content-Type", ""));
		}
		catch (RestRefusal ex) {
			body = RestBody.EMPTY;
			unreadable = ex;
		}
		String method = request.method().name();
		ScriptedAnswer scripted = this.rest
			.received(new ReceivedRequest(method, request.uri(), headers, body.text(), System.nanoTime()));
		if (scripted != null) {
			return ScriptedAnswerWriter.write(scripted, response);
		}
		Map<String, String> limitHeaders = new LinkedHashMap<>();
		RestAnswer answer;
		try {
			if (unreadable != null) {
				throw unreadable;
			}
			answer = answer(method, UriComponentsBuilder.fromUriString(request.uri()).build(), headers, body,
					limitHeaders);
		}
		catch (RestRefusal ex) {
			answer = new RestAnswer(ex.status(), ex.body());
		}
		limitHeaders.forEach(response::header);
		response.status(answer.status());
		if (answer.body() == null) {
			return response.send();
		}
		return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.sendString(Mono.just(answer.body().toString()));
	}

	private RestAnswer answer(String method, UriComponents uri, Map<String, String> headers, RestBody body,
			Map<String, String> limitHeaders) {
		RestRoutes.Match match = this.routes.find(method, path(uri));
		RestRoutes.Route route = match.route();
		if (!route.isOpen() && !route.isAuthorizedByPath()
				&& !("Bot " + this.token.get()).equals(headers.get(HttpHeaderNames.AUTHORIZATION.toString()))) {
			throw RestRefusal.of(401, "Unauthorized");
		}
		String template = NOT_AN_ID.matcher(route.template()).replaceAll("{id}");
		boolean interaction = route.isAuthorizedByPath() && (template.startsWith("/interactions")
				|| SimulatedWorld.BOT_ID.toString().equals(match.variables().get("webhook")));
		RestLimits.Decision limit = this.limits.count(method + " " + template, match.resource(), !interaction);
		limitHeaders.putAll(limit.headers());
		if (limit.refusal() != null) {
			throw new RestRefusal(429, limit.refusal());
		}
		Map<String, String> query = new LinkedHashMap<>();
		uri.getQueryParams()
			.toSingleValueMap()
			.forEach((name, value) -> query.put(name,
					(value != null) ? UriUtils.decode(value, java.nio.charset.StandardCharsets.UTF_8) : ""));
		return handle(route, new RestRequest(match.variables(), query, headers, body.json(), body.files()));
	}

	private synchronized RestAnswer handle(RestRoutes.Route route, RestRequest request) {
		try {
			return route.operation().handle(request);
		}
		catch (NumberFormatException | DateTimeException ex) {
			throw RestRefusal.of(400, 50035, "Invalid Form Body");
		}
		catch (RestRefusal ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.warn("The simulator failed to handle " + route, ex);
			throw RestRefusal.of(500, "Internal Server Error");
		}
	}

	private static String path(UriComponents uri) {
		List<String> segments = uri.getPathSegments();
		for (int i = 0; i < segments.size(); i++) {
			if (ROOTS.contains(segments.get(i))) {
				return "/" + String.join("/", segments.subList(i, segments.size()));
			}
		}
		throw RestRefusal.of(404, "Not Found");
	}

}
