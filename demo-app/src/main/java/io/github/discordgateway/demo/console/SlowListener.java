package io.github.discordgateway.demo.console;

import java.time.Duration;

import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A listener that blocks for each message when it is told to. The guilds of a shard wait
 * for it one by one, and when too many events wait, the shard stops reading.
 */
@Component
@ConditionalOnBooleanProperty("discord.gateway.simulator.enabled")
class SlowListener {

	private static final Duration TIME = Duration.ofMillis(20);

	private volatile boolean slow;

	@GatewayListener
	void waste(MessageCreate event) throws InterruptedException {
		if (this.slow) {
			Thread.sleep(TIME.toMillis());
		}
	}

	void slow(boolean slower) {
		this.slow = slower;
	}

	boolean isSlow() {
		return this.slow;
	}

	/** A stop waits until what was received is handled. */
	@EventListener(ContextClosedEvent.class)
	void hurry() {
		this.slow = false;
	}

}
