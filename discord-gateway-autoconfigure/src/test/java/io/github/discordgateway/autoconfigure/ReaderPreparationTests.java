package io.github.discordgateway.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GuildBanAdd;
import io.github.discordgateway.event.GuildBanRemove;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.event.TypingStart;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReaderPreparation}.
 */
class ReaderPreparationTests {

	/** Sends no frame at all. */
	private static final GatewayBehaviour SILENT = new GatewayBehaviour() {

		@Override
		public void onOpen(SimulatedConnection connection) {
		}

	};

	@Test
	void whatListenersWantIsPreparedBeforeTheFirstFrame() {
		try (SimulatedBot bot = new SimulatedBot(GatewaySimulator.builder().behaviour(SILENT), WebApplicationType.NONE,
				Bot.class, "--discord.gateway.startup=async")) {
			EventDecoder decoder = bot.context.getBean(EventDecoder.class);
			assertThat(decoder.prepared()).containsExactlyInAnyOrder(EventType.MESSAGE_CREATE, EventType.GUILD_BAN_ADD);
			bot.context.getBean(GatewayListenerRegistry.class).listen(TypingStart.class, (event) -> {
			});
			assertThat(decoder.prepared()).contains(EventType.TYPING_START);
			Flux<GuildBanRemove> stream = bot.gateway().events(GuildBanRemove.class);
			assertThat(decoder.prepared()).doesNotContain(EventType.GUILD_BAN_REMOVE);
			stream.subscribe();
			assertThat(decoder.prepared()).contains(EventType.GUILD_BAN_REMOVE);
		}
	}

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

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bot {

		@GatewayListener
		void onMessage(MessageCreate event) {
		}

		@GatewayListener
		void onBan(GuildBanAdd event) {
		}

		@GatewayListener("GUILD_DELETE")
		void onRaw(RawEvent event) {
		}

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
