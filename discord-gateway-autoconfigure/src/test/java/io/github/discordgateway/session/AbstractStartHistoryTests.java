package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link StartHistory} promises.
 */
abstract class AbstractStartHistoryTests {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	static final Instant NOW = Instant.parse("2026-11-21T10:00:00.250Z");

	static final Duration HOUR = Duration.ofHours(1);

	/** The history under test, empty before each test. */
	abstract StartHistory history();

	void add(Instant start) {
		history().addStart(start).block(PATIENCE);
	}

	List<Instant> starts() {
		return history().loadStarts().block(PATIENCE);
	}

	@Test
	void hasNoStartsAtFirst() {
		assertThat(starts()).isEmpty();
	}

	@Test
	void keepsStarts() {
		add(NOW);
		add(NOW.plusSeconds(60));
		assertThat(starts()).containsExactly(NOW, NOW.plusSeconds(60));
	}

	@Test
	@DisplayName("C75 a start that ended in good order is forgotten, and no other")
	void forgetsAStart() {
		add(NOW);
		add(NOW.plusNanos(1));
		add(NOW.plusSeconds(60));
		history().removeStart(NOW.plusNanos(1)).block(PATIENCE);
		assertThat(starts()).containsExactly(NOW, NOW.plusSeconds(60));
		history().removeStart(NOW.plusNanos(1)).as(StepVerifier::create).expectComplete().verify(PATIENCE);
		assertThat(starts()).hasSize(2);
	}

	@Test
	void mayForgetWhatIsOlderThanADayAndKeepsTheLatestHundred() {
		add(NOW.minus(StartHistory.MAX_AGE).minusSeconds(1));
		add(NOW.minus(HOUR));
		for (int i = 1; i <= 200; i++) {
			add(NOW.plusSeconds(i));
		}
		assertThat(starts()).hasSizeBetween(100, 202)
			.endsWith(NOW.plusSeconds(199), NOW.plusSeconds(200))
			.contains(NOW.plusSeconds(101));
	}

	@Test
	void nothingHappensBeforeTheSubscription() {
		Mono<Void> add = history().addStart(NOW);
		Mono<List<Instant>> load = history().loadStarts();
		assertThat(load.block(PATIENCE)).isEmpty();
		add.block(PATIENCE);
		Mono<Void> remove = history().removeStart(NOW);
		assertThat(load.block(PATIENCE)).containsExactly(NOW);
		remove.block(PATIENCE);
		assertThat(load.block(PATIENCE)).isEmpty();
	}

	@Test
	void severalThreadsDoNotUndoEachOther() {
		Flux.range(0, 50).flatMap((i) -> history().addStart(NOW), 50).then().block(PATIENCE);
		assertThat(starts()).hasSize(50);
	}

	@Test
	void saysWhereItIs() {
		assertThat(history().describeStarts()).isNotBlank();
	}

}
