package io.github.discordgateway.internal.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import io.github.discordgateway.Thoroughness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventTracker}.
 */
class EventTrackerTests {

	private static final int STEPS = Thoroughness.of(5_000, 20_000);

	private final EventTracker tracker = new EventTracker();

	@BeforeEach
	void beginAtOne() {
		this.tracker.restart(1);
	}

	@Test
	@DisplayName("C15 The acknowledged sequence is the highest below which everything is handled")
	void acknowledgesTheLowWaterMark() {
		UnhandledEvent second = this.tracker.receive(2);
		UnhandledEvent third = this.tracker.receive(3);
		UnhandledEvent seventh = this.tracker.receive(7);
		assertThat(this.tracker.handledUpTo()).isEqualTo(1);
		third.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(1);
		second.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(3);
		seventh.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(7);
	}

	@Test
	@DisplayName("D24 Of a partition, which begins at 0 or anywhere and may have gaps, the tracker says what to commit")
	void tracksOffsets() {
		this.tracker.restart(EventTracker.NO_SEQUENCE);
		UnhandledEvent zero = this.tracker.receive(0);
		UnhandledEvent five = this.tracker.receive(5);
		assertThat(this.tracker.handledUpTo()).isEqualTo(EventTracker.NO_SEQUENCE);
		five.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(EventTracker.NO_SEQUENCE);
		zero.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(5);
		this.tracker.restart(999);
		this.tracker.receive(1000);
		assertThat(this.tracker.handledUpTo()).isEqualTo(999);
	}

	@Test
	@DisplayName("C15 An event that needs no handling is acknowledged with those before it")
	void eventsWithoutHandlingFollow() {
		UnhandledEvent second = this.tracker.receive(2);
		this.tracker.receiveOwn(3);
		assertThat(this.tracker.handledUpTo()).isEqualTo(1);
		second.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(3);
	}

	@Test
	void anEventThatIsHandledTwiceCountsOnce() {
		UnhandledEvent second = this.tracker.receive(2);
		this.tracker.receive(3);
		second.run();
		second.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(2);
	}

	@Test
	void anEventWithoutASequenceHoldsUpNothing() {
		this.tracker.receive(-1);
		this.tracker.receive(2).run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(longs = { 2, 3 })
	void nothingOpenIsAcknowledgedWhenSequencesRepeatOrComeLate(long odd) {
		this.tracker.receive(2).run();
		this.tracker.receive(3).run();
		UnhandledEvent late = this.tracker.receive(odd);
		UnhandledEvent fourth = this.tracker.receive(4);
		assertThat(this.tracker.handledUpTo()).isLessThan(odd);
		late.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(3);
		fourth.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(4);
	}

	@Test
	@DisplayName("C58 An event that nobody got is as if it had not come")
	void anEventIsTakenBack() {
		this.tracker.receive(2).run();
		UnhandledEvent failed = this.tracker.receive(3);
		this.tracker.takeBack(failed);
		assertThat(this.tracker.handledUpTo()).isEqualTo(2);
		this.tracker.receive(3).run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(3);
	}

	@Test
	void whatIsOpenIsForgottenWithItsSession() {
		UnhandledEvent old = this.tracker.receive(2);
		this.tracker.restart(40);
		assertThat(this.tracker.handledUpTo()).isEqualTo(40);
		this.tracker.receive(41);
		old.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(40);
	}

	@Test
	void anEventThatTakesForEverDoesNotKeepWhatCameLater() {
		UnhandledEvent stuck = this.tracker.receive(2);
		UnhandledEvent slow = null;
		for (long sequence = 3; sequence < 100_000; sequence++) {
			// Every second one is open while the next comes, so that none goes by the
			// end.
			UnhandledEvent event = this.tracker.receive(sequence);
			if (slow != null) {
				slow.run();
			}
			slow = event;
		}
		assertThat(this.tracker.open()).isLessThan(5000);
		assertThat(this.tracker.handledUpTo()).isEqualTo(1);
		stuck.run();
		assertThat(this.tracker.handledUpTo()).isEqualTo(99_998);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	@DisplayName("C15 In whatever order events come and are handled, none that is open is acknowledged")
	void agreesWithASimpleModel(long seed) {
		Random random = new Random(seed);
		EventTracker tracked = new EventTracker();
		tracked.restart(0);
		List<UnhandledEvent> events = new ArrayList<>();
		List<Long> sequences = new ArrayList<>();
		TreeSet<Integer> open = new TreeSet<>();
		long next = 0;
		boolean odd = seed % 2 == 0;
		for (int step = 0; step < STEPS; step++) {
			if (open.isEmpty() || (random.nextInt(100) < 50 && open.size() < 2000)) {
				next += 1 + random.nextInt(3);
				long sequence = (odd && random.nextInt(50) == 0) ? Math.max(next - random.nextInt(20), 0) : next;
				open.add(events.size());
				sequences.add(sequence);
				events.add(tracked.receive(sequence));
			}
			else {
				Integer any = open.ceiling(random.nextInt(events.size()));
				int handled = (any != null) ? any : open.first();
				open.remove(handled);
				events.get(handled).run();
			}
			long lowestOpen = open.stream().mapToLong(sequences::get).min().orElse(Long.MAX_VALUE);
			assertThat(tracked.handledUpTo()).as("step %d", step).isLessThan(lowestOpen);
			if (open.isEmpty()) {
				assertThat(tracked.handledUpTo())
					.isEqualTo(sequences.stream().mapToLong(Long::longValue).max().orElse(0));
			}
			else if (!odd) {
				long highestBelow = sequences.stream()
					.mapToLong(Long::longValue)
					.filter((s) -> s < lowestOpen)
					.max()
					.orElse(0);
				assertThat(tracked.handledUpTo()).isEqualTo(highestBelow);
			}
		}
	}

}
