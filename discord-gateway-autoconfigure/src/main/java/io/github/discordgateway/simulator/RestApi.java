package io.github.discordgateway.simulator;

import java.util.Map;
import java.util.function.Supplier;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * The few REST resources that a client reads before it connects, under any prefix.
 *
 * @see <a href="https://discord.com/developers/docs/events/gateway#get-gateway-bot">Get
 * Gateway Bot</a>
 */
final class RestApi implements SimulatorServer.RestAnswers {

	private final SimulatedRest rest;

	private final String authorization;

	private final int shards;

	private final IdentifyLimits identifyLimits;

	private final Supplier<String> gatewayUrl;

	RestApi(SimulatedRest rest, String token, int shards, IdentifyLimits identifyLimits, Supplier<String> gatewayUrl) {
		this.rest = rest;
		this.authorization = "Bot " + token;
		this.shards = shards;
		this.identifyLimits = identifyLimits;
		this.gatewayUrl = gatewayUrl;
	}

	@Override
	public Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, Map<String, String> headers) {
		String method = request.method().name();
		ScriptedAnswer scripted = this.rest
			.received(new ReceivedRequest(method, request.uri(), headers, System.nanoTime()));
		if (scripted != null) {
			return ScriptedAnswerWriter.write(scripted, response);
		}
		String path = "/" + request.path();
		if (!method.equals("GET")) {
			return send(response, 405, "{\"message\":\"405: Method Not Allowed\",\"code\":0}");
		}
		if (path.endsWith("/gateway")) {
			return send(response, 200, ObjectPayloads.template("{}").put("url", this.gatewayUrl.get()).toString());
		}
		boolean bot = path.endsWith("/gateway/bot");
		if (!bot && !path.endsWith("/users/@me")) {
			return send(response, 404, "{\"message\":\"404: Not Found\",\"code\":0}");
		}
		if (!this.authorization.equals(headers.get(HttpHeaderNames.AUTHORIZATION.toString()))) {
			return send(response, 401, "{\"message\":\"401: Unauthorized\",\"code\":0}");
		}
		return send(response, 200, (bot ? gatewayBot() : ObjectPayloads.botUser()).toString());
	}

	private ObjectNode gatewayBot() {
		IdentifyLimits.SessionStartLimit limit = this.identifyLimits.current();
		ObjectNode body = ObjectPayloads.template("{}").put("url", this.gatewayUrl.get()).put("shards", this.shards);
		body.putObject("session_start_limit")
			.put("total", limit.total())
			.put("remaining", limit.remaining())
			.put("reset_after", limit.resetAfterMillis())
			.put("max_concurrency", limit.maxConcurrency());
		return body;
	}

	private static Publisher<Void> send(HttpServerResponse response, int status, String body) {
		return response.status(status)
			.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.sendString(Mono.just(body));
	}

}
