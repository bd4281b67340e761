package io.github.discordgateway.identify;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InMemoryIdentifyPacer}. {@link InMemoryIdentifyQueueTests} has its
 * edges, in virtual time.
 */
class InMemoryIdentifyPacerTests extends AbstractIdentifyPacerTests {

	private final InMemoryIdentifyPacer pacer = new InMemoryIdentifyPacer(Schedulers.parallel(), WINDOW);

	@AfterEach
	void close() {
		this.pacer.close();
	}

	@Override
	IdentifyPacer pacer() {
		return this.pacer;
	}

	@Test
	@DisplayName("C51 who waits comes by shard id")
	void comesByShardId() {
		acquire(this.pacer, 9);
		awaitGranted(9);
		List.of(5, 3, 7, 1).forEach((shard) -> acquire(this.pacer, shard));
		this.permits.get(9).giveBack();
		for (int shard : new int[] { 1, 3, 5, 7 }) {
			awaitGranted(shard);
			this.permits.get(shard).giveBack();
		}
		assertThat(this.granted).containsExactly(9, 1, 3, 5, 7);
	}

}
