package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.DisconnectCause.Awaited;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: connecting and starting a session.
 */
class ShardMachineHandshakeTests {

	private static final Duration TICK = Duration.ofNanos(1);

	private final VirtualShard shard = new VirtualShard();

	@Test
	@DisplayName("C2 Nothing is sent before HELLO: no heartbeat, no IDENTIFY, no command")
	void nothingIsSentBeforeHello() {
		this.shard.start().opened();
		this.shard.receive(new ServerMessage.HeartbeatRequest());
		this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		this.shard.grant();
		this.shard.pass(Duration.ofSeconds(19));
		assertThat(this.shard.sent()).isEmpty();
	}

	@Test
	@DisplayName("C3 HELLO without a session asks for exactly one permit; IDENTIFY is sent once, after the grant")
	void helloAsksForOnePermitAndIdentifiesOnce() {
		this.shard.start().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.AWAITING_PERMIT);
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).hasSize(1);
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).isEmpty();
		this.shard.grant();
		assertThat(this.shard.state()).isEqualTo(ShardState.IDENTIFYING);
		this.shard.hello().grant();
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).hasSize(1);
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).hasSize(1);
		assertThat(this.shard.all(ShardEffect.ReleasePermit.class)).as("the second permit is given back").hasSize(1);
	}

	@Test
	@DisplayName("C3 A permit that comes for an old connection is given back")
	void permitOfAnOldConnectionIsGivenBack() {
		this.shard.start().opened().hello();
		int old = this.shard.connection();
		this.shard.closed(1006).reconnect().opened();
		this.shard.forgetEffects();
		this.shard.on(new ShardInput.PermitGranted(old));
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).isEmpty();
		assertThat(this.shard.all(ShardEffect.ReleasePermit.class)).hasSize(1);
	}

	@Test
	@DisplayName("C5 READY stores session id, sequence and resume URL and makes the shard ready")
	void readyStoresTheSession() {
		this.shard.start().opened().hello().grant().receiveReady(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(this.shard.snapshot().session()).isEqualTo(new Session("session-id", "wss://resume.test", 1));
		assertThat(this.shard.notices(ShardReady.class)).hasSize(1);
		assertThat(this.shard.last(ShardEffect.Deliver.class).replayed()).isFalse();
	}

	static Stream<Arguments> waits() {
		ShardSettings settings = ShardSettings.DEFAULT;
		return Stream.of(Arguments.of(Awaited.CONNECTION, settings.connectTimeout()),
				Arguments.of(Awaited.HELLO, settings.helloTimeout()),
				Arguments.of(Awaited.READY, settings.readyTimeout()),
				Arguments.of(Awaited.RESUMED, settings.resumedTimeout()));
	}

	@ParameterizedTest
	@MethodSource("waits")
	@DisplayName("C7 Each wait has a limit of its own, past which the connection is dropped and retried")
	void eachWaitHasItsLimit(Awaited awaited, Duration limit) {
		switch (awaited) {
			case CONNECTION -> this.shard.start();
			case HELLO -> this.shard.start().opened();
			case READY -> this.shard.start().opened().hello().grant();
			case RESUMED -> this.shard.start(new Session("id", null, 5)).opened().hello();
		}
		this.shard.pass(limit.minus(TICK));
		// What proves that the connection lives does not replace what is waited for.
		this.shard.receive(new ServerMessage.Other());
		assertThat(this.shard.notices(ShardDisconnected.class)).isEmpty();
		this.shard.pass(TICK);
		assertThat(this.shard.notices(ShardDisconnected.class))
			.containsExactly(new ShardDisconnected(VirtualShard.ID, new DisconnectCause.TimedOut(awaited, limit)));
		assertThat(this.shard.all(ShardEffect.Drop.class)).hasSize(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.BACKING_OFF);
		this.shard.reconnect();
		assertThat(this.shard.state()).isEqualTo(ShardState.CONNECTING);
	}

	@Test
	@DisplayName("C7 The end of a connection after our close frame has a limit")
	void closeHasItsLimit() {
		this.shard.stable().receive(new ServerMessage.Reconnect());
		assertThat(this.shard.state()).isEqualTo(ShardState.CLOSING);
		this.shard.pass(ShardSettings.DEFAULT.closeTimeout().minus(TICK));
		assertThat(this.shard.state()).isEqualTo(ShardState.CLOSING);
		this.shard.pass(TICK);
		assertThat(this.shard.all(ShardEffect.Drop.class)).hasSize(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.CONNECTING);
	}

	@Test
	@DisplayName("C7 A replay that goes on is not cut off by the limit for RESUMED")
	void longReplayIsNotCutOff() {
		this.shard.start(new Session("id", null, 5)).opened().hello();
		Duration limit = ShardSettings.DEFAULT.resumedTimeout();
		for (int i = 0; i < 5; i++) {
			this.shard.pass(limit.dividedBy(2)).event(6 + i).ack();
		}
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		this.shard.pass(limit.multipliedBy(2));
		assertThat(this.shard.notices(ShardDisconnected.class)).isNotEmpty();
	}

	@Test
	@DisplayName("C13 No timer, frame or acknowledgement of an old connection reaches a new one")
	void nothingOfAnOldConnectionReachesANewOne() {
		this.shard.stable();
		int old = this.shard.connection();
		this.shard.closed(1006).reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		Session before = this.shard.snapshot().session();
		this.shard.forgetEffects();
		this.shard.on(new ShardInput.Received(old, new ServerMessage.HeartbeatAck()));
		this.shard.on(new ShardInput.Received(old, new ServerMessage.Event(999)));
		this.shard.on(new ShardInput.Received(old, new ServerMessage.Resumed(1000)));
		this.shard.on(new ShardInput.Received(old, new ServerMessage.Reconnect()));
		this.shard.on(new ShardInput.Received(old, new ServerMessage.Hello(Duration.ofMillis(1))));
		this.shard.on(new ShardInput.Opened(old));
		this.shard.on(new ShardInput.Corrupted(old, "late"));
		this.shard.on(new ShardInput.Ended(old, new DisconnectCause.Closed(4004, "")));
		assertThat(this.shard.all(ShardEffect.class)).isEmpty();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		assertThat(this.shard.snapshot().session()).isEqualTo(before);
	}

	@Test
	@DisplayName("C13 Timers of a connection are cancelled with it")
	void timersEndWithTheirConnection() {
		this.shard.stable().closed(1006);
		for (ShardTimer timer : ShardTimer.values()) {
			if (timer != ShardTimer.BACK_OFF && timer != ShardTimer.SAVE) {
				assertThat(this.shard.until(timer)).as(timer.name()).isNull();
			}
		}
	}

	@Test
	@DisplayName("C2 READY before HELLO is ignored: without HELLO there are no heartbeats")
	void readyBeforeHelloIsIgnored() {
		this.shard.start().opened().receiveReady(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.AWAITING_HELLO);
		this.shard.hello().grant().receiveReady(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(this.shard.until(ShardTimer.HEARTBEAT)).isNotNull();
	}

}
