package io.github.discordgateway.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client of the simulator's REST side that compares each answer with Discord's own
 * description of its API.
 */
final class RestClient {

	private static final JsonNode DESCRIPTION = read();

	/**
	 * What the documentation calls optional, although it says nothing when it is there.
	 */
	private static final Set<String> LEFT_OUT = Set.of("flags", "components", "stickers", "nsfw", "widget_enabled",
			"premium_subscription_count", "tags", "emojis", "pending");

	private final HttpClient client = HttpClient.newHttpClient();

	private final GatewaySimulator simulator;

	RestClient(GatewaySimulator simulator) {
		this.simulator = simulator;
	}

	private static JsonNode read() {
		try (InputStream json = RestClient.class.getResourceAsStream("/openapi-operations.json")) {
			return TestClient.MAPPER.readTree(Objects.requireNonNull(json).readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Answer get(String path) {
		return send("GET", path, "");
	}

	Answer post(String path, String body) {
		return send("POST", path, body);
	}

	Answer patch(String path, String body) {
		return send("PATCH", path, body);
	}

	Answer put(String path, String body) {
		return send("PUT", path, body);
	}

	Answer delete(String path) {
		return send("DELETE", path, "");
	}

	Answer send(String method, String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.simulator.apiUrl() + path))
			.header("Authorization", "Bot " + this.simulator.token())
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			JsonNode json = response.body().isEmpty() ? MissingNode.getInstance()
					: TestClient.MAPPER.readTree(response.body());
			if (response.statusCode() < 300) {
				assertThat(complaints(method, path, json)).as(method + " " + path + " " + json).isEmpty();
			}
			return new Answer(response.statusCode(), json, response.headers());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> complaints(String method, String path, JsonNode json) {
		List<String> complaints = new ArrayList<>();
		find(path.replaceAll("\\?.*", "")).ifPresent((operations) -> {
			JsonNode operation = operations.path(method.toLowerCase(Locale.ROOT));
			if (!json.isMissingNode() && !operation.path("answer").isMissingNode()) {
				check(operation.path("answer"), json, "", complaints);
			}
		});
		return complaints;
	}

	/** The operations of a path; of several that fit the one with fewer variables. */
	private static Optional<JsonNode> find(String path) {
		JsonNode best = null;
		long fewest = Long.MAX_VALUE;
		for (Map.Entry<String, JsonNode> entry : DESCRIPTION.path("paths").properties()) {
			long variables = entry.getKey().chars().filter((character) -> character == '{').count();
			if (variables < fewest && path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
				best = entry.getValue();
				fewest = variables;
			}
		}
		return Optional.ofNullable(best);
	}

	private static void check(JsonNode schema, JsonNode value, String path, List<String> complaints) {
		if (schema.has("$ref")) {
			String name = schema.path("$ref").asString().replaceAll(".*/", "");
			JsonNode referred = DESCRIPTION.path("schemas").path(name);
			if (!referred.isMissingNode()) {
				check(referred, value, path, complaints);
			}
			return;
		}
		for (String choice : List.of("oneOf", "anyOf")) {
			if (schema.has(choice)) {
				oneOf(schema.path(choice), value, path, complaints);
				return;
			}
		}
		if (schema.has("allOf")) {
			schema.path("allOf").forEach((part) -> check(part, value, path, complaints));
			return;
		}
		String type = type(value);
		JsonNode types = schema.path("type");
		if (types.isString() && !fits(types.asString(), type)) {
			complaints.add(path + " is not of type " + types + ": " + value);
		}
		else if (types.isArray() && types.valueStream().noneMatch((one) -> fits(one.asString(), type))) {
			complaints.add(path + " is not of type " + types + ": " + value);
		}
		else if (value.isArray()) {
			value.forEach((item) -> check(schema.path("items"), item, path + "[]", complaints));
		}
		else if (value.isObject() && schema.has("properties")) {
			schema.path("required").forEach((name) -> {
				if (!value.has(name.asString()) && !LEFT_OUT.contains(name.asString())
						&& !isNullable(schema.path("properties").path(name.asString()))) {
					complaints.add(path + "." + name.asString() + " is missing");
				}
			});
			value.properties().forEach((field) -> {
				JsonNode property = schema.path("properties").path(field.getKey());
				if (!property.isMissingNode()) {
					check(property, field.getValue(), path + "." + field.getKey(), complaints);
				}
			});
		}
	}

	private static boolean isNullable(JsonNode schema) {
		if (schema.path("type").isArray()) {
			return schema.path("type").valueStream().anyMatch((type) -> type.asString("").equals("null"));
		}
		return schema.path("type").asString("").equals("null")
				|| schema.path("oneOf").valueStream().anyMatch(RestClient::isNullable);
	}

	private static void oneOf(JsonNode schemas, JsonNode value, String path, List<String> complaints) {
		List<String> fewest = null;
		for (JsonNode schema : schemas) {
			List<String> own = new ArrayList<>();
			check(schema, value, path, own);
			if (fewest == null || own.size() < fewest.size()) {
				fewest = own;
			}
		}
		complaints.addAll((fewest != null) ? fewest : List.of());
	}

	private static boolean fits(String expected, String type) {
		return expected.equals(type) || (expected.equals("number") && type.equals("integer"));
	}

	private static String type(JsonNode value) {
		if (value.isObject()) {
			return "object";
		}
		if (value.isArray()) {
			return "array";
		}
		if (value.isNull()) {
			return "null";
		}
		if (value.isBoolean()) {
			return "boolean";
		}
		return value.isString() ? "string" : value.isIntegralNumber() ? "integer" : "number";
	}

	record Answer(int status, JsonNode body, HttpHeaders headers) {

		JsonNode ok() {
			assertThat(this.status).as(this.body.toString()).isBetween(200, 299);
			return this.body;
		}

		/** Discord's code, and the names of what is wrong with the fields. */
		String refusal() {
			assertThat(this.status).as(this.body.toString()).isGreaterThanOrEqualTo(400);
			StringBuilder text = new StringBuilder().append(this.status)
				.append(' ')
				.append(this.body.path("code").asInt());
			collect(this.body.path("errors"), "", text);
			return text.toString();
		}

		private static void collect(JsonNode errors, String path, StringBuilder text) {
			errors.properties().forEach((field) -> {
				if (field.getKey().equals("_errors")) {
					field.getValue()
						.forEach((error) -> text.append(' ')
							.append(path)
							.append('=')
							.append(error.path("code").asString()));
				}
				else {
					collect(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), text);
				}
			});
		}

		String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

	}

}
