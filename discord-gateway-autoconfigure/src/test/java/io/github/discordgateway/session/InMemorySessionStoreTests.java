package io.github.discordgateway.session;

/**
 * Tests for {@link InMemorySessionStore}.
 */
class InMemorySessionStoreTests extends AbstractGuildStoreTests {

	private final InMemorySessionStore store = new InMemorySessionStore();

	@Override
	SessionStore store() {
		return this.store;
	}

}
