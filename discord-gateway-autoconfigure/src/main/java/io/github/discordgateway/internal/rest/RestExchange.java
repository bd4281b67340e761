package io.github.discordgateway.internal.rest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.protocol.RetryAfter;
import io.github.discordgateway.rest.DiscordApiException;
import io.github.discordgateway.rest.DiscordUnreachableException;
import io.github.discordgateway.rest.RequestNotSentException;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRateLimiter.Answer;
import io.github.discordgateway.rest.RestRateLimiter.Permit;
import io.github.discordgateway.rest.RestRateLimiter.Scope;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Sends a request as Discord wants it: with the bot's token where the path has none,
 * within the limits, and again where that is safe.
 */
public final class RestExchange implements ExchangeFilterFunction {

	/** An attribute of requests that answer an interaction. */
	static final String INTERACTION = RestExchange.class.getName() + ".interaction";

	/** An attribute of requests that may be received twice and are carried out once. */
	static final String REPEATABLE = RestExchange.class.getName() + ".repeatable";

	/** Errors of Discord's have some hundred bytes for each field. */
	private static final int MAX_ERROR_BYTES = 256 * 1024;

	private static final int MAX_GONE_WEBHOOKS = 1000;

	private static final int UNKNOWN_WEBHOOK = 10015;

	private static final Duration MAX_BACK_OFF = Duration.ofSeconds(10);

	private static final Set<Integer> OUTAGES = Set.of(500, 502, 503, 504);

	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);

	private final RestRateLimiter limiter;

	private final Settings settings;

	private final RestErrors errors;

	private final RestRequestListener listener;

	private final BiFunction<URI, Throwable, Throwable> explain;

	private final Set<String> goneWebhooks = Collections
		.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
				return size() > MAX_GONE_WEBHOOKS;
			}

		}));

	/**
	 * Makes an exchange.
	 * @param limiter decides when requests may be sent
	 * @param settings where to and how patiently
	 * @param listener told what becomes of requests
	 * @param explain says why there is no connection
	 */
	public RestExchange(RestRateLimiter limiter, Settings settings, RestRequestListener listener,
			BiFunction<URI, Throwable, Throwable> explain) {
		this.limiter = limiter;
		this.settings = settings;
		this.errors = new RestErrors(RestJson.mapper(), settings.token());
		this.listener = listener;
		this.explain = explain;
	}

	/**
	 * Prepares a client, of which this is to be the last filter: the API, its JSON, and
	 * its errors.
	 * @param builder a new one
	 * @return the same builder
	 */
	public WebClient.Builder prepare(WebClient.Builder builder) {
		JsonMapper mapper = RestJson.mapper();
		return builder.baseUrl(this.settings.baseUrl().toString().replaceAll("/+$", "")).codecs((codecs) -> {
			codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(mapper));
			codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(mapper));
			codecs.defaultCodecs().maxInMemorySize(Math.toIntExact(this.settings.maxResponseBytes()));
			// Otherwise spring.http.codecs.log-request-details would log the token.
			codecs.defaultCodecs().enableLoggingRequestDetails(false);
		})
			.observationConvention(new RestObservationConvention())
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), this::exception);
	}

	/**
	 * Has a client tell that its requests answer interactions, whose tokens look like
	 * those of webhooks.
	 * @param client a prepared client
	 * @return another one
	 */
	public static WebClient answeringInteractions(WebClient client) {
		return client.mutate().defaultRequest((request) -> request.attribute(INTERACTION, true)).build();
	}

	private Mono<DiscordApiException> exception(ClientResponse response) {
		RestRoute route = (response.request() instanceof Shown shown) ? shown.call.route
				: route(response.request().getMethod(), response.request().getURI(), false);
		return body(response).map((body) -> this.errors.exception(route, response.statusCode(),
				response.headers().asHttpHeaders(), body));
	}

	private RestRoute route(HttpMethod method, URI uri, boolean interaction) {
		URI base = this.settings.baseUrl();
		String path = String.valueOf(uri.getRawPath());
		String prefix = String.valueOf(base.getRawPath()).replaceAll("/+$", "");
		return RestRoute.of(method, path.startsWith(prefix) ? path.substring(prefix.length()) : path, interaction);
	}

	private boolean isDiscord(URI uri) {
		URI base = this.settings.baseUrl();
		return String.valueOf(base.getScheme()).equalsIgnoreCase(uri.getScheme())
				&& String.valueOf(base.getHost()).equalsIgnoreCase(uri.getHost()) && base.getPort() == uri.getPort();
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		if (!isDiscord(request.url())) {
			return Mono.error(new IllegalArgumentException("This client is prepared for " + this.settings.baseUrl()
					+ ", and sends nothing to " + request.url().getHost() + ": use another client, or a path"));
		}
		RestRoute route = route(request.method(), request.url(), request.attribute(INTERACTION).isPresent());
		if (route.authorizedByPath() && this.goneWebhooks.contains(route.resource())) {
			return Mono.error(new RequestNotSentException(RequestNotSentException.Reason.WEBHOOK_GONE,
					route + " was not sent: Discord has said that this webhook does not exist, or not any more"));
		}
		Call call = new Call(route, authorized(request, route), next);
		return Mono
			.defer(() -> waiting(call, this.limiter.acquire(route)).flatMap((permit) -> attempt(call, permit, 0)));
	}

	private ClientRequest authorized(ClientRequest request, RestRoute route) {
		if (route.authorizedByPath() || request.headers().getFirst(HttpHeaders.AUTHORIZATION) != null) {
			return request;
		}
		return ClientRequest.from(request)
			.headers((headers) -> headers.set(HttpHeaders.AUTHORIZATION, this.settings.token().get().authorization()))
			.build();
	}

	private Mono<Permit> waiting(Call call, Mono<Permit> permit) {
		long start = System.nanoTime();
		return permit.doOnNext((granted) -> this.listener.permitted(call.route, since(start)));
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private Mono<ClientResponse> attempt(Call call, Permit permit, int repeats) {
		return Mono.defer(() -> {
			long start = System.nanoTime();
			return call.next.exchange(call.request)
				.timeout(this.settings.timeout())
				.doOnCancel(permit::unanswered)
				.onErrorResume((problem) -> failed(call, permit, repeats, problem, start))
				.flatMap((response) -> answered(call, permit, repeats, response, start));
		});
	}

	private Mono<ClientResponse> failed(Call call, Permit permit, int repeats, Throwable problem, long start) {
		permit.unanswered();
		this.listener.answered(call.route, null, since(start));
		return lost(call, repeats, problem);
	}

	/** There is no answer, or only a part of one. */
	private Mono<ClientResponse> lost(Call call, int repeats, Throwable problem) {
		Throwable cause = (problem instanceof WebClientRequestException && problem.getCause() != null)
				? problem.getCause() : problem;
		if (cause instanceof CodecException || cause instanceof FileNotFoundException
				|| cause instanceof FileSystemException) {
			return Mono.error(new RequestNotSentException(RequestNotSentException.Reason.BODY_UNREADABLE,
					call.route + " was not sent: its body could not be read: " + cause.getMessage(), cause));
		}
		if (cause instanceof DataBufferLimitException) {
			return Mono.error(new DiscordUnreachableException(call.route, cause));
		}
		boolean broken = cause instanceof IOException || cause instanceof TimeoutException;
		if (broken && repeats < this.settings.maxRetries() && mayRepeat(call.request, cause)) {
			return repeat(call, repeats);
		}
		return Mono.error(unreachable(call, cause));
	}

	private static boolean mayRepeat(ClientRequest request, Throwable cause) {
		return cause instanceof ConnectException || cause instanceof UnknownHostException
				|| IDEMPOTENT.contains(request.method()) || request.attribute(REPEATABLE).isPresent();
	}

	private DiscordUnreachableException unreachable(Call call, Throwable cause) {
		return new DiscordUnreachableException(call.route,
				(cause instanceof TimeoutException)
						? new TimeoutException("none came within " + this.settings.timeout().toMillis() + " ms")
						: this.explain.apply(this.settings.baseUrl(), cause));
	}

	private Mono<ClientResponse> repeat(Call call, int repeats) {
		this.listener.repeated(call.route);
		return Mono.delay(backOff(repeats))
			.then(Mono.defer(() -> waiting(call, this.limiter.acquire(call.route))))
			.flatMap((permit) -> attempt(call, permit, repeats + 1));
	}

	private Duration backOff(int repeats) {
		long most = Math.min(MAX_BACK_OFF.toMillis(),
				this.settings.initialBackOff().toMillis() << Math.min(repeats, 10));
		return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
	}

	private Mono<ClientResponse> answered(Call call, Permit permit, int repeats, ClientResponse response, long start) {
		HttpStatusCode status = response.statusCode();
		ClientResponse shown = response.mutate().request(new Shown(call)).build();
		this.listener.answered(call.route, status.value(), since(start));
		if (status.is2xxSuccessful()) {
			permit.answered(answer(response, null));
			return bytes(limited(shown.body(BodyExtractors.toDataBuffers()))).timeout(this.settings.timeout())
				.map((body) -> with(body, shown))
				.onErrorResume((problem) -> lost(call, repeats, unenhanced(problem)));
		}
		return body(shown).onErrorResume((problem) -> Mono.just(new byte[0]))
			.doOnCancel(permit::unanswered)
			.flatMap((body) -> refused(call, permit, repeats, answer(response, this.errors.read(body)), body, shown));
	}

	private Mono<ClientResponse> refused(Call call, Permit permit, int repeats, Answer answer, byte[] body,
			ClientResponse response) {
		int status = answer.status();
		if (status == 429) {
			this.listener.limited(call.route, answer.scope());
			if (repeats < this.settings.maxLimited()) {
				this.listener.repeated(call.route);
				return waiting(call, permit.again(answer)).flatMap((next) -> attempt(call, next, repeats + 1));
			}
		}
		permit.answered(answer);
		if (OUTAGES.contains(status) && repeats < this.settings.maxRetries()) {
			return repeat(call, repeats);
		}
		if (status == 404 && call.route.template().startsWith("/webhooks/{id}/{token}")
				&& this.errors.read(body).path("code").asInt(0) == UNKNOWN_WEBHOOK) {
			this.goneWebhooks.add(call.route.resource());
		}
		return Mono.just(with(body, response));
	}

	/** Without what Reactor adds to failures of a body: the whole URL. */
	private static Throwable unenhanced(Throwable problem) {
		String message = String.valueOf(problem.getMessage());
		Throwable plain = (problem instanceof DataBufferLimitException) ? new DataBufferLimitException(message)
				: (problem instanceof TimeoutException) ? new TimeoutException(message)
						: new IOException(message, problem.getCause());
		plain.setStackTrace(problem.getStackTrace());
		return plain;
	}

	/** Its body is there already, so that whoever takes it slowly keeps no connection. */
	private static ClientResponse with(byte[] body, ClientResponse response) {
		return response.mutate()
			.body((drained) -> (body.length > 0) ? Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))
					: Flux.empty())
			.build();
	}

	/** An error's body; of one that is too long, or does not end, only what came. */
	private Mono<byte[]> body(ClientResponse response) {
		return bytes(DataBufferUtils.takeUntilByteCount(response.body(BodyExtractors.toDataBuffers()), MAX_ERROR_BYTES)
			.takeUntilOther(Mono.delay(this.settings.timeout())));
	}

	private static Mono<byte[]> bytes(Flux<DataBuffer> body) {
		return DataBufferUtils.join(body).map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return bytes;
		}).defaultIfEmpty(new byte[0]);
	}

	private Flux<DataBuffer> limited(Publisher<DataBuffer> body) {
		return Flux.defer(() -> {
			AtomicLong bytes = new AtomicLong();
			return Flux.from(body).handle((DataBuffer buffer, SynchronousSink<DataBuffer> sink) -> {
				if (bytes.addAndGet(buffer.readableByteCount()) <= this.settings.maxResponseBytes()) {
					sink.next(buffer);
					return;
				}
				DataBufferUtils.release(buffer);
				sink.error(new DataBufferLimitException("The answer has more than " + this.settings.maxResponseBytes()
						+ " bytes: discord.gateway.rest.max-response-size limits it"));
			});
		});
	}

	private static Answer answer(ClientResponse response, @Nullable JsonNode error) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		int status = response.statusCode().value();
		String bucket = headers.getFirst("X-RateLimit-Bucket");
		Duration resetAfter = RetryAfter.ofSeconds(number(headers, "X-RateLimit-Reset-After"));
		Duration retryAfter = null;
		Scope scope = null;
		if (status == 429) {
			retryAfter = (error != null) ? RetryAfter.ofSeconds(error.path("retry_after").asDouble(Double.NaN)) : null;
			if (retryAfter == null) {
				retryAfter = RetryAfter.parse(headers.getFirst(HttpHeaders.RETRY_AFTER), Instant.now());
			}
			scope = scope(headers, error);
		}
		boolean tokenRefused = status == 401 && error != null && error.path("message").asString("").startsWith("401")
				&& error.path("code").asInt(-1) == 0
				&& response.request().getHeaders().getFirst(HttpHeaders.AUTHORIZATION) != null;
		return new Answer(status, bucket, (int) number(headers, "X-RateLimit-Limit", -1),
				(int) number(headers, "X-RateLimit-Remaining", -1), number(headers, "X-RateLimit-Reset"), resetAfter,
				retryAfter, scope, tokenRefused);
	}

	private static @Nullable Scope scope(HttpHeaders headers, @Nullable JsonNode error) {
		String scope = headers.getFirst("X-RateLimit-Scope");
		boolean global = Boolean.parseBoolean(headers.getFirst("X-RateLimit-Global"))
				|| (error != null && error.path("global").asBoolean(false));
		if (global || "global".equalsIgnoreCase(scope)) {
			return Scope.GLOBAL;
		}
		if ("shared".equalsIgnoreCase(scope)) {
			return Scope.SHARED;
		}
		boolean discords = scope != null || headers.containsHeader("X-RateLimit-Bucket")
				|| (error != null && error.has("retry_after"));
		return discords ? Scope.USER : null;
	}

	private static double number(HttpHeaders headers, String name) {
		return number(headers, name, Double.NaN);
	}

	private static double number(HttpHeaders headers, String name, double otherwise) {
		try {
			String value = headers.getFirst(name);
			return (value != null) ? Double.parseDouble(value) : otherwise;
		}
		catch (NumberFormatException ex) {
			return otherwise;
		}
	}

	/** A request as failures may show it: without tokens, wherever they are. */
	private static final class Shown implements HttpRequest {

		private final Call call;

		private Shown(Call call) {
			this.call = call;
		}

		@Override
		public HttpMethod getMethod() {
			return this.call.request.method();
		}

		@Override
		public URI getURI() {
			URI uri = this.call.request.url();
			return this.call.route.authorizedByPath() ? URI.create(PathTokens.hide(uri.toString(), "******")) : uri;
		}

		@Override
		public Map<String, Object> getAttributes() {
			return this.call.request.attributes();
		}

		@Override
		public HttpHeaders getHeaders() {
			return HttpHeaders.EMPTY;
		}

	}

	private record Call(RestRoute route, ClientRequest request, ExchangeFunction next) {
	}

	/**
	 * Where to and how patiently.
	 *
	 * @param baseUrl the API
	 * @param token the bot's token, asked for when it is needed
	 * @param timeout how long to wait for an answer
	 * @param maxRetries how often a request is repeated that was lost or met an outage
	 * @param maxLimited how often a request is repeated that exceeded a limit
	 * @param initialBackOff the longest pause before the first repetition
	 * @param maxResponseBytes the largest body
	 */
	public record Settings(URI baseUrl, Supplier<GatewayToken> token, Duration timeout, int maxRetries, int maxLimited,
			Duration initialBackOff, long maxResponseBytes) {
	}

}
