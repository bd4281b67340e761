package io.github.discordgateway.internal.shard;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.ConnectionEnd;
import io.github.discordgateway.ConnectionEnd.Initiator;
import io.github.discordgateway.GuildCount;
import io.github.discordgateway.ResumeOutcome;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.ShardStatistics;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardLifecycleEvent;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardReconnecting;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardJournal}, {@link ConnectionEnd} and {@link GuildCount}.
 */
class ShardJournalTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final ShardId ID = new ShardId(0, 1);

	private final ShardJournal journal = new ShardJournal(Clock.fixed(NOW, ZoneOffset.UTC));

	private final ShardVitals vitals = new ShardVitals(ID);

	private ShardStatistics statistics() {
		return this.journal.statistics(this.vitals, 0);
	}

	private void note(ShardLifecycleEvent notice) {
		this.journal.noted(notice, 4000);
	}

	private static ShardLifecycleEvent closed(int code) {
		return new ShardDisconnected(ID, new DisconnectCause.Closed(code, ""));
	}

	@Test
	void nothingHasHappenedAtFirst() {
		assertThat(statistics()).isEqualTo(ShardStatistics.NONE);
		assertThat(statistics().traffic().compressionRatio()).isNaN();
	}

	@Test
	void eachResumeHasOneOutcome() {
		this.journal.resuming();
		note(new ShardResumed(ID, 7));
		this.journal.resuming();
		note(closed(1006));
		note(new ShardReconnecting(ID, Duration.ofSeconds(2), true));
		this.journal.resuming();
		note(closed(4009));
		note(new SessionLost(ID, 41, new DisconnectCause.Closed(4009, "")));
		note(new ShardReconnecting(ID, Duration.ofSeconds(3), false));
		ShardStatistics.Sessions sessions = statistics().sessions();
		assertThat(sessions.resumes())
			.isEqualTo(Map.of(ResumeOutcome.RESUMED, 1L, ResumeOutcome.INTERRUPTED, 1L, ResumeOutcome.LOST, 1L));
		assertThat(sessions.replayed()).isEqualTo(7);
		assertThat(sessions.lost()).isEqualTo(1);
		assertThat(statistics().connections().reconnects()).isEqualTo(2);
		assertThat(statistics().connections().reconnectDelay()).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void knowsSinceWhenAShardIsNotReady() {
		note(closed(1006));
		assertThat(statistics().connections().lostAt()).as("it never was").isNull();
		note(new ShardReady(ID));
		note(closed(1006));
		note(closed(1006));
		assertThat(statistics().connections().lostAt()).isEqualTo(NOW);
		note(new ShardResumed(ID, 0));
		assertThat(statistics().connections().lostAt()).isNull();
	}

	@Test
	void theLatestEndsAreKeptAndAllAreCounted() {
		for (int i = 0; i < 30; i++) {
			note(closed(4000 + i));
		}
		ShardStatistics.Connections connections = statistics().connections();
		assertThat(connections.lastEnds()).extracting(ConnectionEnd::code).hasSize(20).endsWith(4028, 4029);
		assertThat(connections.ends().values().stream().mapToLong((count) -> count).sum()).isEqualTo(30);
		assertThat(connections.ends().keySet()).as("bounded, whatever codes a server sends").hasSize(16);
		assertThat(connections.ends()).containsEntry(new ConnectionEnd.Kind("other", Initiator.SERVER, "closed"), 15L);
	}

	@Test
	void everyEndIsOfAKnownKind() {
		List<DisconnectCause> causes = List.of(new DisconnectCause.Closed(1006, ""),
				new DisconnectCause.Closed(4242, ""), new DisconnectCause.Closed(4009, ""),
				new DisconnectCause.Failed("refused"),
				new DisconnectCause.TimedOut(DisconnectCause.Awaited.HELLO, Duration.ZERO),
				new DisconnectCause.Silent(Duration.ZERO), new DisconnectCause.ReconnectRequested(),
				new DisconnectCause.SessionInvalidated(true), new DisconnectCause.Corrupted("zlib"),
				new DisconnectCause.Unusable("no interval"), new DisconnectCause.Queued(),
				new DisconnectCause.Slept(Duration.ZERO), new DisconnectCause.Renewed(), new DisconnectCause.Stopped());
		List<Class<?>> covered = new ArrayList<>();
		causes.forEach((cause) -> covered.add(cause.getClass()));
		assertThat(covered).contains(DisconnectCause.class.getPermittedSubclasses());
		assertThat(causes).allSatisfy((cause) -> {
			assertThat(ConnectionEnd.Kind.all()).contains(ShardJournal.endOf(NOW, cause, 4000).kind());
			assertThat(cause.description()).isNotBlank();
		});
		assertThat(ConnectionEnd.Kind.all())
			.contains(ShardJournal.endOf(NOW, new DisconnectCause.Stopped(), 1000).kind())
			.doesNotHaveDuplicates();
	}

	@Test
	void heartbeatsAreDated() {
		this.vitals.acknowledged(1_000_000, 20_000_000);
		assertThat(this.journal.statistics(this.vitals, 2_001_000_000).heartbeats())
			.containsExactly(new ShardStatistics.Heartbeat(NOW.minusSeconds(2), Duration.ofMillis(20)));
	}

	@Test
	void aCommandWaitsForTheLimitOnlyWhenTheShardIsReady() {
		this.vitals.commandsQueued(3);
		assertThat(statistics().commands()).isEqualTo(new ShardStatistics.Commands(0, 0, 3, 0));
		this.vitals.connected(Duration.ofSeconds(41), 0);
		this.vitals.state(ShardState.READY);
		assertThat(statistics().commands()).isEqualTo(new ShardStatistics.Commands(0, 0, 3, 3));
	}

}
