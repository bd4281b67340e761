package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: pauses and stopping.
 */
class ShardMachineBackOffTests {

	private static final Duration TICK = Duration.ofNanos(1);

	private final VirtualShard shard = new VirtualShard();

	private List<Long> delaysMillis(int count, Runnable connection) {
		List<Long> delays = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			connection.run();
			delays.add(this.shard.until(ShardTimer.BACK_OFF).toMillis());
			this.shard.reconnect();
		}
		return delays;
	}

	@Test
	@DisplayName("C27 Failed connects are retried at growing delays with full jitter up to a maximum")
	void delaysGrowUpToAMaximum() {
		this.shard.drawing(0.5).start();
		assertThat(delaysMillis(9, this.shard::failed)).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L,
				30000L, 30000L, 30000L);
	}

	@Test
	@DisplayName("C27 Full jitter draws from the whole range")
	void jitterIsFull() {
		this.shard.start().drawing(0).failed();
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isZero();
		this.shard.reconnect().drawing(0.999).failed();
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofMillis(1998));
	}

	@Test
	@DisplayName("C17 INVALID_SESSION is followed by one to five seconds, whatever failed before it")
	void invalidSessionAfterFailedConnects() {
		this.shard.stable().closed(1006).drawing(0.999);
		for (int i = 0; i < 6; i++) {
			this.shard.reconnect().failed();
		}
		this.shard.reconnect().opened().hello().receive(new ServerMessage.InvalidSession(false)).closed(4000);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
	}

	@Test
	@DisplayName("C53 A server that names a pause at the handshake gets it")
	void retryAfterOfTheHandshake() {
		this.shard.start()
			.on(new ShardInput.Ended(1, new DisconnectCause.Failed("refused with 429", Duration.ofMinutes(2))));
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofMinutes(2));
		this.shard.reconnect().failed();
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isLessThan(Duration.ofMinutes(1));
	}

	@Test
	@DisplayName("C27 A TCP accept that then hangs fails at the connect limit and counts as a failure")
	void hangingConnectCounts() {
		this.shard.drawing(0.5).start();
		assertThat(delaysMillis(3, () -> this.shard.pass(ShardSettings.DEFAULT.connectTimeout()))).containsExactly(500L,
				1000L, 2000L);
	}

	@Test
	@DisplayName("C28 A server that accepts and at once closes sees growing delays")
	void acceptAndCloseSeesGrowingDelays() {
		this.shard.drawing(0.5).start();
		assertThat(delaysMillis(4, () -> this.shard.opened().hello().closed(1006))).containsExactly(500L, 1000L, 2000L,
				4000L);
	}

	@Test
	@DisplayName("C28 The count is cleared by READY and by RESUMED")
	void readyClearsTheCount() {
		this.shard.drawing(0.5).start().failed().reconnect().failed().reconnect();
		this.shard.opened().hello().grant().receiveReady(1).closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofMillis(500));
		this.shard.reconnect().failed().reconnect().opened().hello().receiveResumed(2).closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofMillis(500));
	}

	@Test
	@DisplayName("C28 A server that drops each connection soon after RESUMED sees growing delays, until one is stable")
	void readyAndCloseSeesGrowingDelaysAfterAWhile() {
		this.shard.drawing(0.5).ready();
		Runnable soon = () -> this.shard.closed(1001);
		Runnable resumedAndSoon = () -> this.shard.opened().hello().receiveResumed(2).closed(1001);
		assertThat(delaysMillis(1, soon)).containsExactly(500L);
		assertThat(delaysMillis(19, resumedAndSoon)).containsOnly(500L);
		assertThat(delaysMillis(5, resumedAndSoon)).containsExactly(1000L, 2000L, 4000L, 4000L, 4000L);
		this.shard.opened().hello().receiveResumed(2).pass(Duration.ofSeconds(10)).closed(1001);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isZero();
		this.shard.reconnect();
		assertThat(delaysMillis(1, resumedAndSoon)).containsExactly(500L);
	}

	@Test
	@DisplayName("C29 A server that invalidates each session soon after READY does not use up the day's identifies")
	void readyAndInvalidSessionSeesGrowingDelaysAfterAWhile() {
		this.shard.drawing(0.5).ready();
		for (int i = 0; i < 25; i++) {
			this.shard.receive(new ServerMessage.InvalidSession(false)).closed(4000).reconnect();
			this.shard.opened().hello().grant().receiveReady(1);
		}
		this.shard.receive(new ServerMessage.InvalidSession(false)).closed(4000);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	@DisplayName("C28 A stable connection is followed by the next one at once")
	void stableConnectionIsFollowedAtOnce() {
		this.shard.stable().closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isZero();
	}

	@ParameterizedTest
	@EnumSource(value = ShardState.class,
			names = { "NEW", "BACKING_OFF", "CONNECTING", "AWAITING_HELLO", "AWAITING_PERMIT", "IDENTIFYING", "READY" })
	@DisplayName("C36 Stop ends in every state, even when the peer never echoes")
	void stopEndsInEveryState(ShardState state) {
		switch (state) {
			case NEW -> {
			}
			case BACKING_OFF -> this.shard.start().failed();
			case CONNECTING -> this.shard.start();
			case AWAITING_HELLO -> this.shard.start().opened();
			case AWAITING_PERMIT -> this.shard.start().opened().hello();
			case IDENTIFYING -> this.shard.start().opened().hello().grant();
			default -> this.shard.ready();
		}
		assertThat(this.shard.state()).isEqualTo(state);
		this.shard.stop(true).pass(ShardSettings.DEFAULT.closeTimeout());
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
		assertThat(this.shard.notices(ShardStopped.class)).hasSize(1);
		this.shard.all(ShardEffect.Close.class).forEach((close) -> assertThat(close.code()).isEqualTo(4000));
		this.shard.forgetEffects();
		this.shard.pass(Duration.ofDays(1)).stop(true);
		assertThat(this.shard.all(ShardEffect.class)).as("a second stop is a no-op").isEmpty();
	}

	@Test
	@DisplayName("C38 Frames that arrive after our close frame change nothing; nothing is sent after it")
	void nothingHappensAfterClose() {
		this.shard.ready().stop(true);
		this.shard.forgetEffects();
		this.shard.event(50).ack().receive(new ServerMessage.HeartbeatRequest()).receive(new ServerMessage.Reconnect());
		this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		assertThat(this.shard.sent()).isEmpty();
		assertThat(this.shard.all(ShardEffect.Deliver.class)).isEmpty();
		this.shard.closed(4000);
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
	}

}
