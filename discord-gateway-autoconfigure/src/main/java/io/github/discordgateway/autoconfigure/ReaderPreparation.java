package io.github.discordgateway.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;

/**
 * Has the readers made of the events that are wanted decoded, on the thread of whoever
 * begins to want them: for listeners that is the one that starts the application, before
 * the first shard connects.
 *
 * @param decoder has the readers
 */
record ReaderPreparation(EventDecoder decoder) {

	/** More than all events take on an idle machine. */
	private static final Duration LIMIT = Duration.ofSeconds(2);

	void forHandlers(List<EventHandler> handlers) {
		Set<EventType> wanted = EnumSet.noneOf(EventType.class);
		handlers.stream()
			.map(EventHandler::interest)
			.filter((interest) -> interest.form().isTyped())
			.forEach((interest) -> wanted.addAll(types(interest)));
		forTypes(wanted);
	}

	void forTypes(Set<EventType> types) {
		this.decoder.prepare(types, LIMIT);
	}

	private static Collection<EventType> types(EventInterest interest) {
		return interest.all() ? Arrays.asList(EventType.values())
				: interest.names().stream().map(EventType::of).filter(Objects::nonNull).toList();
	}

}
