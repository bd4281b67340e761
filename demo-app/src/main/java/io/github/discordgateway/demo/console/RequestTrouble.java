package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.github.discordgateway.simulator.ScriptedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What the page can do to requests.
 */
enum RequestTrouble {

	/** More than a channel takes at once. */
	MESSAGES("20 messages to one channel, which takes 5 at once", null),

	/** The limit of a route and its channel. */
	USER_LIMIT("a message meets 429: the bot's limit for the route, 3 s",
			ScriptedAnswer.rateLimited(Duration.ofSeconds(3), false)),

	/** The limit of the whole bot. */
	GLOBAL_LIMIT("a message meets 429: the bot's limit for all requests, 3 s",
			ScriptedAnswer.rateLimited(Duration.ofSeconds(3), true)),

	/** The limit of a resource that several bots use. */
	SHARED_LIMIT("a message meets 429: a limit that several bots share, 3 s",
			ScriptedAnswer.rateLimited(Duration.ofSeconds(3), false).header("X-RateLimit-Scope", "shared"));

	private final String text;

	private final @Nullable ScriptedAnswer answer;

	RequestTrouble(String text, @Nullable ScriptedAnswer answer) {
		this.text = text;
		this.answer = answer;
	}

	/** What is written into the log. */
	String text() {
		return this.text;
	}

	/** What the next message is answered with; {@code null} for the truth. */
	@Nullable ScriptedAnswer answer() {
		return this.answer;
	}

	/** As it is written in a request, for example {@code user-limit}. */
	String action() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Optional<RequestTrouble> of(String action) {
		return Arrays.stream(values()).filter((trouble) -> trouble.action().equals(action)).findFirst();
	}

}
