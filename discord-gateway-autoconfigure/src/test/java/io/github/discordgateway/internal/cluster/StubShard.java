package io.github.discordgateway.internal.cluster;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestGuildMembers;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A shard that writes commands when a test says so.
 */
final class StubShard implements GatewayShard {

	final List<GatewayCommand> sent = new ArrayList<>();

	ShardState state = ShardState.READY;

	/** What sending waits for; empty for nothing. */
	Sinks.Empty<Void> writable = Sinks.empty();

	StubShard() {
		this.writable.tryEmitEmpty();
	}

	@Override
	public ShardId id() {
		return new ShardId(0, 1);
	}

	@Override
	public ShardSnapshot snapshot() {
		return new ShardSnapshot(id(), this.state, null, -1, null, null, 0, null, null, null, false, null);
	}

	@Override
	public Mono<Void> send(GatewayCommand command) {
		return Mono.defer(() -> {
			this.sent.add(command);
			return this.writable.asMono();
		});
	}

	String nonce(int request) {
		return String.valueOf(((RequestGuildMembers) this.sent.get(request)).nonce());
	}

}
