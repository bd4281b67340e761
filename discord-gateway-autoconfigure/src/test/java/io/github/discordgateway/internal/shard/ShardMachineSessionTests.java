package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.BotIdentity;
import io.github.discordgateway.ShardState;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.event.lifecycle.SessionRestored;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.event.lifecycle.ShardStopped;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: what is acknowledged, what is kept, and the stop.
 */
class ShardMachineSessionTests {

	private static final Session KEPT = new Session("kept", "wss://kept.test", 41);

	private final VirtualShard shard = new VirtualShard();

	private Session lastSaved() {
		return this.shard.last(ShardEffect.SaveSession.class).session();
	}

	/** Brings a shard that is being started into a state. */
	private void reach(ShardState state) {
		switch (state) {
			case NEW -> {
			}
			case CONNECTING -> this.shard.start();
			case AWAITING_HELLO -> this.shard.start().opened();
			case AWAITING_PERMIT -> this.shard.start().opened().hello();
			case IDENTIFYING -> this.shard.start().opened().hello().grant();
			case RESUMING -> this.shard.start(KEPT).opened().hello();
			case BACKING_OFF -> this.shard.start().failed();
			case READY -> this.shard.ready();
			default -> throw new IllegalArgumentException(state.name());
		}
		assertThat(this.shard.state()).isEqualTo(state);
		this.shard.forgetEffects();
	}

	@Test
	@DisplayName("C15 Heartbeats acknowledge what is handled, not what is received")
	void heartbeatsAcknowledgeHandledEvents() {
		this.shard.ready().holding();
		this.shard.forgetEffects();
		this.shard.event(2).event(3).pass(VirtualShard.INTERVAL);
		assertThat(this.shard.last(ShardEffect.SendHeartbeat.class).sequence()).isEqualTo(1);
		this.shard.handle(1).ack().pass(VirtualShard.INTERVAL);
		assertThat(this.shard.last(ShardEffect.SendHeartbeat.class).sequence()).isEqualTo(1);
		this.shard.handle(0).ack().pass(VirtualShard.INTERVAL);
		assertThat(this.shard.last(ShardEffect.SendHeartbeat.class).sequence()).isEqualTo(3);
		assertThat(this.shard.snapshot().receivedSequence()).isEqualTo(3);
	}

	@Test
	@DisplayName("C15 RESUME asks for what comes after the last event that was received: the rest lies in memory")
	void resumeNamesTheReceivedSequence() {
		this.shard.ready().holding();
		this.shard.forgetEffects();
		this.shard.event(2).event(3).event(4).handle(0).handle(2);
		this.shard.closed(1006).reconnect().opened().hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().sequence()).isEqualTo(4);
		this.shard.receiveResumed(5).handle(1).pass(Duration.ofSeconds(1));
		assertThat(lastSaved().sequence()).as("for another process").isEqualTo(5);
	}

	@Test
	@DisplayName("C15 What is saved while an event is open is the sequence before it, and the first RESUME names that")
	void anotherProcessResumesBehindWhatWasHandled() {
		this.shard.ready().holding();
		this.shard.forgetEffects();
		this.shard.event(2).event(3).event(4).handle(0).handle(2).pass(Duration.ofSeconds(1));
		Session saved = lastSaved();
		assertThat(saved.sequence()).isEqualTo(2);
		VirtualShard next = new VirtualShard().start(saved).opened().hello();
		assertThat(next.last(ShardEffect.SendResume.class).session().sequence()).isEqualTo(2);
	}

	@Test
	@DisplayName("C15 Heartbeats tell what is received once more than resume.max-lag events are open")
	void heartbeatsDoNotHoldTheServerForEver() {
		this.shard.ready().holding();
		int lag = ShardSettings.DEFAULT.maxLag();
		for (int sequence = 2; sequence <= lag + 1; sequence++) {
			this.shard.event(sequence);
		}
		this.shard.pass(VirtualShard.INTERVAL);
		assertThat(this.shard.last(ShardEffect.SendHeartbeat.class).sequence()).isEqualTo(1);
		assertThat(this.shard.snapshot().lag()).isEqualTo(lag);
		this.shard.event(lag + 2).ack().pass(VirtualShard.INTERVAL);
		assertThat(this.shard.last(ShardEffect.SendHeartbeat.class).sequence()).isEqualTo(lag + 2);
	}

	@Test
	@DisplayName("C61 The progress of a long replay is saved before it ends")
	void aReplayIsSaved() {
		this.shard.start(KEPT).opened().hello().event(42).event(43).pass(Duration.ofSeconds(1));
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		assertThat(lastSaved().sequence()).isEqualTo(43);
	}

	@Test
	@DisplayName("C58 An event that could not be handed on is not received: it comes again after a resume")
	void anEventThatFailsComesAgain() {
		this.shard.stable().event(3).eventFailed(3);
		assertThat(this.shard.state()).isEqualTo(ShardState.BACKING_OFF);
		this.shard.reconnect().opened().hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().sequence()).isEqualTo(2);
		this.shard.forgetEffects();
		this.shard.event(3);
		assertThat(this.shard.last(ShardEffect.Deliver.class)).isEqualTo(new ShardEffect.Deliver(3, true, false));
	}

	@Test
	@DisplayName("C42 What fails twice at the same sequence is passed over the second time, and the session goes on")
	void anEventThatAlwaysFailsIsPassedOver() {
		this.shard.stable().event(3).eventFailed(3).reconnect().opened().hello();
		this.shard.event(3).eventFailed(3);
		assertThat(this.shard.last(ShardEffect.PassOver.class).sequence()).isEqualTo(3);
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		this.shard.event(4).receiveResumed(5).pass(Duration.ofSeconds(1));
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(lastSaved().sequence()).isEqualTo(5);
		assertThat(this.shard.all(ShardEffect.SendIdentify.class)).hasSize(1);
	}

	@Test
	@DisplayName("C42 A frame that cannot even be read ends one connection, and not the next one")
	void aFrameThatCannotBeReadIsPassedOver() {
		this.shard.stable().receive(new ServerMessage.Unreadable("out of memory"));
		assertThat(this.shard.state()).isEqualTo(ShardState.BACKING_OFF);
		this.shard.reconnect().opened().hello().receive(new ServerMessage.Unreadable("out of memory"));
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
	}

	@Test
	@DisplayName("C63 A session that could not be loaded is a possible gap")
	void aStoreThatDoesNotAnswerIsAPossibleGap() {
		this.shard.on(new ShardInput.Start(null, "the store did not answer"));
		assertThat(this.shard.state()).isEqualTo(ShardState.CONNECTING);
		assertThat(this.shard.notices(EventsMissed.class)).singleElement()
			.satisfies((missed) -> assertThat(missed.description()).contains("the store did not answer"));
	}

	@Test
	@DisplayName("C71 A session that goes on in a new process says who the bot is, once")
	void aRestoredSessionSaysWhoTheBotIs() {
		BotIdentity bot = new BotIdentity(Snowflake.of(7), Snowflake.of(8));
		this.shard.start(new Session("kept", null, 41, bot)).opened().hello();
		assertThat(this.shard.snapshot().session().bot()).isEqualTo(bot);
		this.shard.receiveResumed(42);
		assertThat(this.shard.notices(SessionRestored.class))
			.containsExactly(new SessionRestored(VirtualShard.ID, bot));
		assertThat(lastSaved().bot()).isEqualTo(bot);
		this.shard.closed(1006).reconnect().opened().hello().receiveResumed(43);
		assertThat(this.shard.notices(SessionRestored.class)).hasSize(1);
	}

	@Test
	@DisplayName("C18 What is replayed although it was received is not delivered a second time")
	void knownEventsAreNotDeliveredAgain() {
		this.shard.ready().holding();
		this.shard.event(2).event(3).event(4);
		this.shard.closed(1006).reconnect().opened().hello();
		this.shard.forgetEffects();
		this.shard.event(2).event(3).event(4).event(5).receiveResumed(6);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).extracting(ShardEffect.Deliver::replayed)
			.containsExactly(true, false);
		assertThat(this.shard.notices(ShardResumed.class)).containsExactly(new ShardResumed(VirtualShard.ID, 1));
	}

	@Test
	@DisplayName("C74 A server that repeats sequences gets no replayed event delivered twice")
	void aServerWhoseSequencesRepeatGetsNoEventDeliveredTwice() {
		this.shard.ready().holding();
		this.shard.event(2).event(2).event(3);
		this.shard.closed(1006).reconnect().opened().hello();
		this.shard.forgetEffects();
		this.shard.event(2).event(2).event(3).event(4);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).extracting(ShardEffect.Deliver::sequence)
			.containsExactly(4L);
	}

	@Test
	void theSessionIsSavedWhenItBeginsAndAtMostOnceASecondWhenItMoves() {
		this.shard.ready();
		assertThat(this.shard.all(ShardEffect.SaveSession.class))
			.containsExactly(new ShardEffect.SaveSession(new Session("session-id", "wss://resume.test", 1)));
		this.shard.event(2).event(3);
		this.shard.pass(Duration.ofMillis(999));
		assertThat(this.shard.all(ShardEffect.SaveSession.class)).hasSize(1);
		this.shard.pass(Duration.ofMillis(1));
		assertThat(lastSaved().sequence()).isEqualTo(3);
		this.shard.pass(Duration.ofSeconds(20));
		assertThat(this.shard.all(ShardEffect.SaveSession.class)).as("nothing moved").hasSize(2);
	}

	@Test
	void aSessionThatTheStoreHasLostIsSavedAgainAlthoughNothingMoved() {
		this.shard.on(new ShardInput.SaveAgain());
		assertThat(this.shard.all(ShardEffect.SaveSession.class)).as("there is none yet").isEmpty();
		this.shard.ready();
		this.shard.forgetEffects();
		this.shard.on(new ShardInput.SaveAgain());
		assertThat(this.shard.all(ShardEffect.SaveSession.class)).hasSize(1);
		assertThat(lastSaved().sequence()).isEqualTo(1);
		this.shard.stop(true).closed(1000);
		this.shard.forgetEffects();
		this.shard.on(new ShardInput.SaveAgain());
		assertThat(this.shard.all(ShardEffect.SaveSession.class)).as("it may be another process's by now").isEmpty();
	}

	@Test
	void whatIsHandledWhileTheConnectionIsDownIsSavedToo() {
		this.shard.drawing(0.9).ready().holding();
		this.shard.forgetEffects();
		this.shard.event(2).closed(1006);
		this.shard.failed().handle(0).pass(Duration.ofSeconds(1));
		assertThat(lastSaved().sequence()).isEqualTo(2);
	}

	@Test
	@DisplayName("C22 A shard started with a kept session resumes as its first act and asks for no permit")
	void aKeptSessionIsResumed() {
		this.shard.start(KEPT);
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isEqualTo("wss://kept.test");
		this.shard.opened().hello();
		assertThat(this.shard.sent()).containsExactly(new ShardEffect.SendResume(KEPT));
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).isEmpty();
		this.shard.event(42).receiveResumed(43);
		assertThat(this.shard.notices(ShardResumed.class)).containsExactly(new ShardResumed(VirtualShard.ID, 1));
		assertThat(lastSaved().sequence()).isEqualTo(43);
	}

	@Test
	void aSessionThatIsLostIsRemoved() {
		this.shard.start(KEPT).opened().hello().receive(new ServerMessage.InvalidSession(false));
		this.shard.closed(4000);
		assertThat(this.shard.all(ShardEffect.RemoveSession.class)).hasSize(1);
	}

	@Test
	void aFatalCloseRemovesTheSession() {
		this.shard.ready().closed(4004);
		assertThat(this.shard.all(ShardEffect.RemoveSession.class)).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "NEW", "CONNECTING", "AWAITING_HELLO", "AWAITING_PERMIT", "IDENTIFYING", "RESUMING",
			"BACKING_OFF", "READY" })
	@DisplayName("C36 A stop ends in every state, within the close limit, even when the peer never echoes")
	void stopsInEveryState(ShardState state) {
		reach(state);
		this.shard.drain(true).stop(true).pass(ShardSettings.DEFAULT.closeTimeout());
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
		assertThat(this.shard.all(ShardEffect.Close.class)).allMatch((close) -> close.code() == 4000);
		assertThat(this.shard.notices(ShardStopped.class)).hasSize(1);
		this.shard.forgetEffects();
		this.shard.pass(Duration.ofDays(1));
		assertThat(this.shard.all(ShardEffect.class)).as("no timer is left").isEmpty();
	}

	@Test
	@DisplayName("C36 A drained shard takes no more events, goes on with heartbeats, and saves what is handled")
	void drainKeepsTheSession() {
		this.shard.ready().holding();
		this.shard.forgetEffects();
		this.shard.event(2).drain(true);
		assertThat(this.shard.all(ShardEffect.StopReading.class)).hasSize(1);
		this.shard.event(3).pass(VirtualShard.INTERVAL).handle(0);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).as("3 comes again after a resume").hasSize(1);
		assertThat(this.shard.all(ShardEffect.SendHeartbeat.class)).isNotEmpty();
		this.shard.stop(true).closed(4000);
		assertThat(lastSaved().sequence()).isEqualTo(2);
		assertThat(this.shard.all(ShardEffect.RemoveSession.class)).isEmpty();
	}

	@Test
	@DisplayName("C36 Nothing is connected again while a shard drains, and what is handled meanwhile is saved")
	void aConnectionThatIsLostWhileDrainingStaysLost() {
		this.shard.ready().holding();
		this.shard.forgetEffects();
		this.shard.event(2).drain(true).closed(1006).pass(Duration.ofMinutes(5));
		assertThat(this.shard.all(ShardEffect.Connect.class)).isEmpty();
		this.shard.handle(0).stop(true);
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
		assertThat(lastSaved().sequence()).isEqualTo(2);
	}

	@Test
	@DisplayName("C36 No session begins or goes on while a shard drains, and what it skips stays unacknowledged")
	void aDrainIsNotUndone() {
		this.shard.ready().drain(true).event(2).receiveResumed(3).receiveReady(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.DRAINING);
		this.shard.stop(true).closed(4000);
		assertThat(lastSaved().sequence()).isEqualTo(1);
	}

	@Test
	void aListenerCanSendACommandWhileItsShardDrains() {
		this.shard.ready().drain(true);
		this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(1);
		this.shard.closed(1006);
		this.shard.on(new ShardInput.CommandGiven(Commands.command("{}")));
		assertThat(this.shard.all(ShardEffect.RejectCommand.class)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	@DisplayName("C37 A stop that forgets the session closes with 1000 and removes it")
	void forgettingStop(boolean drained) {
		this.shard.ready();
		this.shard.forgetEffects();
		if (drained) {
			this.shard.drain(false);
		}
		this.shard.stop(false);
		assertThat(this.shard.all(ShardEffect.Close.class)).containsExactly(new ShardEffect.Close(1000));
		this.shard.closed(1000);
		assertThat(this.shard.all(ShardEffect.RemoveSession.class)).hasSize(1);
		assertThat(this.shard.all(ShardEffect.SaveSession.class)).isEmpty();
	}

	@Test
	@DisplayName("C38 Frames after our close frame change nothing, nothing is sent after it, a second stop is a no-op")
	void nothingAfterTheCloseFrame() {
		this.shard.ready().stop(true);
		this.shard.forgetEffects();
		this.shard.event(2)
			.receive(new ServerMessage.HeartbeatRequest())
			.receive(new ServerMessage.Reconnect())
			.stop(false);
		this.shard.drain(false);
		assertThat(this.shard.all(ShardEffect.class)).isEmpty();
		this.shard.pass(Duration.ofSeconds(1));
		assertThat(this.shard.sent()).isEmpty();
		assertThat(this.shard.snapshot().receivedSequence()).isEqualTo(1);
	}

	@Test
	void aMachineThatSleptResumesOnceAtOnce() {
		this.shard.stable();
		this.shard.forgetEffects();
		this.shard.on(new ShardInput.Slept(Duration.ofHours(2)));
		assertThat(this.shard.all(ShardEffect.Drop.class)).hasSize(1);
		this.shard.reconnect().opened().hello().receiveResumed(3);
		assertThat(this.shard.all(ShardEffect.SendResume.class)).hasSize(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
	}

	@Test
	void aHeartbeatThatIsALittleLateIsNoSleep() {
		this.shard.ready();
		this.shard.on(new ShardInput.Slept(VirtualShard.INTERVAL));
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
	}

}
