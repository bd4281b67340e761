package io.github.discordgateway.autoconfigure;

import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.cluster.EventSource;
import io.github.discordgateway.internal.dispatch.EventDispatcher;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventInterest;
import reactor.core.publisher.Flux;

/**
 * Takes the events of the gateway's streams from where listeners get theirs.
 *
 * @param dispatcher has the events
 * @param preparation makes their readers, where a stream is subscribed to
 */
record DispatcherEventSource(EventDispatcher dispatcher, ReaderPreparation preparation) implements EventSource {

	@Override
	public Flux<EventEnvelope> all() {
		return this.dispatcher.events(EventInterest.inAll(EventForm.ANY));
	}

	@Override
	public Flux<EventEnvelope> decoded(Set<EventType> types) {
		Set<String> names = types.stream().map(EventType::name).collect(Collectors.toSet());
		return Flux.defer(() -> {
			this.preparation.forTypes(types);
			return this.dispatcher.events(EventInterest.in(names, EventForm.TYPED));
		});
	}

}
