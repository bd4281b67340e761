package io.github.discordgateway.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.session.StartHistory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BudgetedIdentifyQueue} over a pacer that does what the test says.
 */
@ExtendWith(OutputCaptureExtension.class)
class BudgetedIdentifyQueueTests {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final ControlledPacer pacer = new ControlledPacer();

	private StartHistory history = StartHistory.ofThisProcess();

	private BudgetedIdentifyQueue queue = queue();

	private final Map<Integer, IdentifyPermit> granted = new LinkedHashMap<>();

	private final Map<Integer, Throwable> failed = new LinkedHashMap<>();

	private BudgetedIdentifyQueue queue() {
		return new BudgetedIdentifyQueue(this.pacer, this.time, IdentifyReserve.NONE, this.history, Mono::empty,
				() -> this.time.now(TimeUnit.NANOSECONDS),
				() -> Instant.ofEpochMilli(this.time.now(TimeUnit.MILLISECONDS)));
	}

	private Disposable acquire(int shard) {
		return this.queue.acquire(new ShardId(shard, 16))
			.subscribe((permit) -> this.granted.put(shard, permit), (ex) -> this.failed.put(shard, ex));
	}

	private void limit(int remaining) {
		this.queue.update(new SessionStartLimit(1000, remaining, DAY, 3));
	}

	@Test
	@DisplayName("C52 nobody occupies the pacer who has to wait for the budget")
	void waitsForTheBudgetBeforeThePacer() {
		limit(2);
		IntStream.of(7, 2, 5).forEach(this::acquire);
		assertThat(this.pacer.waiting).containsOnlyKeys(7, 2);
		limit(3);
		assertThat(this.pacer.waiting).containsOnlyKeys(7, 2, 5);
		assertThat(this.queue.budget().waiting()).isEqualTo(3);
		assertThat(this.pacer.maxConcurrency).isEqualTo(3);
	}

	@Test
	@DisplayName("C52 fresh figures that are worse call back who waits in the pacer, the last shards first")
	void worseFiguresCallBack() {
		limit(4);
		IntStream.range(0, 4).forEach(this::acquire);
		limit(1);
		assertThat(this.pacer.waiting).containsOnlyKeys(0);
		assertThat(this.queue.budget().waiting()).isEqualTo(4);
		this.pacer.grant(0);
		this.granted.get(0).spent();
		limit(10);
		assertThat(this.pacer.waiting).containsOnlyKeys(1, 2, 3);
		this.pacer.grant(3);
		assertThat(this.granted).containsOnlyKeys(0, 3);
	}

	@Test
	@DisplayName("C59 an error of the pacer reaches who waits, and costs nothing")
	void anErrorOfThePacerIsTold() {
		limit(1);
		acquire(0);
		acquire(1);
		this.pacer.waiting.get(0).tryEmitError(new IllegalStateException("out of reach"));
		assertThat(this.failed.get(0)).hasMessage("out of reach");
		this.pacer.grant(1);
		assertThat(this.granted).containsOnlyKeys(1);
		assertThat(this.queue.budget().waiting()).isZero();
	}

	@Test
	@DisplayName("C59 a pacer that ends without a permit, throws or returns nothing is an error to who waits")
	void aPacerThatGivesNothingIsAnError() {
		acquire(0);
		this.pacer.waiting.get(0).tryEmitEmpty();
		assertThat(this.failed.get(0)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("without a permit for shard 0/16");
		this.pacer.failure = new IllegalStateException("thrown");
		acquire(1);
		assertThat(this.failed.get(1)).hasMessage("thrown");
		this.pacer.failure = null;
		this.pacer.nothing = true;
		acquire(2);
		assertThat(this.failed.get(2)).isInstanceOf(NullPointerException.class);
		assertThat(this.queue.budget().waiting()).isZero();
		assertThat(this.queue.budget().remaining()).isEqualTo(1000);
	}

	@Test
	@DisplayName("C59 a pacer that throws when it is told something costs neither the figures nor the turn of others")
	void aPacerThatThrowsOnTheSide(CapturedOutput output) {
		this.pacer.failure = new IllegalStateException("out of reach");
		limit(7);
		assertThat(output).contains("The pacer goes on with another number of buckets than 3");
		assertThat(this.queue.budget().remaining()).isEqualTo(7);
		this.pacer.failure = null;
		acquire(0);
		this.pacer.grant(0);
		this.pacer.failure = new IllegalStateException("out of reach");
		assertThatIllegalStateException().isThrownBy(this.granted.get(0)::spent);
		assertThat(this.queue.budget().remaining()).isEqualTo(6);
		assertThat(this.history.loadStarts().block(PATIENCE)).hasSize(1);
	}

	@Test
	@DisplayName("C51 who leaves, leaves the pacer, too, and a turn that comes too late is given back")
	void whoLeavesLeavesThePacer() {
		limit(1);
		Disposable first = acquire(0);
		acquire(1);
		first.dispose();
		assertThat(this.pacer.waiting).containsOnlyKeys(1);
		this.pacer.grant(1);
		assertThat(this.granted).containsOnlyKeys(1);
	}

	@Test
	@DisplayName("C52 each permit is settled with the pacer once")
	void permitsAreSettledWithThePacer() {
		limit(10);
		acquire(0);
		acquire(1);
		this.pacer.grant(0);
		this.pacer.grant(1);
		this.granted.get(0).spent();
		this.granted.get(0).giveBack();
		this.granted.get(1).giveBack();
		this.granted.get(1).spent();
		assertThat(this.pacer.spent).containsExactly(0);
		assertThat(this.pacer.givenBack).containsExactly(1);
		assertThat(this.queue.budget().remaining()).isEqualTo(9);
	}

	@Test
	@DisplayName("C52 a thousand shards that give back what they get do not pile up on the stack")
	void manyThatGiveBack() {
		InMemoryIdentifyQueue fast = new InMemoryIdentifyQueue(this.time, Duration.ZERO);
		fast.update(new SessionStartLimit(1000, 1, DAY, 1));
		List<IdentifyPermit> held = new ArrayList<>();
		fast.acquire(new ShardId(0, 20_000)).subscribe(held::add);
		List<Integer> order = new ArrayList<>();
		for (int i = 1; i < 20_000; i++) {
			int id = i;
			fast.acquire(new ShardId(id, 20_000)).subscribe((permit) -> {
				order.add(id);
				permit.giveBack();
			});
		}
		assertThat(order).isEmpty();
		held.get(0).giveBack();
		assertThat(order).hasSize(19_999).isSorted();
		assertThat(fast.budget().waiting()).isZero();
	}

	@Test
	@DisplayName("C59 who waits when the queue is closed gets an error, and so does who comes later")
	void nobodyWaitsForAClosedQueue() {
		limit(1);
		acquire(0);
		acquire(1);
		this.queue.close();
		acquire(2);
		assertThat(this.failed).containsOnlyKeys(0, 1, 2)
			.allSatisfy((shard, ex) -> assertThat(ex).hasMessageContaining("closed"));
		assertThat(this.pacer.waiting).isEmpty();
		this.queue.close();
	}

	@Test
	@DisplayName("C59 a pacer that is closed says so to who waits and who comes later")
	void nobodyWaitsForAClosedPacer() {
		InMemoryIdentifyPacer closed = new InMemoryIdentifyPacer(this.time, Duration.ofSeconds(5),
				() -> this.time.now(TimeUnit.NANOSECONDS));
		List<IdentifyPermit> permits = new ArrayList<>();
		closed.acquire(new ShardId(0, 2)).subscribe(permits::add);
		StepVerifier waiting = StepVerifier.create(closed.acquire(new ShardId(1, 2)))
			.expectErrorMessage("Nobody identifies any more: the pacer is closed")
			.verifyLater();
		closed.close();
		waiting.verify(PATIENCE);
		StepVerifier.create(closed.acquire(new ShardId(0, 2))).expectError().verify(PATIENCE);
		permits.get(0).spent();
		closed.close();
	}

	@Test
	@DisplayName("C53 numbers that cannot be are brought into reason")
	void impossibleNumbers() {
		SessionStartLimit odd = new SessionStartLimit(-5, -7, Duration.ofSeconds(Long.MAX_VALUE), -3);
		assertThat(odd).isEqualTo(new SessionStartLimit(0, 0, DAY, 1));
		this.queue.update(odd);
		acquire(0);
		assertThat(this.queue.budget().resetIn()).isEqualTo(DAY);
		this.time.advanceTimeBy(DAY.multipliedBy(3));
		assertThat(this.pacer.waiting).isEmpty();
		this.queue
			.update(new SessionStartLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofSeconds(Long.MIN_VALUE), 1));
		assertThat(this.pacer.waiting).containsOnlyKeys(0);
	}

	@Test
	@DisplayName("C52 shards of totals that are long gone do not count for a low budget")
	void forgetsTheShardsOfEarlierTotals() {
		KnownShards known = new KnownShards();
		for (int total = 1; total <= 1000; total++) {
			known.add(new ShardId(0, total));
			known.add(new ShardId(total - 1, total));
		}
		assertThat(known.count()).isEqualTo(4);
	}

	@Test
	@DisplayName("C52 a history that is silent, fails, or says nothing holds nobody up for longer than 5 s")
	void aHistoryThatDoesNotAnswer(CapturedOutput output) {
		this.history = new BrokenHistory(Mono.never());
		this.queue = queue();
		acquire(0);
		this.time.advanceTimeBy(StartBrake.TIMEOUT.minusMillis(1));
		assertThat(this.pacer.waiting).isEmpty();
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.pacer.waiting).containsOnlyKeys(0);
		assertThat(output).contains("It is not known how often the bot was started lately")
			.contains("did not answer within 5 s");
		this.pacer.grant(0);
		this.granted.get(0).spent();
		this.time.advanceTimeBy(StartBrake.TIMEOUT);
		assertThat(output).contains("The next process will not know that the bot was started");

		this.history = new BrokenHistory(Mono.error(new IllegalStateException("no such table")));
		this.queue = queue();
		acquire(1);
		assertThat(this.pacer.waiting).containsOnlyKeys(1);
		this.pacer.grant(1);
		this.granted.get(1).spent();
		assertThat(output).contains("no such table");
		this.queue.close();
		assertThat(output).contains("The next process will take this stop for a crash");

		this.history = new BrokenHistory(Mono.empty());
		this.queue = queue();
		acquire(2);
		assertThat(this.pacer.waiting).containsOnlyKeys(2);
		this.history = new BrokenHistory(null);
		this.queue = queue();
		acquire(3);
		assertThat(this.pacer.waiting).containsOnlyKeys(2, 3);
		this.history = new BrokenHistory(Mono.just(Collections.nCopies(4, null)));
		this.queue = queue();
		acquire(4);
		assertThat(this.pacer.waiting).containsOnlyKeys(2, 3, 4);
	}

	@Test
	@DisplayName("C36 a history that hangs holds a stop up for 2 s at most")
	void aHistoryThatHangsDoesNotHoldAStopUp(CapturedOutput output) {
		StartHistory remembered = StartHistory.ofThisProcess();
		this.history = new BrokenHistory(Mono.never()) {

			@Override
			public Mono<List<Instant>> loadStarts() {
				return remembered.loadStarts();
			}

			@Override
			public Mono<Void> addStart(Instant start) {
				return remembered.addStart(start);
			}

		};
		this.queue = queue();
		acquire(0);
		this.pacer.grant(0);
		this.granted.get(0).spent();
		this.queue.close();
		assertThat(output).contains("The next process may take this stop for a crash");
		assertThat(remembered.loadStarts().block(PATIENCE)).hasSize(1);
	}

	private static class BrokenHistory implements StartHistory {

		private final Mono<?> answer;

		BrokenHistory(Mono<?> answer) {
			this.answer = answer;
		}

		@Override
		@SuppressWarnings("unchecked")
		public Mono<List<Instant>> loadStarts() {
			return (Mono<List<Instant>>) this.answer;
		}

		@Override
		@SuppressWarnings("unchecked")
		public Mono<Void> addStart(Instant start) {
			return (Mono<Void>) this.answer;
		}

		@Override
		@SuppressWarnings("unchecked")
		public Mono<Void> removeStart(Instant start) {
			return (Mono<Void>) this.answer;
		}

		@Override
		public String describeStarts() {
			return "nowhere";
		}

	}

	private static final class ControlledPacer implements IdentifyPacer {

		private final Map<Integer, Sinks.One<IdentifyPermit>> waiting = new LinkedHashMap<>();

		private final List<Integer> spent = new ArrayList<>();

		private final List<Integer> givenBack = new ArrayList<>();

		private int maxConcurrency;

		private RuntimeException failure;

		private boolean nothing;

		@Override
		public Mono<IdentifyPermit> acquire(ShardId shard) {
			throwFailure();
			if (this.nothing) {
				return null;
			}
			return Mono.defer(() -> {
				Sinks.One<IdentifyPermit> sink = Sinks.one();
				this.waiting.put(shard.number(), sink);
				return sink.asMono().doOnCancel(() -> this.waiting.remove(shard.number(), sink));
			});
		}

		@Override
		public void setMaxConcurrency(int maxConcurrency) {
			throwFailure();
			this.maxConcurrency = maxConcurrency;
		}

		private void throwFailure() {
			if (this.failure != null) {
				throw this.failure;
			}
		}

		private void grant(int shard) {
			this.waiting.remove(shard).tryEmitValue(new IdentifyPermit() {

				@Override
				public void spent() {
					throwFailure();
					ControlledPacer.this.spent.add(shard);
				}

				@Override
				public void giveBack() {
					ControlledPacer.this.givenBack.add(shard);
				}

			});
		}

	}

}
