package io.github.discordgateway.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import tools.jackson.databind.JsonNode;

/**
 * Sends forms with files.
 */
record FormClient(GatewaySimulator simulator) {

	JsonNode post(String path, String boundary, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.apiUrl() + path))
			.header("Authorization", "Bot " + this.simulator.token())
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try {
			return TestClient.MAPPER
				.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
