package io.github.discordgateway.internal.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.DiscordApiException;
import io.github.discordgateway.rest.DiscordApiException.FieldError;
import io.github.discordgateway.rest.DiscordUnreachableException;
import io.github.discordgateway.rest.MessageOperations;
import io.github.discordgateway.rest.RequestNotSentException;
import io.github.discordgateway.rest.RestRateLimiter;
import io.github.discordgateway.rest.RestRequestListener;
import io.github.discordgateway.rest.RestRoute;
import io.github.discordgateway.rest.Upload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.NettyOutbound;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RestExchange} over HTTP.
 */
class RestExchangeTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String INTERACTION = "aW50ZXJhY3Rpb246secretOfAnInteraction";

	private final RestServer server = new RestServer();

	private final Events events = new Events();

	private final RestRateLimiter limiter = new InMemoryRestRateLimiter(Schedulers.parallel(), 50, 1000);

	private final WebClient client = this.server.client(this.limiter, this.events);

	@AfterEach
	void close() {
		this.server.close();
	}

	private @Nullable String send(HttpMethod method, String uri, Object... variables) {
		return this.client.method(method).uri(uri, variables).retrieve().bodyToMono(String.class).block(PATIENCE);
	}

	private DiscordApiException refusal(HttpMethod method, String uri) {
		return assertThatExceptionOfType(DiscordApiException.class).isThrownBy(() -> send(method, uri)).actual();
	}

	@Test
	void sendsTheTokenOnlyWhereThePathHasNone() {
		send(HttpMethod.GET, "/users/@me");
		send(HttpMethod.POST, "/interactions/1/{token}/callback", INTERACTION);
		send(HttpMethod.POST, "/webhooks/1/{token}", "own");
		send(HttpMethod.GET, "/webhooks/1");
		assertThat(this.server.received())
			.extracting((request) -> request.uri() + " " + request.headers().get("authorization"))
			.containsExactly("/api/v10/users/@me Bot " + RestServer.TOKEN,
					"/api/v10/interactions/1/" + INTERACTION + "/callback null", "/api/v10/webhooks/1/own null",
					"/api/v10/webhooks/1 Bot " + RestServer.TOKEN);
	}

	@Test
	void sendsNothingToAnotherHost() {
		assertThatIllegalArgumentException().isThrownBy(() -> send(HttpMethod.GET, "http://localhost:1/users/@me"))
			.withMessageContaining("localhost");
	}

	@Test
	void aRefusalSaysWhatWhereAndWhy() {
		this.server.reply(400, """
				{"code": 50035, "message": "Invalid Form Body", "errors": {"embeds": {"0": {"fields": {"2": {"name": \
				{"_errors": [{"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 256 or fewer in length."}]}}}}}, \
				"_errors": [{"code": "X", "message": "all of it"}]}}""");
		DiscordApiException refusal = refusal(HttpMethod.POST, "/channels/1/messages");
		assertThat(refusal.status().value()).isEqualTo(400);
		assertThat(refusal.code()).isEqualTo(50035);
		assertThat(refusal.reason()).isEqualTo("Invalid Form Body");
		assertThat(refusal.fieldErrors()).containsExactlyInAnyOrder(
				new FieldError("embeds[0].fields[2].name", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer in length."),
				new FieldError("", "X", "all of it"));
		assertThat(refusal).hasMessageContaining("POST /channels/{id}/messages was answered with 400 BAD_REQUEST: "
				+ "Invalid Form Body (50035). embeds[0].fields[2].name: Must be 256 or fewer in length. "
				+ "(BASE_TYPE_MAX_LENGTH)");
	}

	@Test
	void aMissingPermissionIsNamed() {
		this.server.reply(403, """
				{"code": 50013, "message": "Missing Permissions"}""");
		DiscordApiException refusal = refusal(HttpMethod.PUT, "/guilds/1/bans/2");
		assertThat(refusal.required()).isEqualTo(Permissions.BAN_MEMBERS);
		assertThat(refusal).hasMessage("PUT /guilds/{id}/bans/{id} was answered with 403 FORBIDDEN: "
				+ "Missing Permissions (50013). It takes the permission BAN_MEMBERS");
	}

	@Test
	void aFailureHoldsNoToken() {
		this.server.reply(404, "{\"code\": 10062, \"message\": \"" + INTERACTION + " and " + RestServer.TOKEN + "\"}");
		assertThat(Throwables.getStackTrace(refusal(HttpMethod.POST, "/interactions/1/" + INTERACTION + "/callback")))
			.doesNotContain(INTERACTION, RestServer.TOKEN)
			.contains("POST /interactions/{id}/{token}/callback");
		this.server.reply(200, "{", "Content-Type", "application/json");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.client.post()
				.uri("/interactions/1/{token}/callback", INTERACTION)
				.retrieve()
				.bodyToMono(JsonNode.class)
				.block(PATIENCE))
			.satisfies((failure) -> assertThat(Throwables.getStackTrace(failure))
				.doesNotContain(INTERACTION, RestServer.TOKEN)
				.contains("/interactions/1/******/callback"));
		this.server.close();
		assertThatExceptionOfType(DiscordUnreachableException.class)
			.isThrownBy(() -> send(HttpMethod.POST, "/interactions/1/" + INTERACTION + "/callback"))
			.withMessageContaining("POST /interactions/{id}/{token}/callback got no answer: ")
			.withMessageContaining("Connection refused")
			.satisfies((failure) -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(INTERACTION,
					RestServer.TOKEN));
	}

	@Test
	void aTokenOfOneLetterHidesNothingButItself() {
		this.server.reply(404, "{\"code\": 10062, \"message\": \"a token at /interactions/1/a/callback, not 1/ab\"}");
		assertThat(refusal(HttpMethod.POST, "/interactions/1/a/callback"))
			.hasMessage("POST /interactions/{id}/{token}/callback was answered with 404 NOT_FOUND: "
					+ "a token at /interactions/1/******/callback, not 1/ab (10062)");
		this.server.reply(200, "{", "Content-Type", "application/json");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.client.get()
				.uri("/webhooks/1/i/messages/@original?thread_id=2")
				.retrieve()
				.bodyToMono(JsonNode.class)
				.block(PATIENCE))
			.satisfies((failure) -> assertThat(Throwables.getStackTrace(failure))
				.contains(this.server.baseUrl() + "/webhooks/1/******/messages/@original"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			503 | text/html | <html>a page that asks for patience</html>
			400 | text/html | <html>blocked</html>
			400 | application/json | [[[[[[
			400 | application/json | "text"
			""")
	void whatIsNoneOfDiscordsErrorsSaysSo(int status, String type, String body) {
		for (int i = 0; i < 3; i++) {
			this.server.reply((request,
					response) -> response.status(status).header("Content-Type", type).sendString(Mono.just(body)));
		}
		assertThat(refusal(HttpMethod.GET, "/channels/1")).hasMessageContaining("no error of Discord's, but")
			.hasMessageContaining(type)
			.extracting(DiscordApiException::code)
			.isEqualTo(0);
	}

	@Test
	void aRedirectionIsNotFollowed() {
		this.server.reply(302, "", "Location", this.server.baseUrl() + "/elsewhere");
		assertThat(refusal(HttpMethod.GET, "/channels/1")).hasMessageContaining("a redirection, which is not followed");
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void anEndlessAnswerIsAnErrorOfThatCallOnly() {
		this.server.reply((request, response) -> response.header("Content-Type", "application/json")
			.sendString(Flux.just("[").concatWith(Flux.range(0, Integer.MAX_VALUE).map((i) -> "{\"id\": \"1\"},"))));
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(
				() -> this.client.get().uri("/guilds/1/roles").retrieve().bodyToFlux(String.class).blockLast(PATIENCE))
			.withStackTraceContaining("discord.gateway.rest.max-response-size");
		this.server.reply((request, response) -> response.status(400)
			.sendString(Flux.range(0, Integer.MAX_VALUE).map((i) -> "endless")));
		assertThat(refusal(HttpMethod.GET, "/channels/1")).hasMessageContaining("no error of Discord's");
		assertThat(send(HttpMethod.GET, "/channels/1")).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400 })
	void anAnswerThatStopsHalfwayIsAnErrorOfThatCallOnly(int status) {
		this.server.reply((request, response) -> half(response.status(status)));
		WebClient hasty = this.server.client(this.limiter, this.events, Duration.ofMillis(300));
		assertThatExceptionOfType((status == 200) ? DiscordUnreachableException.class : DiscordApiException.class)
			.isThrownBy(() -> hasty.post().uri("/channels/1").retrieve().bodyToMono(String.class).block(PATIENCE));
		assertThat(this.server.received()).hasSize(1);
		assertThat(send(HttpMethod.POST, "/channels/1")).as("the route waits for nothing").isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void aRefusalThatStopsHalfwayIsWaitedOutLikeAny(int status) {
		this.server.reply((request, response) -> half(
				response.status(status).header("Retry-After", "0.01").header("X-RateLimit-Scope", "user")));
		for (int i = 0; i < 3; i++) {
			this.server.reply(200, "done");
		}
		assertThat(this.server.client(this.limiter, this.events, Duration.ofSeconds(2))
			.get()
			.uri("/channels/1")
			.retrieve()
			.bodyToMono(String.class)
			.block(PATIENCE)).isEqualTo("done");
	}

	private static NettyOutbound half(HttpServerResponse response) {
		return halfAnd(response, Mono.never());
	}

	private static NettyOutbound halfAnd(HttpServerResponse response, Mono<ByteBuf> then) {
		Flux<ByteBuf> body = Flux.concat(Mono.fromSupplier(() -> Unpooled.copiedBuffer("{", StandardCharsets.UTF_8)),
				then);
		return response.header("Content-Type", "application/json").send(body, (part) -> true);
	}

	@Test
	void anAnswerThatBreaksOffIsAskedForAgainWhereThatIsSafe() {
		for (int i = 0; i < 2; i++) {
			this.server.reply((request, response) -> halfAnd(response.header("Content-Length", "100"),
					Mono.fromRunnable(() -> response.withConnection((connection) -> connection.channel().close()))));
			this.server.reply(200, "done");
		}
		assertThat(send(HttpMethod.GET, "/channels/1")).isEqualTo("done");
		assertThatExceptionOfType(DiscordUnreachableException.class)
			.isThrownBy(() -> send(HttpMethod.POST, "/interactions/1/" + INTERACTION + "/callback"))
			.satisfies((failure) -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(INTERACTION));
		assertThat(this.server.received()).hasSize(3);
	}

	@Test
	void aFileThatIsNotThereIsNoOutage() {
		MessageOperations messages = new RestOperations(this.client).create(MessageOperations.class);
		CreateMessage message = CreateMessage.builder()
			.nonce("n")
			.files(Upload.of("log.txt", new FileSystemResource("there/is/no/log.txt")))
			.build();
		assertThatExceptionOfType(RequestNotSentException.class)
			.isThrownBy(() -> messages.create(Snowflake.of(1), message).block(PATIENCE))
			.withMessageContaining("POST /channels/{id}/messages was not sent: its body could not be read: ")
			.withMessageContaining("log.txt")
			.extracting(RequestNotSentException::reason)
			.isEqualTo(RequestNotSentException.Reason.BODY_UNREADABLE);
		assertThat(this.events.repeated).isZero();
	}

	@Test
	void aBodyThatIsNoJsonIsAFailureWithoutTokens() {
		assertThatExceptionOfType(RequestNotSentException.class)
			.isThrownBy(() -> this.client.post()
				.uri("/webhooks/1/{token}", INTERACTION)
				.bodyValue(new Unwritable())
				.retrieve()
				.toBodilessEntity()
				.block(PATIENCE))
			.withMessageContaining("its body could not be read")
			.satisfies((failure) -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(INTERACTION));
	}

	@Test
	void aDeepAnswerIsAnErrorOfThatCallOnly() {
		this.server.reply(200, "{\"id\":".repeat(10_000));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.client.get().uri("/x").retrieve().bodyToMono(JsonNode.class).block(PATIENCE))
			.withStackTraceContaining("nesting");
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void anOutageIsWaitedOutAFewTimes(int status) {
		this.server.reply(status, "").reply(status, "").reply(200, "done");
		assertThat(send(HttpMethod.POST, "/channels/1/messages")).isEqualTo("done");
		assertThat(this.events.statuses).containsExactly(status, status, 200);
		assertThat(this.events.repeated).isEqualTo(2);
		this.server.reply(status, "").reply(status, "").reply(status, "").reply(200, "");
		assertThat(refusal(HttpMethod.POST, "/channels/1/messages").status().value()).isEqualTo(status);
	}

	@Test
	void aTooManyRequestsIsRepeatedAfterItsTime() {
		this.server
			.reply(429, """
					{"message": "You are being rate limited.", "retry_after": 0.05, "global": false}""", "Retry-After",
					"1", "X-RateLimit-Scope", "shared", "X-RateLimit-Bucket", "b")
			.reply(200, "done");
		long start = System.nanoTime();
		assertThat(send(HttpMethod.GET, "/channels/1")).isEqualTo("done");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
		assertThat(this.events.limited).containsExactly(RestRateLimiter.Scope.SHARED);
	}

	@Test
	void aTooManyRequestsThatNeverEndsIsAnError() {
		for (int i = 0; i < 10; i++) {
			this.server.reply(429, """
					{"message": "You are being rate limited.", "retry_after": 0.001, "global": true}""");
		}
		assertThat(refusal(HttpMethod.GET, "/channels/1").status().value()).isEqualTo(429);
		assertThat(this.server.received()).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "GET, 2", "PUT, 2", "DELETE, 2", "POST, 1", "PATCH, 1" })
	void aBrokenConnectionIsTriedAgainWhereThatIsSafe(String method, int requests) {
		this.server.reply((request, response) -> {
			response.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		}).reply(200, "done");
		if (requests == 1) {
			assertThatExceptionOfType(DiscordUnreachableException.class)
				.isThrownBy(() -> send(HttpMethod.valueOf(method), "/channels/1"));
		}
		else {
			assertThat(send(HttpMethod.valueOf(method), "/channels/1")).isEqualTo("done");
		}
		assertThat(this.server.received()).hasSize(requests);
	}

	@Test
	void afterTheTokenWasRefusedNothingMoreIsSent() {
		this.server.reply(401, """
				{"message": "401: Unauthorized", "code": 0}""");
		assertThat(refusal(HttpMethod.GET, "/users/@me").status().value()).isEqualTo(401);
		assertThatExceptionOfType(RequestNotSentException.class).isThrownBy(() -> send(HttpMethod.GET, "/users/@me"))
			.withMessageContaining("discord.gateway.token");
		assertThat(this.server.received()).hasSize(1);
		send(HttpMethod.POST, "/webhooks/1/own");
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void a401OfAProxyDoesNotEndEverything() {
		this.server.reply(401, "<html>");
		refusal(HttpMethod.GET, "/users/@me");
		send(HttpMethod.GET, "/users/@me");
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void aWebhookThatIsGoneIsNotAskedAgain() {
		this.server.reply(404, """
				{"message": "Unknown Message", "code": 10008}""").reply(404, """
				{"message": "Unknown Webhook", "code": 10015}""");
		assertThat(refusal(HttpMethod.GET, "/webhooks/1/own/messages/2").isNotFound()).isTrue();
		refusal(HttpMethod.POST, "/webhooks/1/own");
		assertThatExceptionOfType(RequestNotSentException.class)
			.isThrownBy(() -> send(HttpMethod.POST, "/webhooks/1/own"))
			.satisfies(
					(refusal) -> assertThat(refusal.reason()).isEqualTo(RequestNotSentException.Reason.WEBHOOK_GONE));
		send(HttpMethod.POST, "/webhooks/2/own");
		assertThat(this.server.received()).hasSize(3);
	}

	@Test
	void limitsAreLearntFromHeaders() {
		for (int i = 1; i >= 0; i--) {
			this.server.reply(200, "x", "X-RateLimit-Bucket", "b", "X-RateLimit-Limit", "2", "X-RateLimit-Remaining",
					Integer.toString(i), "X-RateLimit-Reset", "1000.250", "X-RateLimit-Reset-After", "0.250");
		}
		long start = System.nanoTime();
		for (int i = 0; i < 3; i++) {
			send(HttpMethod.GET, "/channels/1");
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(250));
		assertThat(this.events.waits).hasSize(3);
	}

	/** What Jackson fails at. */
	public static final class Unwritable {

		public String getText() {
			throw new IllegalStateException("no text");
		}

	}

	private static final class Events implements RestRequestListener {

		private final List<Integer> statuses = new CopyOnWriteArrayList<>();

		private final List<RestRateLimiter.Scope> limited = new CopyOnWriteArrayList<>();

		private final List<Duration> waits = new CopyOnWriteArrayList<>();

		private volatile int repeated;

		@Override
		public void permitted(RestRoute route, Duration waited) {
			this.waits.add(waited);
		}

		@Override
		public void answered(RestRoute route, @Nullable Integer status, Duration took) {
			this.statuses.add((status != null) ? status : 0);
		}

		@Override
		public void limited(RestRoute route, RestRateLimiter.@Nullable Scope scope) {
			this.limited.add(scope);
		}

		@Override
		public synchronized void repeated(RestRoute route) {
			this.repeated++;
		}

	}

}
