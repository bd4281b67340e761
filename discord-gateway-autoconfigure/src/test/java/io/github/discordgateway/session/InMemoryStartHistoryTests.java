package io.github.discordgateway.session;

/**
 * Tests for the {@link StartHistory} of one process.
 */
class InMemoryStartHistoryTests extends AbstractStartHistoryTests {

	private final StartHistory history = StartHistory.ofThisProcess();

	@Override
	StartHistory history() {
		return this.history;
	}

}
