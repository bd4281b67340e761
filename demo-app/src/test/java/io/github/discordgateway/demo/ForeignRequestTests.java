package io.github.discordgateway.demo;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What web pages from elsewhere can make a browser send to the demo: nothing that is
 * answered. The requests are written as they are, since HTTP clients set some of these
 * headers themselves.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "demo.allowed-hosts=bot.example, Other.example", "discord.gateway.simulator.shards=1",
				"discord.gateway.simulator.events-per-second=0" })
@ActiveProfiles("simulator")
@Timeout(180)
class ForeignRequestTests {

	private static final String DROP = "{\"action\": \"drop\"}";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "/, evil.example", "/actuator/health, evil.example:8080", "/actuator/discordgateway, 127.evil.example",
			"/actuator, localhost.evil.example", "/assets/main.js, 127.0.0.1.evil.example", "/, 192.168.0.7",
			"/api/stream, evil.example", "/nothing, [::2]:80", "/, localhost@evil.example", "/, ''" })
	void aForeignHostIsRefusedEverywhere(String path, String host) throws Exception {
		assertThat(request("GET " + path, "Host: " + host, "")).startsWith("HTTP/1.1 403 ")
			.contains("demo.allowed-hosts");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:1234", "127.0.0.1", "127.3.2.1:80", "[::1]:8080", "bot.example",
			"other.example:8080" })
	void namesOfTheLoopbackInterfaceAndConfiguredOnesAreAnswered(String host) throws Exception {
		assertThat(request("GET /", "Host: " + host, "")).startsWith("HTTP/1.1 200 ");
		assertThat(request("GET /actuator/health", "Host: " + host, "")).startsWith("HTTP/1.1 200 ");
	}

	@Test
	void noHostOrTwoOfThemIsRefused() throws Exception {
		assertThat(request("GET /", "X-Host: localhost", "")).startsWith("HTTP/1.1 4");
		assertThat(request("GET /", "Host: localhost\r\nHost: evil.example", "")).startsWith("HTTP/1.1 4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: http://evil.example", "Origin: null", "Origin: http://localhost:1",
			"Origin: https://localhost", "Origin: :::", "Sec-Fetch-Site: cross-site",
			"Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors" })
	void aPageOfAnotherOriginCanNeitherReadNorStopAShard(String headers) throws Exception {
		String host = "Host: localhost:" + this.port + "\r\n";
		for (String target : new String[] { "GET /api/stream", "GET /actuator/discordgateway",
				"POST /api/shards/0/trouble", "POST /actuator/discordgateway/shards/0",
				"OPTIONS /api/slow-listener" }) {
			assertThat(request(target, host + headers, DROP)).startsWith("HTTP/1.1 403 ").contains("another origin");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Origin: http://localhost:%d\r\nSec-Fetch-Site: same-origin",
			"Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate",
			"Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate" })
	void theConsoleItselfABookmarkAndALinkAreAnswered(String headers) throws Exception {
		assertThat(request("GET /", "Host: localhost:" + this.port + "\r\n" + headers.formatted(this.port), ""))
			.startsWith("HTTP/1.1 200 ");
	}

	@Test
	void eachAnswerEndsItsConnection() throws Exception {
		assertThat(request("GET /actuator/health", "Host: localhost", "")).startsWith("HTTP/1.1 200 ")
			.containsIgnoringCase("connection: close");
	}

	/** The whole answer, up to the end of the connection. */
	private String request(String target, String headers, String body) throws IOException {
		try (Socket socket = new Socket("localhost", this.port)) {
			socket.setSoTimeout(60_000);
			socket.getOutputStream()
				.write((target + " HTTP/1.1\r\n" + headers + "\r\nContent-Type: application/json\r\nContent-Length: "
						+ body.length() + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
