package io.github.discordgateway.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: pauses, commands and stopping.
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
		this.shard.opened().hello().grant().readySignal(1).closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofMillis(500));
		this.shard.reconnect().failed().reconnect().opened().hello().resumedSignal(2).closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofMillis(500));
	}

	@Test
	@DisplayName("C28 A stable connection is followed by the next one at once")
	void stableConnectionIsFollowedAtOnce() {
		this.shard.stable().closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isZero();
	}

	@Test
	@DisplayName("C30 Commands given before READY wait and are sent in order after it")
	void commandsWaitForReady() {
		this.shard.start();
		this.shard.on(new ShardInput.CommandGiven(Commands.command("1")));
		this.shard.opened().hello().grant();
		this.shard.on(new ShardInput.CommandGiven(Commands.command("2")));
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).isEmpty();
		this.shard.readySignal(1);
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).extracting((sent) -> sent.command().json())
			.containsExactly("1", "2");
	}

	@Test
	@DisplayName("C30 Commands given while disconnected are sent after the resume, and one that was not written again")
	void commandsWaitForResumed() {
		this.shard.stable();
		PendingCommand lost = Commands.command("lost");
		this.shard.on(new ShardInput.CommandGiven(lost));
		this.shard.forgetEffects();
		this.shard.closed(1006);
		this.shard.on(new ShardInput.CommandGiven(Commands.command("later")));
		this.shard.on(new ShardInput.CommandNotWritten(lost));
		this.shard.reconnect().opened().hello().event(3);
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).isEmpty();
		this.shard.resumedSignal(4);
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).extracting((sent) -> sent.command().json())
			.containsExactly("lost", "later");
	}

	@Test
	@DisplayName("C31 117 frames may go at once with 41 250 ms, IDENTIFY included; the next after 60 s")
	void commandsAreLimited() {
		this.shard.drawing(0.99).ready();
		for (int i = 0; i < 130; i++) {
			this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		}
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(116);
		for (int i = 0; i < 60; i++) {
			this.shard.event(i);
			if (i < 59) {
				this.shard.pass(Duration.ofSeconds(1));
			}
		}
		this.shard.pass(Duration.ofSeconds(1).minus(TICK));
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(116);
		this.shard.pass(TICK);
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(130);
	}

	@Test
	@DisplayName("C31 Usable permits are max(120 - (ceil(60 s / interval) + 1), 110)")
	void permitsFollowTheInterval() {
		assertThat(new CommandWindow(Duration.ofMillis(41_250)).permits()).isEqualTo(117);
		assertThat(new CommandWindow(Duration.ofSeconds(60)).permits()).isEqualTo(118);
		assertThat(new CommandWindow(Duration.ofSeconds(30)).permits()).isEqualTo(117);
		assertThat(new CommandWindow(Duration.ofSeconds(1)).permits()).isEqualTo(110);
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
		assertThat(this.shard.notices(ShardNotice.Stopped.class)).hasSize(1);
		this.shard.all(ShardEffect.Close.class).forEach((close) -> assertThat(close.code()).isEqualTo(4000));
		this.shard.forgetEffects();
		this.shard.pass(Duration.ofDays(1)).stop(true);
		assertThat(this.shard.all(ShardEffect.class)).as("a second stop is a no-op").isEmpty();
	}

	@Test
	@DisplayName("C37 Stop that forgets the session closes with 1000")
	void stopThatForgetsCloses1000() {
		this.shard.ready().stop(false);
		assertThat(this.shard.last(ShardEffect.Close.class).code()).isEqualTo(1000);
		assertThat(this.shard.snapshot().session()).isNull();
	}

	@Test
	@DisplayName("C38 Frames that arrive after our close frame change nothing; nothing is sent after it")
	void nothingHappensAfterClose() {
		this.shard.ready().stop(true);
		this.shard.forgetEffects();
		this.shard.event(50).ack().receive(new Signal.HeartbeatRequest()).receive(new Signal.Reconnect());
		this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		assertThat(this.shard.sent()).isEmpty();
		assertThat(this.shard.all(ShardEffect.Deliver.class)).isEmpty();
		this.shard.closed(4000);
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
	}

}
