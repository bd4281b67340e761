package io.github.discordgateway.internal.kafka;

import java.util.function.Consumer;

import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.internal.protocol.FrameReader;
import org.jspecify.annotations.Nullable;

/**
 * What all partitions of a worker have in common.
 *
 * @param settings how records are read
 * @param bot whose events they have to be
 * @param leave told why this worker has to leave its group
 * @param dispatcher gets the events
 * @param frames reads them
 * @param counters counts them
 * @param deadLetters gets what listeners fail on; {@code null} for nothing
 * @param observations observes each record; {@code null} when nothing is observed
 */
record FeedServices(WorkerSettings settings, WatchedBot bot, Consumer<String> leave, EventDispatcher dispatcher,
		FrameReader frames, WorkerCounters counters, @Nullable DeadLetters deadLetters,
		@Nullable EventObservations observations) {
}
