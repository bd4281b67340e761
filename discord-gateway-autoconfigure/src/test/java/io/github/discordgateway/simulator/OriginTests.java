package io.github.discordgateway.simulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AllowedOrigins}, as a browser meets them.
 */
class OriginTests {

	private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
			+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.allowedOrigins(List.of("http://Tools.example:3000"))
		.build();

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "https://localhost", "http://localhost:1", "null", "",
			"http://127.0.0.1.evil.example", "http://tools.example:3001" })
	void aPageFromElsewhereIsRefusedWebSocketAndRest(String origin) throws Exception {
		assertThat(request("/?v=10&encoding=json", UPGRADE + "Origin: " + origin + "\r\n")).startsWith("HTTP/1.1 403 ")
			.contains("of another origin");
		assertThat(request("/api/v10/gateway", "Origin: " + origin + "\r\n")).startsWith("HTTP/1.1 403 ")
			.doesNotContain("ws://");
		assertThat(this.simulator.connections()).isEmpty();
		assertThat(this.simulator.rest().requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:%d", "http://localhost:%d", "http://tools.example:3000" })
	void itsOwnAndConfiguredPagesMayConnectAndAsk(String origin) throws Exception {
		String header = "Origin: " + origin.formatted(this.simulator.port()) + "\r\n";
		assertThat(request("/?v=10&encoding=json", UPGRADE + header)).startsWith("HTTP/1.1 101 ");
		assertThat(request("/api/v10/gateway", header)).startsWith("HTTP/1.1 200 ");
	}

	@Test
	void aProgramMayNameTheHostThatItConnectsTo() throws Exception {
		String program = "User-Agent: DiscordBot (test, 1)\r\nOrigin: http://";
		String browser = "User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nOrigin: http://";
		assertThat(request("/?v=10&encoding=json", UPGRADE + program + "localhost\r\n")).startsWith("HTTP/1.1 101 ");
		assertThat(request("/?v=10&encoding=json", UPGRADE + program + "evil.example\r\n")).startsWith("HTTP/1.1 403 ");
		assertThat(request("/?v=10&encoding=json", UPGRADE + browser + "localhost\r\n")).startsWith("HTTP/1.1 403 ");
	}

	@Test
	void ofTwoOriginsBothMustBeAllowed() throws Exception {
		assertThat(request("/api/v10/gateway", "Origin: http://tools.example:3000\r\nOrigin: http://evil.example\r\n"))
			.startsWith("HTTP/1.1 403 ");
	}

	/** The whole answer, or that of an upgrade without what follows it. */
	private String request(String path, String headers) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.simulator.port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream()
				.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			StringBuilder answer = new StringBuilder();
			for (int next; (next = socket.getInputStream().read()) >= 0
					&& !(answer.indexOf("HTTP/1.1 101 ") == 0 && answer.indexOf("\r\n\r\n") > 0);) {
				answer.append((char) next);
			}
			return answer.toString();
		}
	}

}
