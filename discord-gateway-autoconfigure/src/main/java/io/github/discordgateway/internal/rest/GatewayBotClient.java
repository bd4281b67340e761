package io.github.discordgateway.internal.rest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.protocol.RetryAfter;
import io.github.discordgateway.internal.protocol.ServerText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks Discord where to connect and with how many shards, until there is an answer that
 * can be used. Whatever an outage, a proxy or a page that asks for patience says instead
 * is asked again: after the time that {@code Retry-After} names, or else with growing,
 * jittered pauses. Only one answer ends the request, since no time heals it: Discord's
 * own word that the token is wrong.
 */
public final class GatewayBotClient {

	private static final Log logger = LogFactory.getLog(GatewayBotClient.class);

	/** A ban by Discord's proxy is a 429 without a header: a long pause then. */
	private static final Duration PAUSE_WITHOUT_RETRY_AFTER = Duration.ofMinutes(1);

	/** Discord's answer has 200 bytes. */
	private static final int MAX_BODY_BYTES = 1024 * 1024;

	/** Each of these failures is logged as a warning, then each doubling. */
	private static final int LOGGED_FAILURES = 5;

	private final WebClient webClient;

	private final JsonMapper mapper;

	private final URI uri;

	private final Supplier<GatewayToken> token;

	private final String userAgent;

	private final Settings settings;

	/**
	 * Makes a client.
	 * @param webClient sends the request
	 * @param mapper reads the answer
	 * @param apiUrl the REST API, without {@code /gateway/bot}
	 * @param token asked for the bot's token with each request
	 * @param userAgent the value of the header {@code User-Agent}
	 * @param settings time limits
	 */
	public GatewayBotClient(WebClient webClient, JsonMapper mapper, URI apiUrl, Supplier<GatewayToken> token,
			String userAgent, Settings settings) {
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
	 * @return the answer; an error of type {@link GatewayRequestException} when Discord
	 * says that the token is wrong
	 */
	public Mono<GatewayBot> fetch(Consumer<String> onFailure) {
		return Mono.defer(this::ask)
			.timeout(this.settings.timeout())
			.onErrorMap((problem) -> !(problem instanceof GatewayRequestException), this::retryable)
			.retryWhen(Retry.from((failures) -> failures
				.concatMap((failure) -> pause(failure.failure(), failure.totalRetries(), onFailure))));
	}

	private Mono<GatewayBot> ask() {
		return this.webClient.get()
			.uri(this.uri)
			.header(HttpHeaders.AUTHORIZATION, this.token.get().authorization())
			.header(HttpHeaders.USER_AGENT, this.userAgent)
			.exchangeToMono(this::read);
	}

	private Mono<Long> pause(Throwable problem, long retries, Consumer<String> onFailure) {
		if (!(problem instanceof RetryableException retryable)) {
			return Mono.error(problem);
		}
		Duration pause = (retryable.pause != null) ? retryable.pause : backOff(retries);
		String message = retryable.getMessage() + "; asking again in " + pause.toMillis() + " ms";
		long count = retries + 1;
		if (count <= LOGGED_FAILURES || Long.bitCount(count) == 1) {
			logger.warn(message + ((count > 1) ? ", after " + count + " attempts" : ""));
		}
		else {
			logger.debug(message);
		}
		onFailure.accept(message);
		return Mono.delay(pause);
	}

	private Mono<GatewayBot> read(ClientResponse response) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), MAX_BODY_BYTES)
			.map(GatewayBotClient::bytes)
			.defaultIfEmpty(new byte[0])
			.map((body) -> {
				if (response.statusCode().isSameCodeAs(HttpStatus.OK)) {
					return parse(body);
				}
				throw refusal(response, body);
			});
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private GatewayBot parse(byte[] body) {
		GatewayBot answer;
		try {
			answer = this.mapper.readValue(body, GatewayBot.class);
		}
		catch (JacksonException ex) {
			// Its message may quote what was sent.
			throw unusable("it is not the JSON that was expected");
		}
		String problem = (answer != null) ? answer.problem() : "it is empty";
		if (answer == null || problem != null) {
			throw unusable(String.valueOf(problem));
		}
		return answer;
	}

	private RetryableException unusable(String problem) {
		return new RetryableException(
				"The answer of GET " + this.uri + " cannot be used: " + ServerText.clean(problem, this.token.get()),
				null, null);
	}

	private RuntimeException refusal(ClientResponse response, byte[] body) {
		HttpStatusCode status = response.statusCode();
		HttpHeaders headers = response.headers().asHttpHeaders();
		JsonNode error = error(body);
		String message = error.path("message").asString("");
		String refused = "GET " + this.uri + " was answered with " + status;
		if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED) && message.startsWith("401") && error.path("code").isInt()
				&& error.path("code").asInt() == 0) {
			return new GatewayRequestException(refused, status, null);
		}
		if (!message.isBlank()) {
			refused += ", " + message;
		}
		String location = headers.getFirst(HttpHeaders.LOCATION);
		if (status.is3xxRedirection() && location != null) {
			refused += " to " + location + ", which is not followed";
		}
		return new RetryableException(ServerText.clean(refused, this.token.get()), retryAfter(status, headers, error),
				null);
	}

	/**
	 * The JSON in which Discord says what is wrong; an empty object for anything else.
	 */
	private JsonNode error(byte[] body) {
		try {
			JsonNode error = this.mapper.readTree(body);
			return (error != null && error.isObject()) ? error : this.mapper.createObjectNode();
		}
		catch (JacksonException ex) {
			return this.mapper.createObjectNode();
		}
	}

	/**
	 * How long an answer asks to wait: in its header, or else in its body. Nothing or
	 * less than nothing is no pause to trust: the usual one is taken then.
	 */
	private static @Nullable Duration retryAfter(HttpStatusCode status, HttpHeaders headers, JsonNode error) {
		Duration wait = RetryAfter.parse(headers.getFirst(HttpHeaders.RETRY_AFTER), Instant.now());
		if (wait == null) {
			wait = RetryAfter.ofSeconds(error.path("retry_after").asDouble(Double.NaN));
		}
		if (wait == null && status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
			return PAUSE_WITHOUT_RETRY_AFTER;
		}
		return (wait != null && !wait.isZero()) ? wait : null;
	}

	private Duration backOff(long retries) {
		long cap = Math.min(this.settings.maxBackOff().toMillis(),
				this.settings.initialBackOff().toMillis() << Math.min(retries, 20));
		return Duration.ofMillis(cap / 2 + ThreadLocalRandom.current().nextLong(cap / 2 + 1));
	}

	private Throwable retryable(Throwable problem) {
		return (problem instanceof RetryableException) ? problem : new RetryableException(
				"GET " + this.uri + " failed: " + ServerText.clean(describe(problem), this.token.get()), null, problem);
	}

	private static String describe(Throwable problem) {
		Throwable cause = (problem.getCause() != null) ? problem.getCause() : problem;
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
