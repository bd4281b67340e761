package io.github.discordgateway.demo;

import io.github.discordgateway.Gateway;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers a {@code !ping} by showing who sent it as the bot's activity.
 */
@Component
class PingListener {

	private static final Logger logger = LoggerFactory.getLogger(PingListener.class);

	private final Gateway gateway;

	PingListener(Gateway gateway) {
		this.gateway = gateway;
	}

	@GatewayListener
	Mono<Void> answer(MessageCreate event, ShardId shard) {
		Message message = event.message();
		if (!message.content().equals("!ping")) {
			return Mono.empty();
		}
		String author = message.author().username();
		return this.gateway.shard(shard.number())
			.send(UpdatePresence.of(UpdatePresence.Status.ONLINE, Activity.playing("ping-pong with " + author)))
			.doOnSuccess((sent) -> logger.info("!ping from {}: now playing ping-pong on shard {}", author, shard));
	}

}
