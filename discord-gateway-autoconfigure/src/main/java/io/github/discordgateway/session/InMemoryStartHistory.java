package io.github.discordgateway.session;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;

/**
 * The starts of this process.
 */
final class InMemoryStartHistory implements StartHistory {

	private final AtomicReference<List<Instant>> starts = new AtomicReference<>(List.of());

	@Override
	public Mono<List<Instant>> loadStarts() {
		return Mono.fromSupplier(this.starts::get);
	}

	@Override
	public Mono<Void> addStart(Instant start) {
		return Mono.fromRunnable(() -> this.starts.updateAndGet((kept) -> RecentStarts.with(kept, start)));
	}

	@Override
	public Mono<Void> removeStart(Instant start) {
		return Mono.fromRunnable(() -> this.starts.updateAndGet((kept) -> RecentStarts.without(kept, start)));
	}

	@Override
	public String describeStarts() {
		return "the history of this process";
	}

}
