package io.github.discordgateway.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the simulator's REST side.
 */
class RestApiTests {

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.shards(4)
		.maxConcurrency(2)
		.sessionStartLimit(1000, 7, Duration.ofHours(1))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.apiUrl() + path))
			.header("Authorization", "Bot " + token)
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void gatewayBotNamesUrlShardsAndTheBudgetThatIsLeft() throws Exception {
		try (TestClient client = TestClient.connect(this.simulator)) {
			client.identify().nextEvent("READY");
		}
		HttpResponse<String> response = get("/gateway/bot", this.simulator.token());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		JsonNode body = TestClient.MAPPER.readTree(response.body());
		assertThat(body.path("url").asString()).isEqualTo(this.simulator.url().toString());
		assertThat(body.path("shards").asInt()).isEqualTo(4);
		JsonNode limit = body.path("session_start_limit");
		assertThat(limit.path("total").asInt()).isEqualTo(1000);
		assertThat(limit.path("remaining").asInt()).isEqualTo(6);
		assertThat(limit.path("reset_after").asLong()).isBetween(1L, 3_600_000L);
		assertThat(limit.path("max_concurrency").asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Upgrade: websocket\r\nConnection: Upgrade\r\n" })
	void eachAnswerEndsItsConnectionAlthoughTheClientWouldKeepIt(String headers) throws Exception {
		this.simulator.nextHandshakes(1, ScriptedAnswer.status(503));
		try (Socket socket = new Socket("127.0.0.1", this.simulator.apiUrl().getPort())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("GET /api/v10/gateway HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
			assertThat(answer).startsWith(headers.isEmpty() ? "HTTP/1.1 200 " : "HTTP/1.1 503 ")
				.containsIgnoringCase("connection: close");
		}
	}

	@Test
	void gatewayNeedsNoToken() throws Exception {
		HttpResponse<String> response = get("/gateway", "none");
		assertThat(response.body()).isEqualTo("{\"url\":\"" + this.simulator.url() + "\"}");
	}

	@Test
	void wrongTokenIsUnauthorizedInDiscordsWords() throws Exception {
		HttpResponse<String> response = get("/gateway/bot", "wrong");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).isEqualTo("{\"message\":\"401: Unauthorized\",\"code\":0}");
	}

	@Test
	void unknownResourceIsNotFound() throws Exception {
		assertThat(get("/nothing", this.simulator.token()).statusCode()).isEqualTo(404);
	}

	@Test
	void scriptedFailuresComeInOrderAndEnd() throws Exception {
		this.simulator.rest().answerNext(1, ScriptedAnswer.rateLimited(Duration.ofMillis(1500), false));
		this.simulator.rest().failNext(1, 502);
		HttpResponse<String> limited = get("/gateway/bot", this.simulator.token());
		assertThat(limited.statusCode()).isEqualTo(429);
		assertThat(limited.headers().firstValue("Retry-After")).contains("1.5");
		assertThat(TestClient.MAPPER.readTree(limited.body()).path("retry_after").doubleValue()).isEqualTo(1.5);
		HttpResponse<String> broken = get("/gateway/bot", this.simulator.token());
		assertThat(broken.statusCode()).isEqualTo(502);
		assertThat(broken.headers().firstValue("Retry-After")).isEmpty();
		assertThat(get("/gateway/bot", this.simulator.token()).statusCode()).isEqualTo(200);
	}

	@Test
	void requestsAreRecordedWithTheirHeadersAndPrintedWithout() throws Exception {
		get("/gateway/bot?a=b", this.simulator.token());
		assertThat(this.simulator.rest().requests()).singleElement().satisfies((request) -> {
			assertThat(request.uri()).isEqualTo("/api/v10/gateway/bot?a=b");
			assertThat(request.headers()).containsEntry("authorization", "Bot " + this.simulator.token());
			assertThat(request).hasToString("GET /api/v10/gateway/bot?a=b");
		});
	}

}
