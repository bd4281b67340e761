package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a simulator can be told and asked over HTTP, with JSON, below {@code /control}.
 */
final class ControlApi {

	static final String PATH = "/control";

	private static final JsonMapper MAPPER = GatewayJsonMapper.builder().build();

	private final GatewaySimulator simulator;

	ControlApi(GatewaySimulator simulator) {
		this.simulator = simulator;
	}

	static boolean isFor(String uri) {
		return uri.equals(PATH) || uri.startsWith(PATH + "/") || uri.startsWith(PATH + "?");
	}

	Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		String method = request.method().name();
		String name = request.path().substring(Math.min(request.path().length(), PATH.length())).replace("/", "");
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("").flatMap((body) ->
		// Some actions wait for the bot.
		Mono.fromCallable(() -> answer(method, name, body))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((answer) -> response.status(answer.status())
				.header("Content-Type", "application/json")
				.sendString(Mono.just(answer.body().toString()))
				.then()));
	}

	private Answer answer(String method, String name, String body) {
		try {
			if (method.equals("POST")) {
				String done = this.simulator.control().perform(name, arguments(body));
				return new Answer(200, ObjectPayloads.template("{}").put("text", done));
			}
			return switch (name) {
				case "" -> new Answer(200, state());
				case "received" ->
					new Answer(200, list(this.simulator.receivedFrames().stream().map(ReceivedFrame::text).toList()));
				case "sent" ->
					new Answer(200, list(this.simulator.sentFrames().stream().map(SentFrame::text).toList()));
				default -> error(404, "GET knows /control, /control/received and /control/sent; actions want POST");
			};
		}
		catch (IllegalArgumentException ex) {
			return error(400, ex.getMessage());
		}
		catch (IllegalStateException | AssertionError ex) {
			return error(409, ex.getMessage());
		}
	}

	private static Answer error(int status, @Nullable String text) {
		return new Answer(status, ObjectPayloads.template("{}").put("error", text));
	}

	private static Map<String, String> arguments(String body) {
		Map<String, String> arguments = new LinkedHashMap<>();
		if (!body.isBlank()) {
			try {
				MAPPER.readTree(body)
					.properties()
					.forEach((argument) -> arguments.put(argument.getKey(), text(argument.getValue())));
			}
			catch (JacksonException ex) {
				throw new IllegalArgumentException("The arguments are no JSON object: " + ex.getOriginalMessage(), ex);
			}
		}
		return arguments;
	}

	private static String text(JsonNode value) {
		return value.isContainer() ? value.toString() : value.asString();
	}

	private static ArrayNode list(List<String> frames) {
		ArrayNode list = MAPPER.createArrayNode();
		frames.forEach(list::add);
		return list;
	}

	private ObjectNode state() {
		ObjectNode state = ObjectPayloads.template("{}")
			.put("url", this.simulator.url().toString())
			.put("api_url", this.simulator.apiUrl().toString())
			.put("token", this.simulator.token());
		ArrayNode connections = state.putArray("connections");
		for (SimulatedConnection connection : this.simulator.connections()) {
			connections.addObject()
				.put("shard", (connection.shard() != null) ? connection.shard().toString() : null)
				.put("uri", connection.requestUri())
				.put("open", connection.isOpen())
				.put("identified", connection.isIdentified())
				.put("resumed", connection.isResumed())
				.put("close_code", (connection.closeCode() != 0) ? connection.closeCode() : null)
				.put("closed_by_simulator", connection.serverClose());
		}
		ArrayNode actions = state.putArray("actions");
		for (SimulatorAction action : this.simulator.control().actions()) {
			ObjectNode node = actions.addObject().put("name", action.name()).put("text", action.text());
			ObjectNode arguments = node.putObject("arguments");
			action.arguments().forEach(arguments::put);
		}
		return state;
	}

	private record Answer(int status, JsonNode body) {
	}

}
