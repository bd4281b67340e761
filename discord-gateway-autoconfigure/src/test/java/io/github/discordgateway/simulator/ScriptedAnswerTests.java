package io.github.discordgateway.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ScriptedAnswer}, on requests of REST and on handshakes.
 */
class ScriptedAnswerTests {

	private static final String HANDSHAKE = "Upgrade: websocket\r\nConnection: Upgrade\r\n"
			+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

	private final GatewaySimulator simulator = GatewaySimulator.builder().build();

	private final HttpClient client = HttpClient.newHttpClient();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create(this.simulator.apiUrl() + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	/** The next answer, of REST or to a handshake. */
	private void script(boolean handshake, ScriptedAnswer answer) {
		if (handshake) {
			this.simulator.nextHandshakes(1, answer);
		}
		else {
			this.simulator.rest().answerNext(1, answer);
		}
	}

	private Socket request(boolean handshake) throws IOException {
		Socket socket = new Socket("127.0.0.1", this.simulator.port());
		socket.setSoTimeout(20_000);
		socket.getOutputStream()
			.write(("GET /api/v10/gateway HTTP/1.1\r\nHost: localhost\r\n" + (handshake ? HANDSHAKE : "") + "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	private String answer(boolean handshake) throws IOException {
		try (Socket socket = request(handshake)) {
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void statusHeadersAndBodyAreThoseOfTheScript(boolean handshake) throws Exception {
		script(handshake,
				ScriptedAnswer.status(502)
					.html("<h1>Bad gateway</h1>")
					.header("Retry-After", "7")
					.header("cf-ray", "x"));
		assertThat(answer(handshake)).startsWith("HTTP/1.1 502 ")
			.containsIgnoringCase("retry-after: 7\r\n")
			.containsIgnoringCase("cf-ray: x\r\n")
			.containsIgnoringCase("content-type: text/html; charset=UTF-8\r\n")
			.endsWith("<h1>Bad gateway</h1>");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void hangLeavesTheConnectionOpen(boolean handshake) throws Exception {
		script(handshake, ScriptedAnswer.hang());
		try (Socket socket = request(handshake)) {
			socket.setSoTimeout(200);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.getInputStream().read());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void resetEndsTheConnectionWithAReset(boolean handshake) throws Exception {
		script(handshake, ScriptedAnswer.reset());
		try (Socket socket = request(handshake)) {
			assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read())
				.withMessageContaining("reset");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answerComesLate(boolean handshake) throws Exception {
		Duration delay = Duration.ofMillis(200);
		script(handshake, ScriptedAnswer.status(503).after(delay));
		long asked = System.nanoTime();
		assertThat(answer(handshake)).startsWith("HTTP/1.1 503 ");
		assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(delay.toNanos());
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answerComesByteByByte(boolean handshake) throws Exception {
		Duration pause = Duration.ofMillis(1);
		script(handshake, ScriptedAnswer.status(503).body("slow").slowly(pause));
		long asked = System.nanoTime();
		String answer = answer(handshake);
		assertThat(answer).startsWith("HTTP/1.1 503 Service Unavailable\r\n").endsWith("\r\n\r\nslow");
		assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(pause.toNanos() * (answer.length() - 1));
	}

	@Test
	void scriptOfOneResourceLeavesTheOthersAlone() throws Exception {
		this.simulator.rest().answerNext(2, "/gateway/bot", ScriptedAnswer.status(500));
		assertThat(get("/gateway").statusCode()).isEqualTo(200);
		assertThat(get("/gateway/bot?x=/gateway").statusCode()).isEqualTo(500);
		assertThat(get("/gateway").statusCode()).isEqualTo(200);
		assertThat(get("/gateway/bot").statusCode()).isEqualTo(500);
		assertThat(get("/gateway/bot").statusCode()).isEqualTo(401);
	}

	@Test
	void scriptUntilToldEndsWhenTold() throws Exception {
		this.simulator.rest().answerAlways("", ScriptedAnswer.rateLimited(Duration.ofMillis(1500), true));
		for (int i = 0; i < 3; i++) {
			HttpResponse<String> limited = get("/gateway");
			assertThat(limited.statusCode()).isEqualTo(429);
			assertThat(limited.headers().firstValue("Retry-After")).contains("1.5");
			assertThat(limited.headers().firstValue("X-RateLimit-Global")).contains("true");
			assertThat(limited.body()).contains("\"retry_after\":1.5").contains("\"global\":true");
		}
		this.simulator.rest().answerTruly();
		assertThat(get("/gateway").statusCode()).isEqualTo(200);
	}

	@Test
	void impossibleScriptsAreRefused() {
		ScriptedAnswer answer = ScriptedAnswer.status(500);
		assertThatIllegalArgumentException().isThrownBy(() -> ScriptedAnswer.status(101)).withMessageContaining("101");
		assertThatIllegalArgumentException().isThrownBy(() -> answer.after(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> answer.slowly(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.rest().answerNext(0, answer));
	}

}
