package io.github.discordgateway.demo.console;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.GatewayListener;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Remembers the name of each shard's last event.
 */
@Component
class LastEvents {

	private final Map<ShardId, String> names = new ConcurrentHashMap<>();

	@GatewayListener
	void remember(EventEnvelope event) {
		this.names.put(event.shard(), event.name());
	}

	@Nullable String name(ShardId shard) {
		return this.names.get(shard);
	}

}
