package io.github.discordgateway.internal.dispatch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.FrameDecoder;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;

/**
 * Has the readers made of the events that are wanted decoded, on the thread of whoever
 * begins to want them: for listeners that is the one that starts the application, before
 * the first shard connects.
 *
 * @param decoder has the readers
 */
record ReaderPreparation(FrameDecoder decoder) {

	/** More than all events take on an idle machine. */
	private static final Duration LIMIT = Duration.ofSeconds(2);

	void forHandlers(Collection<? extends EventHandler> handlers) {
		prepare(handlers.stream().map(EventHandler::interest).toList());
	}

	void forStream(EventInterest interest) {
		// Who takes events as they come does not wait for the readers of all of them.
		if (!interest.all()) {
			prepare(List.of(interest));
		}
	}

	private void prepare(List<EventInterest> interests) {
		Set<EventType> wanted = EnumSet.noneOf(EventType.class);
		interests.stream()
			.filter((interest) -> interest.form().isTyped())
			.forEach((interest) -> wanted.addAll(types(interest)));
		if (!wanted.isEmpty()) {
			this.decoder.prepare(wanted, LIMIT);
		}
	}

	private static Collection<EventType> types(EventInterest interest) {
		return interest.all() ? Arrays.asList(EventType.values())
				: interest.names().stream().map(EventType::of).filter(Objects::nonNull).toList();
	}

}
