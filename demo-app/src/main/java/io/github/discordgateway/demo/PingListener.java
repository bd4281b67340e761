package io.github.discordgateway.demo;

import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.rest.CreateMessage;
import io.github.discordgateway.rest.MessageOperations;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers {@code !ping} with <em>pong</em>.
 */
@Component
class PingListener {

	private final MessageOperations messages;

	PingListener(MessageOperations messages) {
		this.messages = messages;
	}

	@GatewayListener(condition = "#event.message.content == '!ping'")
	Mono<Message> answer(MessageCreate event) {
		return this.messages.create(event.message().channelId(), CreateMessage.of("pong"));
	}

}
