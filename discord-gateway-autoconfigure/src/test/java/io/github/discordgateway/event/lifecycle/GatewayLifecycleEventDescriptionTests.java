package io.github.discordgateway.event.lifecycle;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What a {@link GatewayLifecycleEvent} says in words, and to whom it matters.
 */
class GatewayLifecycleEventDescriptionTests {

	private static final ShardId ID = new ShardId(1, 4);

	private static final DisconnectCause CUT = new DisconnectCause.Closed(1006, "");

	static Stream<Arguments> eventsOfShards() {
		return Stream.of(arguments(new ShardReady(ID), Level.INFO, "Shard 1/4 is ready with a new session"),
				arguments(new ShardResumed(ID, 3), Level.INFO,
						"Shard 1/4 is ready: session resumed, 3 events replayed"),
				arguments(new SessionRestored(ID, null), Level.INFO,
						"Shard 1/4 goes on with the session of an earlier process"),
				arguments(new EventsMissed(ID, 4, 6, 3, "left out"), Level.WARNING,
						"Shard 1/4 has missed events: 3 of the sequences 4 to 6 (left out)"),
				arguments(new EventsMissed(ID, -1, -1, 0, "unknown"), Level.WARNING,
						"Shard 1/4 has missed events: unknown"),
				arguments(new ShardDisconnected(ID, new DisconnectCause.ReconnectRequested()), Level.INFO,
						"Shard 1/4 disconnected: reconnect requested by the server"),
				arguments(new ShardDisconnected(ID, new DisconnectCause.Queued()), Level.INFO,
						"Shard 1/4 disconnected: other shards identify first"),
				arguments(new ShardDisconnected(ID, new DisconnectCause.Stopped()), Level.INFO,
						"Shard 1/4 disconnected: stopped"),
				arguments(new ShardDisconnected(ID, new DisconnectCause.Silent(Duration.ofSeconds(1))), Level.WARNING,
						"Shard 1/4 disconnected: silent for 1000 ms after a heartbeat"),
				arguments(new ShardReconnecting(ID, Duration.ofMillis(20), true), Level.INFO,
						"Shard 1/4 connects again in 20 ms to resume its session"),
				arguments(new ShardReconnecting(ID, Duration.ofMillis(20), false), Level.INFO,
						"Shard 1/4 connects again in 20 ms with a new session"),
				arguments(new SessionLost(ID, 7, new DisconnectCause.SessionInvalidated(false)), Level.WARNING,
						"Shard 1/4 lost its session at sequence 7 (session invalidated): events after it may be missing"),
				arguments(new ShardDraining(ID), Level.DEBUG, "Shard 1/4 takes no more events"),
				arguments(new ShardStopped(ID), Level.INFO, "Shard 1/4 stopped"),
				arguments(new ReadingPaused(ID), Level.INFO, "Shard 1/4 does not read: its listeners are behind"),
				arguments(new ReadingResumed(ID), Level.INFO, "Shard 1/4 reads again"));
	}

	@ParameterizedTest
	@MethodSource("eventsOfShards")
	void saysWhatHappened(ShardLifecycleEvent event, Level level, String description) {
		assertThat(event.description()).isEqualTo(description);
		assertThat(event.level()).isEqualTo(level);
		assertThat(event.shard()).isEqualTo(ID);
	}

	@Test
	void aFailureSaysWhatToDo() {
		ShardFailed failed = new ShardFailed(ID, 4014);
		assertThat(failed.level()).isEqualTo(Level.ERROR);
		assertThat(failed.description()).startsWith("Shard 1/4 was closed with 4014")
			.contains("will not connect again. ", "privileged intents");
		assertThat(new ShardFailed(ID, 4099).description()).contains("4099");
	}

	@Test
	void aRefusalBlamesTheConfigurationOnlyWhenTheServerRefuses() {
		IdentifyRefused refused = new IdentifyRefused(ID, new IdentifyRefusal(new DisconnectCause.Closed(4000, ""), 3));
		assertThat(refused.level()).isEqualTo(Level.WARNING);
		assertThat(refused.description()).startsWith("Shard 1/4 gets no session: none of the last 3 IDENTIFYs")
			.contains("discord.gateway.token");
		assertThat(new IdentifyRefused(ID, new IdentifyRefusal(CUT, 3)).description()).contains("outage")
			.doesNotContain("discord.gateway.token");
	}

	@Test
	void allShardsAreCounted() {
		GatewayLifecycleEvent ready = new AllShardsReady(List.of(ID, new ShardId(2, 4)));
		assertThat(ready.description()).isEqualTo("All 2 shards that run here are ready");
	}

}
