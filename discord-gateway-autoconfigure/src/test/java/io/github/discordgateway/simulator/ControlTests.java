package io.github.discordgateway.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what a {@link GatewaySimulator} is told by names, from a page and over HTTP.
 */
class ControlTests {

	private final HttpClient http = HttpClient.newHttpClient();

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.control(true)
		.identifyWindow(Duration.ZERO)
		.timeout(Duration.ofSeconds(30))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private HttpResponse<String> send(String path, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.simulator.port() + path));
		if (body != null) {
			request.POST(HttpRequest.BodyPublishers.ofString(body));
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private JsonNode get(String path) {
		HttpResponse<String> response = send(path, null);
		assertThat(response.statusCode()).isEqualTo(200);
		return TestClient.MAPPER.readTree(response.body());
	}

	@Test
	void itTellsWhereItIsAndWhoIsConnected() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			JsonNode state = get("/control");
			assertThat(state.path("url").asString()).isEqualTo(this.simulator.url().toString());
			assertThat(state.path("token").asString()).isEqualTo(this.simulator.token());
			assertThat(state.path("connections").path(0).path("shard").asString()).isEqualTo("0/1");
			assertThat(state.path("connections").path(0).path("open").asBoolean(false)).isTrue();
			assertThat(state.path("actions").findValuesAsString("name")).contains("drop", "rest", "undo");
			assertThat(get("/control/received").path(0).asString()).contains("\"op\":2");
			assertThat(get("/control/sent").path(0).asString()).contains("heartbeat_interval");
		}
	}

	@Test
	void ordersReachTheBot() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			HttpResponse<String> said = send("/control/says", "{\"user\":\"bob\",\"text\":\"hello\"}");
			assertThat(said.statusCode()).isEqualTo(200);
			assertThat(said.body()).contains("user bob", "text hello");
			assertThat(client.nextEvent("MESSAGE_CREATE").path("d").path("content").asString()).isEqualTo("hello");
			send("/control/dispatch", "{\"shard\":0,\"event\":\"X\",\"data\":{\"a\":1}}");
			assertThat(client.nextEvent("X").path("d").path("a").asInt()).isEqualTo(1);
			assertThat(send("/control/close", "{\"code\":4008}").statusCode()).isEqualTo(200);
			assertThat(client.closeCode()).isEqualTo(4008);
		}
	}

	@Test
	void whatCannotBeIsRefusedWithWhatExists() {
		assertThat(send("/control/nonsense", "").body()).contains("There is no action nonsense, only [drop");
		assertThat(send("/control/drop", "{\"shard\":\"x\"}").statusCode()).isEqualTo(400);
		assertThat(send("/control/drop", "{\"sharp\":1}").body()).contains("takes no argument sharp, only [shard]");
		assertThat(send("/control/drop", "no JSON").statusCode()).isEqualTo(400);
		assertThat(send("/control/drop", "").statusCode()).isEqualTo(409);
		assertThat(send("/control/drop", null).statusCode()).isEqualTo(404);
		assertThat(send("/control", null, "Origin", "http://example.org").statusCode()).isEqualTo(403);
	}

	@Test
	void withoutBeingToldSoItTakesNoOrders() {
		try (GatewaySimulator other = GatewaySimulator.builder().build()) {
			other.start();
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/control"))
				.build();
			assertThat(this.http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().statusCode())
				.isEqualTo(404);
		}
	}

	@Test
	void whatHappensInGuildsReachesTheBot() {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.awaitReady();
			send("/control/grows", "{\"guild\":\"city\",\"members\":100,\"channels\":30,\"roles\":20,\"threads\":10}");
			send("/control/goes-down", "{\"guild\":\"city\"}");
			client.nextEvent("GUILD_DELETE");
			send("/control/comes-back", "{\"guild\":\"city\"}");
			JsonNode city = client.nextEvent("GUILD_CREATE").path("d");
			assertThat(city.path("channels").size()).isEqualTo(35);
			assertThat(city.path("threads").size()).isEqualTo(10);
			send("/control/uses",
					"{\"guild\":\"city\",\"command\":\"add\",\"options\":{\"a\":1,\"b\":2.5,\"text\":\"x\",\"yes\":true}}");
			JsonNode interaction = client.nextEvent("INTERACTION_CREATE").path("d").path("data");
			assertThat(interaction.path("name").asString()).isEqualTo("add");
			assertThat(interaction.path("options").findValuesAsString("value")).containsExactly("1", "2.5", "x",
					"true");
			send("/control/is-banned", "{\"guild\":\"city\",\"user\":\"mallory\"}");
			assertThat(client.nextEvent("GUILD_BAN_ADD").path("d").path("user").path("username").asString())
				.isEqualTo("mallory");
			send("/control/schedules-event", "{\"guild\":\"city\",\"name\":\"Party\"}");
			String event = client.nextEvent("GUILD_SCHEDULED_EVENT_CREATE").path("d").path("id").asString();
			send("/control/starts-event", "{\"guild\":\"city\"}");
			assertThat(client.nextEvent("GUILD_SCHEDULED_EVENT_UPDATE").path("d").path("id").asString())
				.isEqualTo(event);
		}
		assertThat(send("/control/grows", "{\"members\":-1}").statusCode()).isEqualTo(400);
		assertThat(send("/control/uses", "{\"options\":\"{\"}").statusCode()).isEqualTo(400);
	}

	@Test
	void theLatestIsMeantAndSaysHowItIsMade() {
		assertThat(send("/control/edits", "").body()).contains("There is no message yet: says makes one");
	}

	@Test
	void theDocumentationListsAllActions() throws IOException {
		String page = Files.readString(Path.of("../discord-gateway-starter/docs/simulator.md"));
		String table = page.substring(page.indexOf("| connections |"), page.indexOf("With an empty `guild`"));
		assertThat(Pattern.compile("`([^`]+)`").matcher(table).results().map((name) -> name.group(1)))
			.containsExactlyInAnyOrderElementsOf(
					this.simulator.control().actions().stream().map(SimulatorAction::name).toList());
	}

	@Test
	void allActionsWorkAsTheyAreOffered() {
		SimulatorControl control = this.simulator.control();
		for (SimulatorAction action : control.actions()) {
			if (List.of("clicks", "selects").contains(action.name())) {
				assertThatIllegalStateException().isThrownBy(() -> control.perform(action.name(), Map.of()))
					.withMessageContaining("sees no component");
				continue;
			}
			try (TestClient client = TestClient.connect(this.simulator)) {
				client.identify();
				client.nextEvent("READY");
				assertThat(control.perform(action.name(), Map.of())).as(action.name()).startsWith(action.text());
				control.perform("undo", Map.of());
			}
		}
		assertThat(control.actions()).hasSizeGreaterThan(70);
		assertThatIllegalArgumentException().isThrownBy(() -> control.perform("intents", Map.of("allowed", "x")));
	}

}
