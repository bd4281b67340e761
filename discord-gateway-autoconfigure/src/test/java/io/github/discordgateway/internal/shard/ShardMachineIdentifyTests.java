package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.discordgateway.CloseCode;
import io.github.discordgateway.IdentifyRefusal;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: IDENTIFYs that bring no session, and the wait for a
 * permit.
 */
class ShardMachineIdentifyTests {

	private static final Duration OUTAGE = Duration.ofHours(3);

	private final VirtualShard shard = new VirtualShard().drawing(0);

	static Stream<Consumer<VirtualShard>> ends() {
		return Stream.of((shard) -> shard.closed(CloseCode.ABNORMAL_CLOSURE.code()), (shard) -> shard.closed(4000),
				VirtualShard::failed, (shard) -> shard.pass(VirtualShard.INTERVAL),
				(shard) -> shard.receive(new ServerMessage.Unusable(false, -1, "READY without a session_id"))
					.closed(4000));
	}

	@ParameterizedTest
	@MethodSource("ends")
	@DisplayName("C7 After IDENTIFYs that brought no READY the pauses grow, however these ended")
	void pausesGrow(Consumer<VirtualShard> end) {
		this.shard.start();
		List<Duration> pauses = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			this.shard.opened().hello().grant();
			end.accept(this.shard);
			pauses.add(this.shard.until(ShardTimer.BACK_OFF));
			this.shard.reconnect();
		}
		assertThat(pauses).extracting(Duration::toSeconds)
			.containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L, 900L);
	}

	@Test
	@DisplayName("C7 The pauses start small again once there was a session")
	void pausesStartAnew() {
		this.shard.start().opened().hello().grant().closed(1006).reconnect();
		this.shard.opened().hello().grant().closed(1006).reconnect();
		this.shard.opened()
			.hello()
			.grant()
			.receiveReady(1)
			.receive(new ServerMessage.InvalidSession(false))
			.closed(4000);
		this.shard.reconnect().opened().hello().grant().closed(1006);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	@DisplayName("C7 A gateway that is gone for 12 seconds costs less than 30")
	void aShortOutageIsShort() {
		this.shard.drawing(0.999).start();
		long begun = this.shard.now();
		while (this.shard.now() - begun < Duration.ofSeconds(12).toNanos()) {
			this.shard.opened().hello().grant().closed(1006).reconnect();
		}
		this.shard.opened().hello().grant().receiveReady(1);
		assertThat(Duration.ofNanos(this.shard.now() - begun)).isLessThan(Duration.ofSeconds(30));
	}

	@Test
	@DisplayName("C7 In an outage of three hours with acknowledged heartbeats a shard identifies at most 20 times")
	void aLongOutageIsCheap() {
		this.shard.drawing(0.999).start();
		long begun = this.shard.now();
		while (this.shard.now() - begun < OUTAGE.toNanos()) {
			acknowledgedWithoutReady();
		}
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).hasSizeBetween(5, 20);
	}

	@Test
	@DisplayName("C7 In an outage of three hours that ends each IDENTIFY at once, too")
	void aLongOutageOfClosesIsCheap() {
		this.shard.drawing(0.999).start();
		long begun = this.shard.now();
		while (this.shard.now() - begun < OUTAGE.toNanos()) {
			this.shard.opened().hello().grant().closed(1006).reconnect();
		}
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).hasSizeBetween(5, 20);
	}

	/**
	 * One connection of an outage in which Discord answers heartbeats and nothing else.
	 */
	private void acknowledgedWithoutReady() {
		this.shard.opened().hello().grant();
		while (this.shard.state() == ShardState.IDENTIFYING) {
			this.shard.pass(Duration.ofSeconds(1)).ack();
		}
		this.shard.reconnect();
	}

	@Test
	@DisplayName("C7 As long as heartbeats are acknowledged, READY may come within ten minutes")
	void readyMayBeLate() {
		this.shard.start().opened().hello().grant();
		for (int i = 0; i < 599; i++) {
			this.shard.pass(Duration.ofSeconds(1)).ack();
		}
		assertThat(this.shard.state()).isEqualTo(ShardState.IDENTIFYING);
		this.shard.receiveReady(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
	}

	@Test
	@DisplayName("C7 READY is waited for for ten minutes, and not longer")
	void readyIsNotWaitedForForEver() {
		this.shard.start().opened().hello().grant();
		for (int i = 0; i < 600; i++) {
			this.shard.pass(Duration.ofSeconds(1)).ack();
		}
		assertThat(this.shard.state()).isEqualTo(ShardState.BACKING_OFF);
		assertThat(this.shard.snapshot().lastDisconnect())
			.isEqualTo(new DisconnectCause.TimedOut(DisconnectCause.Awaited.READY, ShardMachine.OUTAGE_LIMIT));
	}

	@Test
	@DisplayName("C7 RESUMED may be late in the same way")
	void resumedMayBeLate() {
		this.shard.stable().closed(1006).reconnect();
		this.shard.opened().hello();
		for (int i = 0; i < 599; i++) {
			this.shard.pass(Duration.ofSeconds(1)).ack();
		}
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		this.shard.pass(Duration.ofSeconds(1));
		assertThat(this.shard.snapshot().lastDisconnect())
			.isEqualTo(new DisconnectCause.TimedOut(DisconnectCause.Awaited.RESUMED, ShardMachine.OUTAGE_LIMIT));
	}

	@Test
	void threeIdentifiesInARowThatBroughtNothingAreReported() {
		this.shard.start();
		for (int i = 0; i < 3; i++) {
			assertThat(this.shard.snapshot().identifyRefusal()).isNull();
			this.shard.opened().hello().grant().closed(4000);
			if (i < 2) {
				this.shard.reconnect();
			}
		}
		IdentifyRefusal refusal = this.shard.snapshot().identifyRefusal();
		assertThat(refusal).isEqualTo(new IdentifyRefusal(new DisconnectCause.Closed(4000, ""), 3));
		assertThat(refusal.remedy()).contains("discord.gateway.token");
		this.shard.reconnect().opened().hello().grant().receiveReady(1);
		assertThat(this.shard.snapshot().identifyRefusal()).isNull();
	}

	@Test
	@DisplayName("C7 An outage is not blamed on the token")
	void anOutageIsNoRefusal() {
		this.shard.start();
		for (int i = 0; i < 3; i++) {
			this.shard.opened().hello().grant().closed(1006).reconnect();
		}
		IdentifyRefusal refusal = this.shard.snapshot().identifyRefusal();
		assertThat(refusal.times()).isEqualTo(3);
		assertThat(refusal.remedy()).doesNotContain("token").contains("outage");
	}

	@Test
	@DisplayName("C17 INVALID_SESSION in answer to IDENTIFY is followed by one to five seconds, and by more when it does not end")
	void invalidSessionsInARow() {
		this.shard.drawing(0.5).start();
		List<Duration> pauses = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			this.shard.opened().hello().grant().receive(new ServerMessage.InvalidSession(false)).closed(4000);
			pauses.add(this.shard.until(ShardTimer.BACK_OFF));
			this.shard.reconnect();
		}
		assertThat(pauses).startsWith(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3));
		assertThat(pauses.get(5)).isGreaterThan(Duration.ofSeconds(15));
	}

	@Test
	@DisplayName("C75 A shard that waits for its permit for longer than 15 s waits without a connection")
	void waitsWithoutAConnection() {
		this.shard.drawing(0.9).start().opened().hello().pass(ShardMachine.PERMIT_PATIENCE.minusNanos(1));
		assertThat(this.shard.state()).isEqualTo(ShardState.AWAITING_PERMIT);
		this.shard.pass(Duration.ofNanos(1));
		assertThat(this.shard.state()).isEqualTo(ShardState.QUEUED);
		assertThat(this.shard.all(ShardEffect.Drop.class)).hasSize(1);
		assertThat(this.shard.all(ShardEffect.ReleasePermit.class)).as("it keeps its place").isEmpty();
		this.shard.pass(Duration.ofHours(1)).grant();
		assertThat(this.shard.state()).isEqualTo(ShardState.CONNECTING);
		assertThat(this.shard.sent()).isEmpty();
		this.shard.opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.IDENTIFYING);
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).hasSize(1);
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).hasSize(1);
	}

	@Test
	@DisplayName("C75 A permit for which there is no connection goes back")
	void aPermitWithoutAConnectionGoesBack() {
		this.shard.start().opened().hello().pass(ShardMachine.PERMIT_PATIENCE).grant();
		this.shard.failed();
		assertThat(this.shard.all(ShardEffect.ReleasePermit.class)).hasSize(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.BACKING_OFF);
		this.shard.reconnect().opened().hello();
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).hasSize(2);
	}

	@Test
	@DisplayName("C75 A shard that stops while it waits leaves the queue")
	void stopsInTheQueue() {
		this.shard.start().opened().hello().pass(ShardMachine.PERMIT_PATIENCE).stop(true);
		assertThat(this.shard.all(ShardEffect.ReleasePermit.class)).hasSize(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
	}

}
