package io.github.discordgateway.test.app;

import org.springframework.stereotype.Component;

/**
 * A bean that has nothing to do with the gateway, and cannot be made in a test of it.
 */
@Component
class Unrelated {

	Unrelated(Runnable missing) {
		missing.run();
	}

}
