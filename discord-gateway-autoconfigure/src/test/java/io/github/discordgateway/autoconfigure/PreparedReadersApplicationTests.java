package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GuildBanAdd;
import io.github.discordgateway.event.GuildBanRemove;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.event.TypingStart;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListenerRegistry;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The readers of events are made when somebody begins to want these.
 */
class PreparedReadersApplicationTests {

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

	@TestBot
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

}
