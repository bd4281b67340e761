package io.github.discordgateway.test.app;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers {@code !ping} by what the bot plays, and nothing else.
 */
@Component
class PingListener {

	private final Gateway gateway;

	PingListener(Gateway gateway) {
		this.gateway = gateway;
	}

	@GatewayListener
	Mono<Void> onMessage(MessageCreate event) {
		if (!event.message().content().equals("!ping")) {
			return Mono.empty();
		}
		String name = event.message().author().username();
		return this.gateway.updatePresence(
				UpdatePresence.of(UpdatePresence.Status.ONLINE, Activity.playing("ping-pong with " + name)));
	}

}
