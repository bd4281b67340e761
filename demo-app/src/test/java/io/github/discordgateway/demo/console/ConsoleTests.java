package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The console's stream, and the trouble that it can cause.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "discord.gateway.simulator.shards=2", "discord.gateway.simulator.events-per-second=0",
				"discord.gateway.dispatch.max-pending=100", "discord.gateway.simulator.heartbeat-interval=4s",
				"demo.burst-size=10000" })
@ActiveProfiles("simulator")
@Timeout(180)
class ConsoleTests {

	private static final Duration LIMIT = Duration.ofSeconds(120);

	@LocalServerPort
	private int port;

	@Autowired
	private GatewaySimulator simulator;

	@Autowired
	private ConsoleController console;

	@Autowired
	private ConsoleSnapshots snapshots;

	@Autowired
	private RecoveryLog log;

	private WebTestClient client;

	@BeforeEach
	@Timeout(180)
	void waitForShards() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.responseTimeout(LIMIT)
			.build();
		snapshots().filter((snapshot) -> states(snapshot).equals(List.of("ready", "ready"))).blockFirst(LIMIT);
	}

	@Test
	void thePageMayLoadNothingButItsOwnFiles() {
		String page = this.client.get()
			.uri("/")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy).startsWith("default-src 'none'; script-src 'self';"))
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).doesNotContain("://", "style=", "onclick", "<style", "<script>");
		Matcher files = Pattern.compile("(?:src|href)=\"([^#\"]+)\"").matcher(page);
		assertThat(files.results().map((file) -> file.group(1)).distinct()).hasSizeGreaterThan(4)
			.allSatisfy((file) -> this.client.get().uri("/" + file).exchange().expectStatus().isOk());
	}

	@Test
	void aSnapshotShowsShardsAndEventsAndNothingSecret() {
		JsonNode snapshot = snapshots()
			.filter((shown) -> shown.at("/events/GUILD_CREATE").asInt(0) >= 4 && shown.at("/shards/1").has("lastEvent"))
			.blockFirst(LIMIT);
		assertThat(snapshot.at("/shards/0/id").asInt()).isZero();
		assertThat(snapshot.at("/shards/1/sessionSeconds").isNumber()).isTrue();
		assertThat(snapshot.at("/maxPending").asInt()).isEqualTo(100);
		assertThat(snapshot.at("/identify/total").asInt()).isEqualTo(1000);
		assertThat(snapshot.at("/identify/remaining").asInt()).isLessThan(1000);
		assertThat(snapshot.at("/trouble/burstSize").asInt()).isEqualTo(10_000);
		String session = await().ignoreExceptions().until(() -> this.simulator.connection(0).sessionId(), (id) -> true);
		assertThat(snapshot.toString()).doesNotContain(this.simulator.token(), session);
	}

	@Test
	void thePageThatIsOpenedShowsTheTimeBefore() {
		await().atMost(LIMIT).untilAsserted(() -> {
			JsonNode history = this.client.get()
				.uri("/api/history")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(JsonNode.class)
				.returnResult()
				.getResponseBody();
			assertThat(history.size()).isGreaterThan(1);
			assertThat(history.path(history.size() - 1).at("/events/GUILD_CREATE").asInt(0)).isGreaterThanOrEqualTo(4);
		});
	}

	@Test
	void theHistoryHasNoMoreThanTwoMinutes() {
		EventHistory history = new EventHistory(this.snapshots);
		for (int i = 0; i < 300; i++) {
			history.add(new EventHistory.Sample(Instant.ofEpochSecond(i), Map.of()));
		}
		assertThat(history.samples()).hasSize(EventHistory.SIZE);
		assertThat(history.samples().get(EventHistory.SIZE - 1).time()).isEqualTo(Instant.ofEpochSecond(299));
	}

	@Test
	void allThatTheSimulatorCanBeToldIsOnThePage() {
		this.client.get()
			.uri("/api/actions")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$[?(@.name == 'stall')].arguments.millis")
			.isEqualTo("3000");
		perform("latency", "{\"shard\":\"1\",\"shortest\":\"0\",\"longest\":\"1\"}").isOk()
			.expectBody()
			.jsonPath("$.text")
			.isEqualTo("Send everything later: shard 1, shortest 0, longest 1");
		perform("latency", "{\"shard\":\"7\"}").isEqualTo(409);
		perform("latency", "{\"shard\":\"x\"}").isBadRequest();
		perform("nonsense", "{}").isBadRequest();
		perform("undo", "{}").isOk();
		assertThat(this.log.after(0).map(LogEntry::text).any((text) -> text.startsWith("Send everything")).block(LIMIT))
			.isTrue();
	}

	private StatusAssertions perform(String action, String arguments) {
		return this.client.post()
			.uri("/api/actions/" + action)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(arguments)
			.exchange()
			.expectStatus();
	}

	@Test
	void whoConnectsAgainGetsTheLinesThatItMissed() {
		List<ServerSentEvent<String>> all = stream("0").filter(ConsoleTests::isLine).take(2).collectList().block(LIMIT);
		ServerSentEvent<String> next = stream(all.get(0).id()).filter(ConsoleTests::isLine).blockFirst(LIMIT);
		assertThat(next.id()).isEqualTo(all.get(1).id());
		assertThat(next.data()).isEqualTo(all.get(1).data());
	}

	@Test
	void streamsEndWhenTheyAreToldTo() {
		assertThat(stream("0").doOnNext((first) -> this.console.endStreams()).blockLast(LIMIT)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "DROP, RESUMED", "RECONNECT, RESUMED", "INVALID_SESSION_RESUMABLE, RESUMED", "INVALID_SESSION, LOST",
			"SILENCE, RESUMED" })
	void troubleIsRecoveredFrom(Trouble trouble, LogEntry.Kind outcome) {
		cause(0, trouble);
		List<LogEntry> lines = this.log.after(0)
			.filter((line) -> Integer.valueOf(0).equals(line.shard()))
			.skipUntil((line) -> line.text().equals(trouble.text()))
			.takeUntil((line) -> line.kind() == outcome)
			.collectList()
			.block(LIMIT);
		assertThat(lines).extracting(LogEntry::kind).startsWith(LogEntry.Kind.TROUBLE).endsWith(outcome);
		assertThat(lines).extracting(LogEntry::kind).contains(LogEntry.Kind.CLOSED);
	}

	@Test
	void aBurstWaitsForASlowListenerAndArrivesWhole() {
		slowListener(true);
		try {
			cause(1, Trouble.BURST);
			this.log.after(0).filter((line) -> line.kind() == LogEntry.Kind.PAUSED).blockFirst(LIMIT);
			this.client.post()
				.uri("/api/shards/1/trouble")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"action\": \"burst\"}")
				.exchange()
				.expectStatus()
				.isEqualTo(409);
		}
		finally {
			slowListener(false);
		}
		JsonNode after = snapshots()
			.filter((snapshot) -> snapshot.at("/trouble/bursts").isEmpty()
					&& snapshot.at("/shards/1/pending").asInt() == 0
					&& snapshot.at("/events/MESSAGE_CREATE").asInt() >= 10_000)
			.blockFirst(LIMIT);
		assertThat(after.at("/trouble/slowListener").asBoolean()).isFalse();
		this.log.after(0).filter((line) -> line.kind() == LogEntry.Kind.READING).blockFirst(LIMIT);
	}

	@ParameterizedTest
	@CsvSource({ "USER_LIMIT, user", "GLOBAL_LIMIT, global", "SHARED_LIMIT, shared" })
	void aLimitIsMetCountedAndWaitedOut(RequestTrouble trouble, String scope) {
		JsonNode before = requests().blockFirst(LIMIT);
		cause(trouble);
		JsonNode after = requests()
			.filter((requests) -> messages(requests).path("requests")
				.asInt() >= messages(before).path("requests").asInt() + 2)
			.blockFirst(LIMIT);
		assertThat(after.path(scope).asInt()).isEqualTo(before.path(scope).asInt() + 1);
		assertThat(after.path("repeated").asInt()).isEqualTo(before.path("repeated").asInt() + 1);
		assertThat(messages(after).path("lastStatus").asInt()).isEqualTo(200);
		assertThat(messages(after).path("longestWaitMillis").asInt()).isGreaterThan(2000);
	}

	@Test
	void messagesWaitForALimitThatIsKnownAndMeetNone() {
		JsonNode before = requests().blockFirst(LIMIT);
		cause(RequestTrouble.MESSAGES);
		requests().filter((requests) -> requests.path("waiting").asInt() > 0).blockFirst(LIMIT);
		JsonNode after = requests()
			.filter((requests) -> messages(requests).path("requests")
				.asInt() >= messages(before).path("requests").asInt() + 20)
			.blockFirst(LIMIT);
		assertThat(messages(after).path("limited")).isEqualTo(messages(before).path("limited"));
		assertThat(after.path("waiting").asInt()).isZero();
	}

	private Flux<JsonNode> requests() {
		return snapshots().map((snapshot) -> snapshot.path("requests"));
	}

	private static JsonNode messages(JsonNode requests) {
		return requests.path("routes")
			.valueStream()
			.filter((route) -> route.path("name").asString().equals("POST /channels/{id}/messages"))
			.findFirst()
			.orElseGet(() -> JsonMapper.shared().readTree("{\"requests\":0,\"limited\":0}"));
	}

	private void cause(RequestTrouble trouble) {
		this.client.post()
			.uri("/api/requests/trouble")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"action\": \"" + trouble.action() + "\"}")
			.exchange()
			.expectStatus()
			.isAccepted();
	}

	@Test
	void anUnknownShardIsAnsweredWithThoseThatExist() {
		this.client.post()
			.uri("/api/shards/2/trouble")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"action\": \"drop\"}")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no shard 2, only [0, 1]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/api/shards/0/trouble | {\"action\": \"explode\"} | 400", "/api/shards/0/trouble | {} | 400",
					"/api/shards/0/trouble | nonsense | 400", "/api/requests/trouble | {\"action\": \"drop\"} | 400",
					"/api/requests/trouble | {} | 400" })
	void aWrongActionIsRefused(String uri, String body, int status) {
		this.client.post()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	@Test
	void aWrongActionIsAnsweredWithThoseThatExist() {
		this.client.post()
			.uri("/api/shards/0/trouble")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"action\": \"explode\"}")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("The action must be one of [drop, reconnect, invalid-session-resumable, invalid-session, "
					+ "silence, burst], not explode");
	}

	/** Which is all that a form of another site can send. */
	@ParameterizedTest
	@CsvSource({ "/api/shards/0/trouble, drop", "/api/requests/trouble, messages" })
	void whatIsNotJsonIsRefused(String uri, String action) {
		this.client.post()
			.uri(uri)
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue("{\"action\": \"" + action + "\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(415);
	}

	private void cause(int shard, Trouble trouble) {
		// 409 as long as the shard recovers from the trouble before.
		await().atMost(LIMIT)
			.until(() -> this.client.post()
				.uri("/api/shards/{shard}/trouble", shard)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("{\"action\": \"" + trouble.action() + "\"}")
				.exchange()
				.returnResult(Void.class)
				.getStatus()
				.value() == 202);
	}

	private void slowListener(boolean slow) {
		this.client.post()
			.uri("/api/slow-listener")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"slow\": " + slow + "}")
			.exchange()
			.expectStatus()
			.isOk();
	}

	private Flux<JsonNode> snapshots() {
		return stream("0").filter((event) -> "snapshot".equals(event.event()))
			.map((event) -> JsonMapper.shared().readTree(event.data()));
	}

	private Flux<ServerSentEvent<String>> stream(String lastSeen) {
		return this.client.get()
			.uri("/api/stream")
			.header("Last-Event-ID", lastSeen)
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {
			})
			.getResponseBody();
	}

	private static boolean isLine(ServerSentEvent<String> event) {
		return "log".equals(event.event());
	}

	private static List<String> states(JsonNode snapshot) {
		return snapshot.at("/shards").valueStream().map((shard) -> shard.at("/state").asString()).toList();
	}

}
