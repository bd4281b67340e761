package io.github.discordgateway.internal.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.discordgateway.internal.rest.LimitingServer.Behaviour;
import io.github.discordgateway.rest.RequestNotSentException;
import io.github.discordgateway.rest.RestRateLimiter.Answer;
import io.github.discordgateway.rest.RestRateLimiter.Permit;
import io.github.discordgateway.rest.RestRateLimiter.Scope;
import io.github.discordgateway.rest.RestRoute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryRestRateLimiterTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final RestRoute MESSAGES = route("/channels/1/messages");

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final InMemoryRestRateLimiter limiter = new InMemoryRestRateLimiter(this.time, 50, 20_000);

	@AfterEach
	void stopTime() {
		this.time.dispose();
	}

	private static RestRoute route(String path) {
		return RestRoute.of(HttpMethod.POST, path, false);
	}

	private List<Permit> acquire(RestRoute route, int count) {
		List<Permit> permits = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			this.limiter.acquire(route).subscribe(permits::add);
		}
		return permits;
	}

	private static Answer answer(int limit, int remaining, double reset, Duration resetAfter) {
		return new Answer(200, "b", limit, remaining, reset, resetAfter, null, null, false);
	}

	private static Answer refusal(int status, @Nullable Duration retryAfter, @Nullable Scope scope) {
		return new Answer(status, null, -1, -1, Double.NaN, null, retryAfter, scope, false);
	}

	@Test
	void untilABucketIsKnownItsRequestsGoOneAtATimeAndThenAsManyAsRemain() {
		List<Permit> permits = acquire(MESSAGES, 20);
		assertThat(permits).hasSize(1);
		permits.get(0).answered(answer(5, 4, 1, Duration.ofSeconds(1)));
		assertThat(permits).hasSize(5);
		for (int i = 1; i < 5; i++) {
			permits.get(i).answered(answer(5, 4 - i, 1, Duration.ofSeconds(1)));
		}
		assertThat(permits).hasSize(5);
		this.time.advanceTimeBy(Duration.ofMillis(999));
		assertThat(permits).hasSize(5);
		this.time.advanceTimeBy(Duration.ofMillis(2));
		assertThat(permits).hasSize(10);
	}

	@Test
	void answersThatOvertakeEachOtherDoNotMakeMoreThanRemain() {
		List<Permit> permits = acquire(MESSAGES, 20);
		permits.get(0).answered(answer(5, 4, 1, Duration.ofSeconds(1)));
		permits.get(4).answered(answer(5, 0, 1, Duration.ofSeconds(1)));
		permits.get(1).answered(answer(5, 3, 1, Duration.ofSeconds(1)));
		permits.get(2).answered(answer(5, 2, 1, Duration.ofSeconds(1)));
		assertThat(permits).hasSize(5);
	}

	@Test
	void aRequestThatTheServerCountsInTheNextPeriodIsNotForgotten() {
		List<Permit> permits = acquire(MESSAGES, 20);
		permits.get(0).answered(answer(5, 4, 1, Duration.ofSeconds(1)));
		for (int i = 1; i < 4; i++) {
			permits.get(i).answered(answer(5, 4 - i, 1, Duration.ofSeconds(1)));
		}
		this.time.advanceTimeBy(Duration.ofMillis(1001));
		assertThat(permits).as("the limit less the one under way").hasSize(5 + 4);
	}

	@Test
	void theSameRouteOfAnotherResourceIsAnotherBucket() {
		List<Permit> permits = acquire(MESSAGES, 3);
		permits.get(0).answered(answer(1, 0, 1, Duration.ofSeconds(1)));
		List<Permit> others = acquire(route("/channels/2/messages"), 3);
		assertThat(permits).hasSize(1);
		assertThat(others).hasSize(1);
	}

	@Test
	void aRouteThatTurnsOutToShareABucketKeepsToWhatRemainsThere() {
		List<Permit> permits = acquire(MESSAGES, 1);
		RestRoute other = route("/channels/1/typing");
		List<Permit> others = acquire(other, 3);
		permits.get(0).answered(answer(3, 1, 1, Duration.ofSeconds(1)));
		others.get(0).answered(answer(3, 0, 1, Duration.ofSeconds(1)));
		assertThat(acquire(MESSAGES, 1)).isEmpty();
		assertThat(others).hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(1001));
		assertThat(others).hasSize(3);
	}

	@Test
	void theLimitForAllHoldsForEachSecondAndNotForInteractions() {
		List<Permit> permits = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			permits.addAll(acquire(route("/channels/" + i + "/messages"), 1));
		}
		assertThat(permits).hasSize(50);
		List<Permit> interactions = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			interactions.addAll(acquire(route("/interactions/" + i + "/token" + i + "/callback"), 1));
		}
		assertThat(interactions).hasSize(1000);
	}

	@Test
	void aTooManyRequestsHoldsBackWhatItsScopeSays() {
		List<Permit> permits = acquire(MESSAGES, 2);
		List<Permit> retried = new ArrayList<>();
		permits.get(0).again(refusal(429, Duration.ofMillis(1500), Scope.USER)).subscribe(retried::add);
		List<Permit> others = acquire(route("/channels/2/messages"), 2);
		assertThat(others).hasSize(1);
		others.get(0).again(refusal(429, Duration.ofSeconds(3), Scope.GLOBAL)).subscribe();
		this.time.advanceTimeBy(Duration.ofMillis(2999));
		assertThat(retried).isEmpty();
		assertThat(acquire(route("/interactions/1/t/callback"), 1)).as("not bound by the limit for all").hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(retried).as("goes before the one that came later").hasSize(1);
		assertThat(permits).hasSize(1);
	}

	@Test
	void aRequestThatIsToBeSentAgainIsNotOnceTheTokenIsRefused() {
		Permit limited = acquire(MESSAGES, 1).get(0);
		acquire(route("/channels/2/messages"), 1).get(0)
			.answered(new Answer(401, null, -1, -1, Double.NaN, null, null, null, true));
		StepVerifier.create(limited.again(refusal(429, Duration.ofSeconds(1), Scope.USER)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(RequestNotSentException.class,
					(refused) -> assertThat(refused.reason()).isEqualTo(RequestNotSentException.Reason.TOKEN_REFUSED)))
			.verify(PATIENCE);
		assertThat(this.limiter.waiting()).isZero();
	}

	@Test
	void aTooManyRequestsWithoutNumbersIsABanForAMinute() {
		acquire(MESSAGES, 1).get(0).answered(refusal(429, null, null));
		List<Permit> permits = acquire(route("/interactions/1/t/callback"), 1);
		this.time.advanceTimeBy(Duration.ofSeconds(59));
		assertThat(permits).isEmpty();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(permits).hasSize(1);
	}

	@Test
	void afterTheTokenWasRefusedNothingIsSentButWhatHasATokenOfItsOwn() {
		List<Permit> first = acquire(MESSAGES, 1);
		List<Throwable> failures = new ArrayList<>();
		this.limiter.acquire(MESSAGES).subscribe((permit) -> {
		}, failures::add);
		first.get(0).answered(new Answer(401, null, -1, -1, Double.NaN, null, null, null, true));
		this.limiter.acquire(MESSAGES).subscribe((permit) -> {
		}, failures::add);
		assertThat(failures).hasSize(2)
			.allSatisfy((failure) -> assertThat(failure).isInstanceOfSatisfying(RequestNotSentException.class,
					(refusal) -> assertThat(refusal.reason()).isEqualTo(RequestNotSentException.Reason.TOKEN_REFUSED)));
		assertThat(acquire(route("/webhooks/1/token"), 1)).hasSize(1);
		assertThat(this.limiter.waiting()).isZero();
	}

	@Test
	void whoCancelsWhileWaitingCostsNothing() {
		List<Permit> permits = acquire(MESSAGES, 1);
		List<Disposable> waiting = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			waiting.add(this.limiter.acquire(MESSAGES).subscribe());
		}
		assertThat(this.limiter.waiting()).isEqualTo(100);
		waiting.forEach(Disposable::dispose);
		assertThat(this.limiter.waiting()).isZero();
		permits.get(0).answered(answer(5, 4, 1, Duration.ofSeconds(1)));
		assertThat(acquire(MESSAGES, 10)).hasSize(4);
	}

	@Test
	void aPermitThatIsNotUsedGoesToTheNext() {
		List<Permit> permits = acquire(MESSAGES, 2);
		permits.get(0).unused();
		assertThat(permits).hasSize(2);
		permits.get(0).unanswered();
		assertThat(acquire(MESSAGES, 1)).as("a permit counts once").isEmpty();
	}

	@Test
	void moreThanThereIsRoomForIsRefusedAndSaysSo() {
		InMemoryRestRateLimiter small = new InMemoryRestRateLimiter(this.time, 50, 3);
		List<Throwable> failures = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			small.acquire(MESSAGES).subscribe((permit) -> {
			}, failures::add);
		}
		assertThat(failures).singleElement()
			.asString()
			.contains("POST /channels/{id}/messages", "3 requests wait", "discord.gateway.rest.max-queued");
	}

	@Test
	void bucketsThatNobodyUsesAreForgottenWhenThereAreMany() {
		InMemoryRestRateLimiter small = new InMemoryRestRateLimiter(this.time,
				new RequestLimits.Settings(1_000_000, 10_000, 100, 20));
		for (int i = 0; i < 1000; i++) {
			small.acquire(route("/channels/" + i + "/messages"))
				.subscribe((permit) -> permit.answered(answer(5, 4, 1, Duration.ofSeconds(1))));
		}
		assertThat(small.size()).isEqualTo(20);
	}

	@Test
	void invalidRequestsAreSpacedOutLongBeforeDiscordBansTheAddress() {
		InMemoryRestRateLimiter careful = new InMemoryRestRateLimiter(this.time,
				new RequestLimits.Settings(1_000_000, 100, 10_000, 100));
		List<Long> sent = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			careful.acquire(route("/channels/" + i + "/messages")).subscribe((permit) -> {
				sent.add(this.time.now(TimeUnit.SECONDS));
				permit.answered(refusal(403, null, null));
			});
		}
		assertThat(sent).as("at once").hasSize(50);
		assertThat(careful.invalidRequestsLeft()).isEqualTo(50);
		this.time.advanceTimeBy(Duration.ofHours(1));
		for (long start = 0; start < 3600; start++) {
			long from = start;
			assertThat(sent.stream().filter((second) -> second >= from && second < from + 600).count())
				.isLessThanOrEqualTo(90);
		}
		assertThat(sent).as("it goes on").hasSizeGreaterThan(200);
	}

	@Test
	void tenThousandMessagesOverManyChannelsNeverMeetALimitAndAreAboutAsFastAsPossible() {
		LimitingServer server = new LimitingServer(this.time, new Random(1), Behaviour.EXACT);
		server.quota(MESSAGES, "b", 5, Duration.ofSeconds(5));
		Set<Integer> done = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			int number = i;
			call(server, route("/channels/" + i % 500 + "/messages")).subscribe((status) -> done.add(number));
		}
		double fastest = 10_000 / 50.0;
		this.time.advanceTimeBy(Duration.ofMillis((long) (fastest * 1050)));
		assertThat(done).hasSize(10_000);
		assertThat(server.refused()).isZero();
	}

	/** Sends until there is an answer that is none about limits. */
	private Mono<Integer> call(LimitingServer server, RestRoute route) {
		return this.limiter.acquire(route).flatMap((permit) -> attempt(server, route, permit));
	}

	private Mono<Integer> attempt(LimitingServer server, RestRoute route, Permit permit) {
		return server.exchange(route)
			.timeout(PATIENCE, this.time)
			.doOnError((lost) -> permit.unanswered())
			.doOnCancel(permit::unanswered)
			.flatMap((answer) -> {
				if (answer.status() == 429) {
					return permit.again(answer).flatMap((next) -> attempt(server, route, next));
				}
				permit.answered(answer);
				return Mono.just(answer.status());
			});
	}

	/** A hundred servers in each. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 100, 200, 300, 400, 500, 600, 700, 800, 900 })
	void whateverAServerIsLikeNoLimitIsMetThatWasKnownAndNoCallIsLostOrStarves(int seeds) {
		for (int seed = seeds; seed < seeds + 100; seed++) {
			play(seed);
		}
	}

	private static void play(int seed) {
		InMemoryRestRateLimiterTests test = new InMemoryRestRateLimiterTests();
		try {
			test.playServer(seed);
		}
		finally {
			test.stopTime();
		}
	}

	private void playServer(int seed) {
		Random random = new Random(seed);
		Behaviour behaviour = Behaviour.random(random);
		LimitingServer server = new LimitingServer(this.time, random, behaviour);
		InMemoryRestRateLimiter limiter = new InMemoryRestRateLimiter(this.time, behaviour.requestsPerSecond(), 20_000);
		int routes = 1 + random.nextInt(6);
		for (int i = 0; i < routes; i++) {
			if (random.nextInt(6) != 0) {
				int bucket = random.nextInt(routes);
				Random quota = new Random(seed * 31L + bucket);
				server.quota(route(path(i, 1)), "b" + bucket, 1 + quota.nextInt(10),
						Duration.ofMillis(250 + quota.nextInt(40) * 250));
			}
		}
		int resources = 1 + random.nextInt(10);
		Map<String, Integer> lastOf = new HashMap<>();
		List<Integer> ended = new ArrayList<>();
		List<String> disorder = new ArrayList<>();
		int calls = 100;
		for (int i = 0; i < calls; i++) {
			int number = i;
			RestRoute route = route(path(random.nextInt(routes), random.nextInt(resources)));
			boolean impatient = random.nextInt(20) == 0;
			Duration patience = impatient ? Duration.ofMillis(random.nextInt(3000)) : Duration.ofHours(1);
			Duration start = Duration.ofMillis(random.nextInt(3) * random.nextInt(5000));
			Mono.delay(start, this.time)
				.flatMap((tick) -> limiter.acquire(route))
				.doOnNext((permit) -> disorder(number, start, route, lastOf, disorder))
				.flatMap((permit) -> attempt(server, route, permit))
				.timeout(patience, this.time)
				.onErrorReturn(TimeoutException.class, 0)
				.subscribe((status) -> ended.add(number));
		}
		this.time.advanceTimeBy(Duration.ofMinutes(30));
		assertThat(server.avoidable()).as("seed %s, %s", seed, behaviour).isEmpty();
		assertThat(ended).as("seed %s, %s", seed, behaviour).hasSize(calls).doesNotHaveDuplicates();
		assertThat(limiter.waiting()).as("seed %s, %s", seed, behaviour).isZero();
		assertThat(disorder).as("seed %s, %s", seed, behaviour).isEmpty();
		assertThat(server.received()).isGreaterThan(calls / 2);
	}

	private static String path(int route, int resource) {
		return "/channels/" + resource + "/r" + "abcdefgh".charAt(route);
	}

	/** The requests of a route and resource go in the order in which they came. */
	private static void disorder(int number, Duration start, RestRoute route, Map<String, Integer> lastOf,
			List<String> disorder) {
		int place = (int) start.toMillis() * 1000 + number;
		Integer last = lastOf.put(route + route.resource(), place);
		if (last != null && last > place) {
			disorder.add(route + " " + last + " before " + place);
		}
	}

}
