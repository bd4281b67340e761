package io.github.discordgateway.internal.rest;

import io.github.discordgateway.simulator.ScriptedAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.discordgateway.GatewayToken;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.network.NewConnections;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedRequest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link GatewayBotClient}, against the simulator and a server that answers
 * oddly.
 */
@ExtendWith(OutputCaptureExtension.class)
class GatewayBotClientTests {

	private static final String TOKEN = "MTIz.secret.token-of-this-test";

	private static final String USER_AGENT = "DiscordBot (https://example.org, 1)";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final GatewayBotClient.Settings SETTINGS = new GatewayBotClient.Settings(Duration.ofSeconds(10),
			Duration.ofMillis(10), Duration.ofMillis(100));

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.token(TOKEN)
		.shards(3)
		.maxConcurrency(2)
		.sessionStartLimit(1000, 77, Duration.ofHours(1))
		.build();

	private final List<String> failures = new CopyOnWriteArrayList<>();

	private @Nullable DisposableServer server;

	@BeforeEach
	void start() {
		this.simulator.start();
	}

	@AfterEach
	void close() {
		this.simulator.close();
		if (this.server != null) {
			this.server.disposeNow();
		}
	}

	private GatewayBot fetch(URI apiUrl, String token, GatewayBotClient.Settings settings) {
		GatewayBotClient client = new GatewayBotClient(NewConnections.webClient(), GatewayJsonMapper.builder().build(),
				apiUrl, () -> GatewayToken.of(token), USER_AGENT, settings);
		GatewayBot answer = client.fetch(this.failures::add).block(PATIENCE);
		assertThat(answer).isNotNull();
		return answer;
	}

	private GatewayBot fetch() {
		return fetch(this.simulator.apiUrl(), TOKEN, SETTINGS);
	}

	/** Asks a server that gives one answer to everything. */
	private GatewayBot fetchBody(String body) {
		return fetchFrom((response) -> response.sendString(Mono.just(body)));
	}

	/** Asks a server whose second answer is a good one, with 7 shards. */
	private GatewayBot fetchAfter(Function<HttpServerResponse, Publisher<Void>> first) {
		AtomicInteger requests = new AtomicInteger();
		return fetchFrom((response) -> (requests.incrementAndGet() == 1) ? first.apply(response)
				: response.sendString(Mono.just("{\"url\":\"wss://g\",\"shards\":7}")));
	}

	private GatewayBot fetchFrom(Function<HttpServerResponse, Publisher<Void>> answers) {
		if (this.server != null) {
			this.server.disposeNow();
		}
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> answers.apply(response.keepAlive(false)))
			.bindNow();
		return fetch(URI.create("http://127.0.0.1:" + this.server.port() + "/api"), TOKEN, SETTINGS);
	}

	private long millisBetween(int first, int second) {
		List<ReceivedRequest> requests = this.simulator.rest().requests();
		return Duration.ofNanos(requests.get(second).nanoTime() - requests.get(first).nanoTime()).toMillis();
	}

	@Test
	@DisplayName("C53 the answer names URL, shards and limits")
	void answerIsRead() {
		GatewayBot answer = fetch();
		assertThat(answer.url()).isEqualTo(this.simulator.url().toString());
		assertThat(answer.shards()).isEqualTo(3);
		GatewayBot.StartLimit limit = answer.sessionStartLimit();
		assertThat(limit).isNotNull();
		assertThat(limit.total()).isEqualTo(1000);
		assertThat(limit.remaining()).isEqualTo(77);
		assertThat(limit.resetAfter()).isBetween(3_500_000L, 3_600_000L);
		assertThat(limit.maxConcurrency()).isEqualTo(2);
		assertThat(this.failures).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/", "//" })
	@DisplayName("C53 authorization and user agent are sent, to a URL without a double slash")
	void requestCarriesItsHeaders(String slashes) {
		String apiUrl = this.simulator.apiUrl().toString().replaceAll("/+$", "");
		fetch(URI.create(apiUrl + slashes), TOKEN, SETTINGS);
		assertThat(this.simulator.rest().requests()).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("GET");
			assertThat(request.uri()).endsWith("/gateway/bot").doesNotContain("//");
			assertThat(request.headers()).anySatisfy((name, value) -> {
				assertThat(name).isEqualToIgnoringCase("Authorization");
				assertThat(value).isEqualTo("Bot " + TOKEN);
			}).anySatisfy((name, value) -> {
				assertThat(name).isEqualToIgnoringCase("User-Agent");
				assertThat(value).isEqualTo(USER_AGENT);
			});
		});
	}

	@Test
	@DisplayName("C53 a 401 fails at once, without the token")
	void unauthorizedFailsAtOnce(CapturedOutput output) {
		String wrong = TOKEN + "-wrong";
		assertThatExceptionOfType(GatewayRequestException.class)
			.isThrownBy(() -> fetch(this.simulator.apiUrl(), wrong, SETTINGS))
			.withMessageContaining("/gateway/bot")
			.withMessageContaining("401")
			.satisfies((ex) -> {
				assertThat(ex.isUnauthorized()).isTrue();
				assertThat(ex).hasStackTraceContaining("401");
				assertThat(Throwables.getStackTrace(ex)).doesNotContain(TOKEN);
			});
		assertThat(this.simulator.rest().requests()).hasSize(1);
		assertThat(output).doesNotContain(TOKEN);
	}

	@ParameterizedTest
	@ValueSource(ints = { 204, 301, 400, 403, 404, 405, 407, 408, 410, 418, 451, 500, 502, 503, 520 })
	@DisplayName("C53 another refusal is named, and repeated")
	void refusalIsRepeated(int status) {
		this.simulator.rest().failNext(3, status);
		assertThat(fetch().shards()).isEqualTo(3);
		assertThat(this.failures).hasSize(3)
			.allSatisfy((failure) -> assertThat(failure).contains("GET " + this.simulator.apiUrl())
				.contains(Integer.toString(status)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Sign in</html>", "{\"message\":\"Please wait\"}", "[]",
			"{\"message\":\"401: Unauthorized\"}", "{\"message\":\"Invalid proxy user\",\"code\":0}" })
	@DisplayName("C53 a 401 that is not Discord's own is repeated")
	void unauthorizedByAnotherIsRepeated(String body) {
		assertThat(fetchAfter((response) -> response.status(401).sendString(Mono.just(body))).shards()).isEqualTo(7);
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING).contains("401");
	}

	@Test
	@DisplayName("C53 what was redirected is repeated, and says where to")
	void redirectIsNotFollowed() {
		fetchAfter((response) -> response.status(302).header("Location", "http://example.org/login\u0085").send());
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING)
			.contains("302 FOUND to http://example.org/login")
			.contains("not followed")
			.doesNotContain("\u0085");
	}

	@Test
	@DisplayName("C70 what a refusal says is cleaned, and shows no token")
	void messageOfARefusalIsCleaned() {
		fetchAfter((response) -> response.status(403)
			.sendString(Mono.just("{\"message\":\"no\u202e\\u0007 " + TOKEN + " x\"}")));
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING)
			.contains("403 FORBIDDEN, no?? ****** x")
			.doesNotContain(TOKEN);
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 503 })
	@DisplayName("C53 Retry-After counts with any status, also as a date")
	void retryAfterOfAnyStatus(int status) {
		String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
		fetchAfter((response) -> response.status(status).header("Retry-After", date).send());
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING)
			.matches(".*asking again in (\\d{3}|1\\d{3}|2000) ms");
	}

	@Test
	@DisplayName("C53 a body is read up to a limit only")
	void endlessBodyIsRepeated() {
		String mebibyte = "x".repeat(1024 * 1024);
		fetchAfter((response) -> response.sendString(Flux.just(mebibyte, mebibyte, mebibyte)));
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING).contains("1048576");
	}

	@Test
	@DisplayName("C53 whatever else is thrown is repeated")
	void anyFailureIsRepeated() {
		AtomicInteger attempts = new AtomicInteger();
		WebClient failing = WebClient.builder().filter((request, next) -> {
			if (attempts.incrementAndGet() == 1) {
				throw new IllegalArgumentException("a customizer's");
			}
			return next.exchange(request);
		}).build();
		new GatewayBotClient(failing, GatewayJsonMapper.builder().build(), this.simulator.apiUrl(),
				() -> GatewayToken.of(TOKEN), USER_AGENT, SETTINGS)
			.fetch(this.failures::add)
			.block(PATIENCE);
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING).contains("a customizer's");
	}

	@Test
	@DisplayName("C53 a long outage is told each time and does not fill the log")
	void longOutageDoesNotFillTheLog(CapturedOutput output) {
		this.simulator.rest().failNext(20, 502);
		fetch(this.simulator.apiUrl(), TOKEN,
				new GatewayBotClient.Settings(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(1)));
		assertThat(this.failures).hasSize(20);
		assertThat(output.toString().lines().filter((line) -> line.contains("WARN") && line.contains("502")))
			.hasSize(7);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1000, 1250 })
	@DisplayName("C53 a 429 is repeated after Retry-After, whole or decimal")
	void tooManyRequestsWaitsRetryAfter(long millis, CapturedOutput output) {
		this.simulator.rest().answerNext(1, ScriptedAnswer.rateLimited(Duration.ofMillis(millis), false));
		assertThat(fetch().shards()).isEqualTo(3);
		assertThat(millisBetween(0, 1)).isGreaterThanOrEqualTo(millis);
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING)
			.contains("429")
			.contains(millis + " ms")
			.doesNotContain(TOKEN);
		assertThat(output).contains("asking again in " + millis + " ms").doesNotContain(TOKEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "NaN", "soon" })
	@DisplayName("C53 a 429 without a Retry-After to go by waits long")
	void tooManyRequestsWithoutRetryAfterWaitsLong(String retryAfter) {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			if (!retryAfter.isEmpty()) {
				response.header("Retry-After", retryAfter);
			}
			return response.status(429).send();
		}).bindNow();
		Mono<GatewayBot> asking = new GatewayBotClient(NewConnections.webClient(), GatewayJsonMapper.builder().build(),
				URI.create("http://127.0.0.1:" + this.server.port()), () -> GatewayToken.of(TOKEN), USER_AGENT,
				SETTINGS)
			.fetch(this.failures::add);
		Disposable running = asking.subscribe();
		await().until(() -> !this.failures.isEmpty());
		running.dispose();
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING).contains("in 60000 ms");
	}

	@Test
	@DisplayName("C53 a 429 without a Retry-After is repeated after what its body says")
	void tooManyRequestsWaitsRetryAfterOfTheBody() {
		AtomicInteger requests = new AtomicInteger();
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> (requests.incrementAndGet() == 1)
					? response.status(429)
						.sendString(Mono.just("{\"message\":\"slow\",\"retry_after\":0.25,\"global\":false}"))
					: response.sendString(Mono.just("{\"url\":\"wss://g\",\"shards\":1}")))
			.bindNow();
		fetch(URI.create("http://127.0.0.1:" + this.server.port()), TOKEN, SETTINGS);
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING).endsWith("asking again in 250 ms");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1" })
	@DisplayName("C53 a Retry-After of nothing is no licence to hammer")
	void retryAfterOfNothingIsABackOff(String retryAfter) {
		AtomicInteger requests = new AtomicInteger();
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> (requests.incrementAndGet() == 1)
					? response.status(429).header("Retry-After", retryAfter).send()
					: response.sendString(Mono.just("{\"url\":\"wss://g\",\"shards\":1}")))
			.bindNow();
		fetch(URI.create("http://127.0.0.1:" + this.server.port()), TOKEN,
				new GatewayBotClient.Settings(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(1)));
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING)
			.matches(".*asking again in (1\\d\\d|200) ms");
	}

	@Test
	@DisplayName("C53 server errors are repeated with growing pauses")
	void serverErrorsAreRepeated() {
		this.simulator.rest().failNext(2, 500);
		this.simulator.rest().failNext(2, 503);
		assertThat(fetch().shards()).isEqualTo(3);
		assertThat(this.simulator.rest().requests()).hasSize(5);
		List<Long> pauses = this.failures.stream()
			.map((text) -> Long.valueOf(text.replaceAll(".* in (\\d+) ms$", "$1")))
			.toList();
		assertThat(pauses.get(0)).isBetween(5L, 10L);
		assertThat(pauses.get(1)).isBetween(10L, 20L);
		assertThat(pauses.get(2)).isBetween(20L, 40L);
		assertThat(pauses.get(3)).isBetween(40L, 80L);
	}

	@Test
	@DisplayName("C53 a refused connection is repeated")
	void refusedConnectionIsRepeated() {
		URI apiUrl = this.simulator.apiUrl();
		this.simulator.close();
		GatewayBotClient client = new GatewayBotClient(NewConnections.webClient(), GatewayJsonMapper.builder().build(),
				apiUrl, () -> GatewayToken.of(TOKEN), USER_AGENT, SETTINGS);
		Disposable running = client.fetch(this.failures::add).subscribe();
		await().until(() -> this.failures.size() >= 3);
		running.dispose();
		assertThat(this.failures).allSatisfy(
				(failure) -> assertThat(failure).contains("refused").contains(apiUrl.toString()).doesNotContain(TOKEN));
	}

	@Test
	@DisplayName("C53 an answer that stays away is asked for again")
	void timeoutIsRepeated() {
		AtomicInteger requests = new AtomicInteger();
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> (requests.incrementAndGet() == 1) ? Mono.never()
					: response.sendString(Mono.just("{\"url\":\"wss://g\",\"shards\":2}")))
			.bindNow();
		GatewayBot answer = fetch(URI.create("http://127.0.0.1:" + this.server.port()), TOKEN,
				new GatewayBotClient.Settings(Duration.ofSeconds(1), Duration.ofMillis(10), Duration.ofMillis(10)));
		assertThat(answer.shards()).isEqualTo(2);
		assertThat(this.failures).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Please log in</html>", "{\"url\":", "", "null", "[]", "{}", "{\"url\":null}",
			"{\"url\":\" \",\"shards\":1}", "{\"url\":\"wss://g\",\"shards\":\"many\"}",
			"{\"url\":\"https://g\",\"shards\":1}", "{\"url\":\"not a url\",\"shards\":1}" })
	@DisplayName("C53 an answer that cannot be used is named, and asked for again")
	void unusableAnswerIsRepeated(String body) {
		assertThat(fetchAfter((response) -> response.sendString(Mono.just(body))).shards()).isEqualTo(7);
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING)
			.startsWith("The answer of GET http://127.0.0.1:")
			.matches(
					".*cannot be used: it (is empty|has no url|is not the JSON that was expected|names '.*', which is not "
							+ "a ws:// or wss:// URL); asking again in \\d+ ms");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					"shards":0                                                                       | 0 shards
					"shards":-1                                                                      | -1 shards
					"shards":100001                                                                  | 100001 shards
					"shards":99999999999                                                             | not the JSON
					"shards":1,"session_start_limit":{"total":1000,"remaining":1,"max_concurrency":0}  | max_concurrency is 0
					"shards":1,"session_start_limit":{"total":1000,"remaining":1,"max_concurrency":-5} | max_concurrency is -5
					"shards":1,"session_start_limit":{"total":1000,"remaining":-1,"max_concurrency":1} | -1 of 1000
					"shards":1,"session_start_limit":{"total":-1,"remaining":1,"max_concurrency":1}    | 1 of -1
					"shards":1,"session_start_limit":{"total":9,"remaining":1,"max_concurrency":1,"reset_after":-1} | reset_after is -1
					"shards":1,"session_start_limit":{"total":9,"remaining":1,"max_concurrency":1,"reset_after":9223372036854775807} | reset_after
					""")
	@DisplayName("C53 numbers that cannot be are refused, and asked for again")
	void numbersThatCannotBeAreRepeated(String numbers, String problem) {
		assertThat(fetchAfter((response) -> response.sendString(Mono.just("{\"url\":\"wss://g\"," + numbers + "}")))
			.shards()).isEqualTo(7);
		assertThat(this.failures).singleElement(InstanceOfAssertFactories.STRING).contains(problem);
	}

	@Test
	@DisplayName("C53 missing limits and unknown fields are tolerated")
	void missingLimitsAndUnknownFieldsAreTolerated() {
		assertThat(fetchBody("{\"new\":{\"a\":[1]},\"url\":\"wss://gateway.discord.gg/\",\"shards\":1}"))
			.isEqualTo(new GatewayBot("wss://gateway.discord.gg/", 1, null));
		assertThat(fetchBody("{\"url\":\"wss://g\",\"shards\":100000,\"session_start_limit\":{}}").shards())
			.isEqualTo(100_000);
	}

}
