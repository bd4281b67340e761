package io.github.discordgateway;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets all tests wait as long as a busy machine may need: a limit is there to end a test
 * that would wait for ever, not to measure.
 */
public final class PatienceExtension implements BeforeAllCallback {

	private static final Duration LIMIT = Duration.ofSeconds(40);

	@Override
	public void beforeAll(ExtensionContext context) {
		Awaitility.setDefaultTimeout(LIMIT);
	}

}
