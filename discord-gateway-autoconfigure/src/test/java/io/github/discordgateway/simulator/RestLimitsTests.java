package io.github.discordgateway.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RestLimits}, and for how the simulator tells of them.
 */
class RestLimitsTests {

	private static final String CREATE = "POST /channels/{id}/messages";

	private final AtomicLong now = new AtomicLong(5);

	private final RestLimits limits = new RestLimits(new RestLimits.Rule(2, Duration.ofSeconds(1), null), 3, Map.of(),
			this.now::get);

	private boolean refused(String route, String resource, boolean global) {
		return this.limits.count(route, resource, global).refusal() != null;
	}

	@Test
	void aBucketLetsAsManyThroughAsItSaysAndIsFullAgainWhenItsPeriodIsOver() {
		assertThat(this.limits.count(CREATE, "channels/1", false).headers()).containsEntry("X-RateLimit-Limit", "2")
			.containsEntry("X-RateLimit-Remaining", "1")
			.containsEntry("X-RateLimit-Reset-After", "1.000");
		assertThat(this.limits.count(CREATE, "channels/1", false).headers()).containsEntry("X-RateLimit-Remaining",
				"0");
		this.now.addAndGet(Duration.ofSeconds(1).toNanos() - 1);
		RestLimits.Decision exceeded = this.limits.count(CREATE, "channels/1", false);
		assertThat(exceeded.headers()).containsEntry("Retry-After", "0.001").containsEntry("X-RateLimit-Scope", "user");
		assertThat(exceeded.refusal()).isNotNull();
		this.now.incrementAndGet();
		assertThat(refused(CREATE, "channels/1", false)).isFalse();
	}

	@Test
	void eachChannelAndEachRouteCountsByItself() {
		for (int i = 0; i < 2; i++) {
			assertThat(refused(CREATE, "channels/1", false)).isFalse();
			assertThat(refused(CREATE, "channels/2", false)).isFalse();
			assertThat(refused("GET /channels/{id}", "channels/1", false)).isFalse();
		}
		assertThat(refused(CREATE, "channels/1", false)).isTrue();
	}

	@Test
	void allRequestsTogetherAreLimitedButNotThoseOfInteractions() {
		for (int i = 0; i < 3; i++) {
			assertThat(refused(CREATE, "channels/" + i, true)).isFalse();
		}
		RestLimits.Decision exceeded = this.limits.count(CREATE, "channels/9", true);
		assertThat(exceeded.headers()).containsEntry("X-RateLimit-Scope", "global")
			.containsEntry("X-RateLimit-Global", "true");
		assertThat(refused("POST /interactions/{id}/{token}/callback", "interactions/1/a", false)).isFalse();
		this.now.addAndGet(Duration.ofSeconds(1).toNanos());
		assertThat(refused(CREATE, "channels/9", true)).isFalse();
	}

	@Test
	void routesThatShareABucketAreCountedTogether() {
		try (GatewaySimulator simulator = GatewaySimulator.builder().guildsPerShard(0).build()) {
			simulator.start();
			RestClient rest = new RestClient(simulator);
			simulator.rest().limit(2, Duration.ofHours(1), "GET /users/@me", "GET /applications/@me");
			RestClient.Answer first = rest.get("/users/@me");
			RestClient.Answer second = rest.get("/applications/@me");
			assertThat(first.header("X-RateLimit-Bucket")).isNotEmpty().isEqualTo(second.header("X-RateLimit-Bucket"));
			assertThat(second.header("X-RateLimit-Remaining")).isEqualTo("0");
			RestClient.Answer refused = rest.get("/users/@me");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body().path("global").booleanValue()).isFalse();
			assertThat(refused.body().path("retry_after").doubleValue()).isBetween(3000.0, 3600.0);
			assertThat(rest.get("/gateway/bot").status()).isEqualTo(200);
			simulator.rest().limit(0, Duration.ofSeconds(1), "GET /users/@me");
			assertThat(rest.get("/users/@me").headers().map()).doesNotContainKey("X-RateLimit-Limit");
		}
	}

	@Test
	void whatWasRequestedIsThereWithItsBody() {
		try (GatewaySimulator simulator = GatewaySimulator.builder().guildsPerShard(0).build()) {
			simulator.start();
			simulator.rest().failNext(1, 500);
			assertThat(new RestClient(simulator).post("/channels/1/messages", "{\"content\": \"x\"}").status())
				.isEqualTo(500);
			ReceivedRequest request = simulator.rest().requests().get(0);
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.body()).isEqualTo("{\"content\": \"x\"}");
		}
	}

}
