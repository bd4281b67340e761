package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.List;

import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: heartbeats and what they tell.
 */
class ShardMachineHeartbeatTests {

	private static final Duration TICK = Duration.ofNanos(1);

	private static final Duration INTERVAL = VirtualShard.INTERVAL;

	private final VirtualShard shard = new VirtualShard();

	private List<ShardEffect.SendHeartbeat> heartbeats() {
		return this.shard.all(ShardEffect.SendHeartbeat.class);
	}

	@Test
	@DisplayName("C8 The first heartbeat comes after interval x jitter, then one every interval")
	void heartbeatsFollowTheInterval() {
		this.shard.drawing(0.25).start().opened().hello().grant();
		this.shard.pass(INTERVAL.dividedBy(4).minus(TICK));
		assertThat(heartbeats()).isEmpty();
		this.shard.pass(TICK);
		assertThat(heartbeats()).hasSize(1);
		this.shard.ack().pass(INTERVAL.minus(TICK));
		assertThat(heartbeats()).hasSize(1);
		this.shard.pass(TICK);
		assertThat(heartbeats()).hasSize(2);
	}

	@Test
	@DisplayName("C8 Jitter 0 beats at once")
	void jitterMayBeZero() {
		this.shard.drawing(0).start().opened().hello().pass(Duration.ZERO);
		assertThat(heartbeats()).hasSize(1);
	}

	@Test
	@DisplayName("C8 d is null before the first dispatch, and the sequence after it")
	void heartbeatCarriesTheSequence() {
		this.shard.drawing(0).start().opened().hello().pass(Duration.ZERO).ack();
		assertThat(heartbeats().get(0).sequence()).isNull();
		this.shard.grant().receiveReady(1).event(7).pass(INTERVAL);
		assertThat(heartbeats().get(1).sequence()).isEqualTo(7);
	}

	@Test
	@DisplayName("C8 The first heartbeat of a resumed connection carries the session's sequence")
	void resumedConnectionBeatsWithTheOldSequence() {
		this.shard.drawing(0).start(new Session("id", null, 42)).opened().hello().pass(Duration.ZERO);
		assertThat(heartbeats().get(0).sequence()).isEqualTo(42);
	}

	@Test
	@DisplayName("C9 Opcode 1 is answered at once and does not move the regular schedule")
	void requestedHeartbeatIsSentAtOnce() {
		this.shard.ready();
		Duration regular = this.shard.until(ShardTimer.HEARTBEAT);
		this.shard.pass(Duration.ofSeconds(1)).receive(new ServerMessage.HeartbeatRequest());
		assertThat(heartbeats()).hasSize(1);
		assertThat(this.shard.until(ShardTimer.HEARTBEAT)).isEqualTo(regular.minusSeconds(1));
	}

	@Test
	@DisplayName("C9 Opcode 1 is answered even when the command rate limit is spent")
	void requestedHeartbeatIgnoresTheLimit() {
		this.shard.ready();
		for (int i = 0; i < 200; i++) {
			this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		}
		this.shard.receive(new ServerMessage.HeartbeatRequest());
		assertThat(heartbeats()).hasSize(1);
	}

	@Test
	@DisplayName("C10 ACKs yield the latency: last, mean and the five latest")
	void acknowledgementsYieldTheLatency() {
		this.shard.drawing(0).ready();
		for (int millis = 10; millis <= 70; millis += 10) {
			this.shard.pass((millis == 10) ? Duration.ZERO : INTERVAL.minusMillis(millis - 10));
			this.shard.pass(Duration.ofMillis(millis)).ack();
		}
		ShardSnapshot.Connection connection = this.shard.snapshot().connection();
		assertThat(connection.latency()).isEqualTo(Duration.ofMillis(70));
		assertThat(connection.latencies()).extracting(Duration::toMillis).containsExactly(30L, 40L, 50L, 60L, 70L);
		assertThat(connection.meanLatency()).isEqualTo(Duration.ofMillis(40));
		assertThat(connection.lastAck()).isZero();
	}

	@Test
	@DisplayName("C10 An unsolicited ACK changes nothing")
	void unsolicitedAcknowledgementChangesNothing() {
		this.shard.drawing(0).ready().ack();
		assertThat(this.shard.snapshot().connection().latencies()).isEmpty();
		assertThat(this.shard.snapshot().connection().lastAck()).isNull();
		this.shard.pass(Duration.ofMillis(10)).ack().ack();
		assertThat(this.shard.snapshot().connection().latencies()).hasSize(1);
	}

	@Test
	@DisplayName("C10 Latencies start anew on each connection")
	void latenciesStartAnew() {
		this.shard.drawing(0).ready().pass(Duration.ofMillis(10)).ack();
		this.shard.closed(1006);
		assertThat(this.shard.snapshot().connection()).isNull();
		this.shard.reconnect().opened().hello();
		assertThat(this.shard.snapshot().connection().latencies()).isEmpty();
		assertThat(this.shard.snapshot().connection().meanLatency()).isNull();
	}

	@Test
	@DisplayName("C11 A heartbeat without ACK while other frames arrive is not yet a dead connection")
	void otherFramesKeepAConnectionAlive() {
		this.shard.drawing(0).ready().pass(Duration.ZERO);
		for (int i = 2; i < 12; i++) {
			this.shard.pass(INTERVAL.minus(TICK)).event(i).pass(TICK);
		}
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(heartbeats()).hasSize(11);
	}

	@Test
	@DisplayName("C11 Silence over one whole interval after a heartbeat drops the socket at once and resumes")
	void silenceIsADeadConnection() {
		this.shard.stable();
		Duration next = this.shard.until(ShardTimer.HEARTBEAT);
		this.shard.pass(next);
		this.shard.forgetEffects();
		this.shard.pass(INTERVAL.minus(TICK));
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		this.shard.pass(TICK);
		assertThat(this.shard.all(ShardEffect.Drop.class)).containsExactly(new ShardEffect.Drop(4000));
		assertThat(this.shard.all(ShardEffect.Close.class)).isEmpty();
		assertThat(this.shard.notices(ShardDisconnected.class))
			.containsExactly(new ShardDisconnected(VirtualShard.ID, new DisconnectCause.Silent(INTERVAL)));
		assertThat(this.shard.state()).as("without waiting for an echo").isEqualTo(ShardState.CONNECTING);
		this.shard.opened().hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().id()).isEqualTo("session-id");
	}

	@Test
	@DisplayName("C12 While reading is paused silence means nothing, and heartbeats go on")
	void pausedReadingIsNotSilence() {
		this.shard.drawing(0).ready().pass(Duration.ZERO);
		this.shard.on(new ShardInput.ReadingPaused(true));
		this.shard.pass(INTERVAL.multipliedBy(5));
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(heartbeats()).hasSize(6);
		this.shard.on(new ShardInput.ReadingPaused(false));
		this.shard.pass(INTERVAL.multipliedBy(2).minus(TICK));
		assertThat(this.shard.state()).as("the silence is counted anew").isEqualTo(ShardState.READY);
		this.shard.pass(INTERVAL);
		assertThat(this.shard.notices(ShardDisconnected.class)).first()
			.isEqualTo(new ShardDisconnected(VirtualShard.ID, new DisconnectCause.Silent(INTERVAL)));
	}

}
