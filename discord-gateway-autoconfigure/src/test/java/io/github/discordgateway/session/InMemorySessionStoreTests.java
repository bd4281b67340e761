package io.github.discordgateway.session;

/**
 * Tests for {@link InMemorySessionStore}.
 */
class InMemorySessionStoreTests extends AbstractSessionStoreTests {

	private final InMemorySessionStore store = new InMemorySessionStore();

	@Override
	SessionStore store() {
		return this.store;
	}

}
