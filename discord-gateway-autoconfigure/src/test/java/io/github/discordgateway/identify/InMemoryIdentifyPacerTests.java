package io.github.discordgateway.identify;

import org.junit.jupiter.api.AfterEach;
import reactor.core.scheduler.Schedulers;

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

}
