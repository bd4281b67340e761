package io.github.discordgateway.demo.console;

import java.time.Duration;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stream behind the page: a {@code snapshot} every second, which all browsers share,
 * and a {@code log} line whenever something happens.
 */
@RestController
@RegisterReflectionForBinding({ ConsoleSnapshot.class, LogEntry.class })
class ConsoleController {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	/** How long a browser waits before it connects again; its own choice are seconds. */
	private static final Duration RETRY = Duration.ofSeconds(1);

	private final RecoveryLog log;

	private final EventHistory history;

	private final Flux<ConsoleSnapshot> snapshots;

	private final Sinks.Many<Boolean> end = Sinks.many().multicast().directBestEffort();

	ConsoleController(ConsoleSnapshots source, RecoveryLog log, EventHistory history) {
		this.log = log;
		this.history = history;
		// Taken only while somebody looks; who comes later gets the latest one at once.
		this.snapshots = Flux.interval(Duration.ZERO, PERIOD)
			.onBackpressureDrop()
			.map((tick) -> source.take())
			.replay(1)
			.refCount();
	}

	/** The last two minutes, second by second. */
	@GetMapping("/api/history")
	List<EventHistory.Sample> history() {
		return this.history.samples();
	}

	/**
	 * Streams until the application stops.
	 * @param lastSeen the last line of the log that a browser has; it sends it by itself
	 * when it connects again
	 */
	@GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<ServerSentEvent<?>> stream(@RequestHeader(name = "Last-Event-ID", defaultValue = "0") long lastSeen) {
		// A slow browser gets fewer snapshots and holds up nobody.
		Flux<ServerSentEvent<?>> figures = this.snapshots.onBackpressureLatest()
			.map((snapshot) -> ServerSentEvent.builder(snapshot).event("snapshot").retry(RETRY).build());
		Flux<ServerSentEvent<?>> lines = this.log.after(lastSeen)
			.map((line) -> ServerSentEvent.builder(line).event("log").id(Long.toString(line.id())).build());
		return Flux.merge(1, figures, lines).takeUntilOther(this.end.asFlux());
	}

	/** A stop waits for open requests, and these would never end. */
	@EventListener(ContextClosedEvent.class)
	void endStreams() {
		this.end.tryEmitNext(true);
	}

}
