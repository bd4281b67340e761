package io.github.discordgateway.internal.dispatch;

import java.util.List;
import java.util.Set;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReaderPreparation}.
 */
class ReaderPreparationTests {

	@Test
	void whoWantsEverythingDecodedGetsAllAndWhoWantsItRawNothing() {
		EventDecoder decoder = new EventDecoder(GatewayJsonMapper.builder().build());
		ReaderPreparation preparation = new ReaderPreparation(decoder);
		preparation.forHandlers(List.of(new Wanting("raw", EventInterest.inAll(EventForm.RAW)),
				new Wanting("header", EventInterest.in(Set.of("MESSAGE_CREATE", "NEW_ONE"), EventForm.HEADER))));
		assertThat(decoder.prepared()).isEmpty();
		preparation
			.forHandlers(List.of(new Wanting("ready", EventInterest.in(Set.of("READY", "NEW_ONE"), EventForm.ANY))));
		assertThat(decoder.prepared()).containsExactly(EventType.READY);
		preparation.forHandlers(List.of(new Wanting("all", EventInterest.inAll(EventForm.ANY))));
		assertThat(decoder.prepared()).as("as many as there is time for").hasSizeGreaterThan(1);
	}

	@Test
	void aStreamOfAllEventsIsNotHeldUp() {
		EventDecoder decoder = new EventDecoder(GatewayJsonMapper.builder().build());
		ReaderPreparation preparation = new ReaderPreparation(decoder);
		preparation.forStream(EventInterest.inAll(EventForm.ANY));
		assertThat(decoder.prepared()).isEmpty();
		preparation.forStream(EventInterest.in(Set.of("READY"), EventForm.TYPED));
		assertThat(decoder.prepared()).containsExactly(EventType.READY);
	}

	/**
	 * Wants events.
	 *
	 * @param id its name
	 * @param interest which ones
	 */
	record Wanting(String id, EventInterest interest) implements EventHandler {

		@Override
		public void handle(EventEnvelope envelope) {
		}

	}

}
