package io.github.discordgateway.internal.cluster;

import java.util.Set;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import reactor.core.publisher.Flux;

/**
 * Where the {@link Gateway} gets the events of all shards from, as hot streams with the
 * back-pressure that {@link Gateway#events()} describes.
 */
public interface EventSource {

	/**
	 * All events.
	 * @return the events, decoded where that is possible, and as they were sent
	 */
	Flux<EventEnvelope> all();

	/**
	 * Some events.
	 * @param types which ones
	 * @return the events, all of them decoded
	 */
	Flux<EventEnvelope> decoded(Set<EventType> types);

}
