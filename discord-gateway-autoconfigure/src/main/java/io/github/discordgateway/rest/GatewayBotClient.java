package io.github.discordgateway.rest;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.github.discordgateway.protocol.GatewayToken;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Asks Discord where to connect and with how many shards. A 429 is retried after the time
 * that it names; server errors and a network that fails are retried with growing,
 * jittered pauses, for ever; any other refusal ends the request.
 */
public final class GatewayBotClient {

	private static final Log logger = LogFactory.getLog(GatewayBotClient.class);

	/** A ban by Discord's proxy is a 429 without a header: a long pause then. */
	private static final Duration PAUSE_WITHOUT_RETRY_AFTER = Duration.ofMinutes(1);

	private static final byte[] NO_BODY = {};

	private final WebClient webClient;

	private final JsonMapper mapper;

	private final URI uri;

	private final GatewayToken token;

	private final String userAgent;

	private final Settings settings;

	/**
	 * Makes a client.
	 * @param webClient sends the request
	 * @param mapper reads the answer
	 * @param apiUrl the REST API, without {@code /gateway/bot}
	 * @param token the bot's token
	 * @param userAgent the value of the header {@code User-Agent}
	 * @param settings time limits
	 */
	public GatewayBotClient(WebClient webClient, JsonMapper mapper, URI apiUrl, GatewayToken token, String userAgent,
			Settings settings) {
		this.webClient = webClient;
		this.mapper = mapper;
		this.uri = URI.create(apiUrl.toString().replaceAll("/+$", "") + "/gateway/bot");
		this.token = token;
		this.userAgent = userAgent;
		this.settings = settings;
	}

	/**
	 * Asks until there is an answer.
	 * @param onFailure told about each attempt that failed and is going to be repeated
	 * @return the answer; an error of type {@link GatewayRequestException} when asking
	 * again does not help
	 */
	public Mono<GatewayBot> fetch(Consumer<String> onFailure) {
		return this.webClient.get()
			.uri(this.uri)
			.header(HttpHeaders.AUTHORIZATION, this.token.authorization())
			.header(HttpHeaders.USER_AGENT, this.userAgent)
			.exchangeToMono(this::read)
			.timeout(this.settings.timeout())
			.onErrorMap(this::classify)
			.retryWhen(Retry.from((failures) -> failures.concatMap((failure) -> {
				Throwable problem = failure.failure();
				if (!(problem instanceof RetryableException retryable)) {
					return Mono.<Long>error(problem);
				}
				Duration pause = (retryable.pause != null) ? retryable.pause : backOff(failure.totalRetries());
				String message = retryable.getMessage() + "; asking again in " + pause.toMillis() + " ms";
				logger.warn(message);
				onFailure.accept(message);
				return Mono.delay(pause);
			})));
	}

	private Mono<GatewayBot> read(ClientResponse response) {
		HttpStatus status = HttpStatus.resolve(response.statusCode().value());
		if (response.statusCode().is2xxSuccessful()) {
			return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(this::parse);
		}
		String refused = "GET " + this.uri + " was answered with " + response.statusCode();
		if (status == HttpStatus.TOO_MANY_REQUESTS) {
			String header = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
			return response.bodyToMono(byte[].class)
				.onErrorReturn(NO_BODY)
				.defaultIfEmpty(NO_BODY)
				.flatMap((body) -> Mono.error(() -> new RetryableException(refused, retryAfter(header, body), null)));
		}
		if (response.statusCode().is5xxServerError()) {
			return response.releaseBody().then(Mono.error(() -> new RetryableException(refused, null, null)));
		}
		return response.releaseBody()
			.then(Mono.error(() -> new GatewayRequestException(refused, response.statusCode(), null)));
	}

	private GatewayBot parse(byte[] body) {
		try {
			GatewayBot answer = this.mapper.readValue(body, GatewayBot.class);
			String url = (answer != null) ? answer.url() : null;
			if (answer == null || url == null || url.isBlank()) {
				throw new GatewayRequestException("The answer of GET " + this.uri + " has no url", null, null);
			}
			if (!isWebSocket(url)) {
				throw new GatewayRequestException(
						"The answer of GET " + this.uri + " names '" + url + "', which is not a ws:// or wss:// URL",
						null, null);
			}
			return new GatewayBot(url, Math.max(answer.shards(), 1), answer.sessionStartLimit());
		}
		catch (JacksonException ex) {
			throw new GatewayRequestException("The answer of GET " + this.uri + " is not the JSON that was expected",
					null, ex);
		}
	}

	private static boolean isWebSocket(String url) {
		try {
			URI uri = new URI(url);
			return uri.getHost() != null
					&& ("wss".equalsIgnoreCase(uri.getScheme()) || "ws".equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * How long a 429 asks to wait: in its header, or else in its body. Nothing or less
	 * than nothing is no pause to trust: the usual one is taken then.
	 */
	private @Nullable Duration retryAfter(@Nullable String header, byte[] body) {
		double seconds = seconds(header);
		if (Double.isNaN(seconds)) {
			seconds = secondsIn(body);
		}
		if (Double.isNaN(seconds)) {
			return PAUSE_WITHOUT_RETRY_AFTER;
		}
		return (seconds > 0) ? Duration.ofMillis((long) Math.ceil(Math.min(seconds, 86_400) * 1000)) : null;
	}

	private static double seconds(@Nullable String header) {
		try {
			return Double.parseDouble((header != null) ? header : "NaN");
		}
		catch (NumberFormatException ex) {
			return Double.NaN;
		}
	}

	private double secondsIn(byte[] body) {
		try {
			return this.mapper.readTree(body).path("retry_after").asDouble(Double.NaN);
		}
		catch (JacksonException ex) {
			return Double.NaN;
		}
	}

	private Duration backOff(long retries) {
		long cap = Math.min(this.settings.maxBackOff().toMillis(),
				this.settings.initialBackOff().toMillis() << Math.min(retries, 20));
		return Duration.ofMillis(cap / 2 + ThreadLocalRandom.current().nextLong(cap / 2 + 1));
	}

	/**
	 * A network that fails may work later; anything else would fail in the same way
	 * again.
	 */
	private Throwable classify(Throwable ex) {
		if (ex instanceof GatewayRequestException || ex instanceof RetryableException) {
			return ex;
		}
		String message = "GET " + this.uri + " failed: " + describe(ex);
		boolean network = ex instanceof WebClientRequestException || ex instanceof TimeoutException
				|| ex instanceof IOException || ex.getCause() instanceof IOException;
		return network ? new RetryableException(message, null, ex) : new GatewayRequestException(message, null, ex);
	}

	private static String describe(Throwable ex) {
		Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

	/**
	 * How patient the client is.
	 *
	 * @param timeout how long to wait for an answer
	 * @param initialBackOff the longest pause before the second attempt
	 * @param maxBackOff the longest pause of all
	 */
	public record Settings(Duration timeout, Duration initialBackOff, Duration maxBackOff) {
	}

	private static final class RetryableException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient @Nullable Duration pause;

		private RetryableException(String message, @Nullable Duration pause, @Nullable Throwable cause) {
			super(message, cause);
			this.pause = pause;
		}

	}

}
