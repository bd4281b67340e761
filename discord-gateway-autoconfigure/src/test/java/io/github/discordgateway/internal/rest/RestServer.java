package io.github.discordgateway.internal.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRequestListener;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A server that answers what a test says, and a client that is prepared for it.
 */
public final class RestServer implements AutoCloseable {

	/** The bot's token. */
	public static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.the-token-of-this-test";

	private final DisposableServer server;

	private volatile boolean keepAlive;

	private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	/** Starts a server that answers 204 when a test says nothing. */
	public RestServer() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("").flatMap((body) -> {
			Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			request.requestHeaders().forEach((header) -> headers.put(header.getKey(), header.getValue()));
			this.received.add(new Received(request.method().name(), request.uri(), headers, body,
					String.valueOf(request.remoteAddress())));
			Reply reply = this.replies.poll();
			response.keepAlive(this.keepAlive);
			return Mono.from((reply != null) ? reply.apply(request, response) : response.status(204).send());
		});
	}

	/**
	 * Adds the answer to one request.
	 * @param status the HTTP status
	 * @param json the body
	 * @param headers names and values
	 * @return this server
	 */
	public RestServer reply(int status, String json, String... headers) {
		return reply((request, response) -> {
			response.status(HttpResponseStatus.valueOf(status)).header("Content-Type", "application/json");
			for (int i = 0; i < headers.length; i += 2) {
				response.header(headers[i], headers[i + 1]);
			}
			return response.sendString(Mono.just(json));
		});
	}

	/**
	 * Adds what happens to one request.
	 * @param reply what happens
	 * @return this server
	 */
	public RestServer reply(Reply reply) {
		this.replies.add(reply);
		return this;
	}

	/** Keeps connections open after an answer, which it does not otherwise. */
	public void keepAlive(boolean keepAlive) {
		this.keepAlive = keepAlive;
	}

	/** The requests that came, in order. */
	public List<Received> received() {
		return this.received;
	}

	/** The base URL of the API. */
	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + this.server.port() + "/api/v10");
	}

	/** A client that is prepared for this server. */
	public WebClient client() {
		return client(new InMemoryRestRateLimiter(Schedulers.parallel(), 50, 1000), new RestRequestListener() {
		});
	}

	/** A client with a limiter and a listener. */
	public WebClient client(RestRateLimiter limiter, RestRequestListener listener) {
		return client(limiter, listener, Duration.ofSeconds(10));
	}

	/** A client that waits for an answer no longer than that. */
	public WebClient client(RestRateLimiter limiter, RestRequestListener listener, Duration timeout) {
		RestExchange exchange = new RestExchange(limiter, new RestExchange.Settings(baseUrl(),
				() -> GatewayToken.of(TOKEN), timeout, 2, 3, Duration.ofMillis(2), 100_000), listener,
				(uri, problem) -> problem);
		return exchange.prepare(WebClient.builder())
			.clientConnector(new ReactorClientHttpConnector(
					HttpClient.create(ConnectionProvider.newConnection()).disableRetry(true)))
			.filter(exchange)
			.build();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/** What happens to a request. */
	public interface Reply extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	}

	/**
	 * A request that came.
	 *
	 * @param method the HTTP method
	 * @param uri path and query
	 * @param headers by name
	 * @param body the body
	 * @param connection the other end of its connection
	 */
	public record Received(String method, String uri, Map<String, String> headers, String body, String connection) {

	}

}
