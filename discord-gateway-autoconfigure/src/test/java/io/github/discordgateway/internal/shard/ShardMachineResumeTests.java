package io.github.discordgateway.internal.shard;

import java.time.Duration;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.DisconnectCause;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardFailed;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: sequences, resuming, and the end of connections.
 */
class ShardMachineResumeTests {

	private final VirtualShard shard = new VirtualShard();

	private long sequence() {
		return this.shard.snapshot().receivedSequence();
	}

	@Test
	@DisplayName("C14 The received sequence follows every dispatch, READY and RESUMED included; gaps are accepted")
	void sequenceFollowsEveryDispatch() {
		this.shard.ready();
		assertThat(sequence()).isEqualTo(1);
		this.shard.event(2);
		assertThat(sequence()).isEqualTo(2);
		this.shard.event(100);
		assertThat(sequence()).isEqualTo(100);
		this.shard.closed(1006).reconnect().opened().hello().receiveResumed(101);
		assertThat(sequence()).isEqualTo(101);
	}

	@Test
	@DisplayName("C14 Of sequences that repeat, are absent or come out of order the highest counts")
	void highestSequenceCounts() {
		this.shard.ready().event(10).event(10).event(4).event(-1);
		assertThat(sequence()).isEqualTo(10);
	}

	@Test
	@DisplayName("C14 Dispatches before READY count for the session that READY starts")
	void dispatchesBeforeReadyCount() {
		this.shard.start().opened().hello().grant().event(1).event(2).receiveReady(3);
		assertThat(sequence()).isEqualTo(3);
	}

	@Test
	@DisplayName("C74 Sequences that start at 0 or repeat before READY do not count for the session")
	void oddSequencesBeforeReadyDoNotCount() {
		this.shard.start().opened().hello().grant().event(0).event(7).event(7).receiveReady(1);
		assertThat(sequence()).isEqualTo(1);
		this.shard.event(2).event(3).closed(1006).reconnect().opened().hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().sequence()).isEqualTo(3);
		this.shard.forgetEffects();
		this.shard.event(2).event(3).event(4);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).extracting(ShardEffect.Deliver::sequence)
			.containsExactly(4L);
	}

	@Test
	@DisplayName("C15 An event that comes before RESUME acknowledges nothing of the session that is to be resumed")
	void eventsBeforeResumeAreNotOfTheSession() {
		this.shard.stable().closed(1006).reconnect().opened().event(9).hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().sequence()).isEqualTo(2);
		this.shard.event(3).receiveResumed(4);
		assertThat(sequence()).isEqualTo(4);
	}

	@Test
	@DisplayName("C16 Opcode 7: close that keeps the session, resume URL, HELLO, RESUME; no permit used")
	void reconnectResumes() {
		this.shard.stable();
		this.shard.forgetEffects();
		this.shard.receive(new ServerMessage.Reconnect());
		assertThat(this.shard.all(ShardEffect.Close.class)).containsExactly(new ShardEffect.Close(4000));
		this.shard.closed(4000).reconnect();
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isEqualTo("wss://resume.test");
		this.shard.opened().hello();
		assertThat(this.shard.all(ShardEffect.SendResume.class))
			.containsExactly(new ShardEffect.SendResume(new Session("session-id", "wss://resume.test", 2)));
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).isEmpty();
		assertThat(this.shard.notices(SessionLost.class)).isEmpty();
	}

	@Test
	@DisplayName("C16 Opcode 7 before HELLO reconnects as well")
	void reconnectBeforeHello() {
		this.shard.start().opened().receive(new ServerMessage.Reconnect()).closed(4000).reconnect();
		assertThat(this.shard.state()).isEqualTo(ShardState.CONNECTING);
	}

	@Test
	@DisplayName("C17 Opcode 9 true resumes, after a pause of one to five seconds")
	void resumableInvalidSessionResumes() {
		this.shard.drawing(0).stable().receive(new ServerMessage.InvalidSession(true)).closed(4000);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isEqualTo(Duration.ofSeconds(1));
		this.shard.reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
	}

	@Test
	@DisplayName("C17 Opcode 9 false: session dropped, main URL, permit, IDENTIFY")
	void invalidSessionIdentifies() {
		this.shard.stable();
		this.shard.forgetEffects();
		this.shard.receive(new ServerMessage.InvalidSession(false)).closed(4000);
		assertThat(this.shard.snapshot().session()).isNull();
		assertThat(this.shard.notices(SessionLost.class))
			.containsExactly(new SessionLost(VirtualShard.ID, 2, new DisconnectCause.SessionInvalidated(false)));
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
		this.shard.reconnect();
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isNull();
		this.shard.opened().hello();
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).hasSize(1);
		this.shard.grant().receiveReady(1);
		assertThat(sequence()).as("the old sequence is gone").isEqualTo(1);
	}

	@Test
	@DisplayName("C18 State is resuming until RESUMED; replayed events are delivered and marked; then ready")
	void replayIsMarked() {
		this.shard.stable().closed(1006).reconnect().opened().hello();
		this.shard.forgetEffects();
		this.shard.event(3).event(4);
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).extracting(ShardEffect.Deliver::replayed)
			.containsExactly(true, true);
		this.shard.receiveResumed(5);
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(this.shard.notices(ShardResumed.class)).containsExactly(new ShardResumed(VirtualShard.ID, 2));
		this.shard.forgetEffects();
		this.shard.event(6);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).extracting(ShardEffect.Deliver::replayed)
			.containsExactly(false);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 1006, 4000, 4007, 4009 })
	@DisplayName("C19 A connection closed before HELLO costs no session")
	void closeBeforeHelloCostsNoSession(int code) {
		this.shard.stable().closed(1006).reconnect().opened().closed(code).reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
		assertThat(this.shard.notices(SessionLost.class)).isEmpty();
	}

	@Test
	@DisplayName("C20 A resume URL that cannot be reached twice gives way to the main URL, with the same session")
	void unreachableResumeUrlGivesWay() {
		this.shard.stable().closed(1006).reconnect();
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isNotNull();
		this.shard.failed().reconnect();
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isNotNull();
		this.shard.failed().reconnect();
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isNull();
		this.shard.opened().hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().id()).isEqualTo("session-id");
	}

	@Test
	@DisplayName("C20 A resume that fails N times gives way to a new session, reported as a possible gap")
	void hopelessResumeIsGivenUp() {
		this.shard.stable().closed(1006);
		for (int i = 0; i < ShardSettings.DEFAULT.resumeAttempts(); i++) {
			assertThat(this.shard.notices(SessionLost.class)).isEmpty();
			this.shard.reconnect().opened().hello().closed(1006);
		}
		assertThat(this.shard.notices(SessionLost.class))
			.containsExactly(new SessionLost(VirtualShard.ID, 2, new DisconnectCause.Closed(1006, "")));
		this.shard.reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.AWAITING_PERMIT);
	}

	@Test
	@DisplayName("C20 A resume that fails for T minutes gives way to a new session")
	void overdueResumeIsGivenUp() {
		this.shard.drawing(0.9).stable().closed(1006).reconnect();
		for (int i = 0; i < 30 && this.shard.snapshot().session() != null; i++) {
			this.shard.failed().reconnect();
		}
		assertThat(this.shard.snapshot().session()).isNull();
		assertThat(this.shard.notices(SessionLost.class)).hasSize(1);
	}

	@Test
	@DisplayName("C21 Two drops in a row both resume")
	void twoDropsBothResume() {
		this.shard.stable().closed(1006).reconnect().opened().hello().event(3).closed(1006);
		this.shard.reconnect().opened().hello();
		assertThat(this.shard.last(ShardEffect.SendResume.class).session().sequence()).isEqualTo(3);
		this.shard.receiveResumed(4).closed(1006).reconnect().opened().hello();
		assertThat(this.shard.all(ShardEffect.SendResume.class)).hasSize(3);
		assertThat(this.shard.all(ShardEffect.RequestPermit.class)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 4000, 4001, 4002, 4003, 4005, 4008, 1000, 1001, 1005, 1006, 1011, 1012, 3000, 4999, 4021 })
	@DisplayName("C23 These codes, unknown ones and no code reconnect and resume")
	void closeCodesThatResume(int code) {
		this.shard.stable().closed(code).reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
	}

	@Test
	@DisplayName("C23 A stream that fails without a close reconnects and resumes")
	void brokenStreamResumes() {
		this.shard.stable().failed().reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
	}

	@ParameterizedTest
	@ValueSource(ints = { 4006, 4007, 4009 })
	@DisplayName("C24 4007 and 4009 start a new session without a futile resume")
	void closeCodesThatStartAnew(int code) {
		this.shard.stable();
		this.shard.forgetEffects();
		this.shard.closed(code).reconnect();
		assertThat(this.shard.last(ShardEffect.Connect.class).resumeUrl()).isNull();
		this.shard.opened().hello().grant();
		assertThat(this.shard.state()).isEqualTo(ShardState.IDENTIFYING);
		assertThat(this.shard.all(ShardEffect.SendResume.class)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4004, 4010, 4011, 4012, 4013, 4014 })
	@DisplayName("C25 Fatal codes end the shard: no further connection, and the code is told")
	void fatalCloseCodes(int code) {
		this.shard.start().opened().hello().grant().closed(code);
		assertThat(this.shard.state()).isEqualTo(ShardState.FAILED);
		assertThat(this.shard.until(ShardTimer.BACK_OFF)).isNull();
		assertThat(this.shard.snapshot().fatalCloseCode()).isEqualTo(code);
		assertThat(this.shard.notices(ShardFailed.class)).containsExactly(new ShardFailed(VirtualShard.ID, code));
		this.shard.forgetEffects();
		this.shard.pass(Duration.ofDays(1)).start().stop(true);
		assertThat(this.shard.all(ShardEffect.class)).isEmpty();
	}

	@Test
	@DisplayName("C25 Waiting commands are refused when the shard ends")
	void fatalCloseRefusesCommands() {
		this.shard.start().opened().hello();
		this.shard.on(new ShardInput.CommandGiven(Commands.command("1")));
		this.shard.closed(4014);
		this.shard.on(new ShardInput.CommandGiven(Commands.command("2")));
		assertThat(this.shard.all(ShardEffect.RejectCommand.class)).extracting((rejected) -> rejected.command().json())
			.containsExactly("1", "2");
	}

	@Test
	@DisplayName("C26 Exactly one notice for each connection, whoever ended it, with its cause")
	void oneDisconnectedNoticeForEachConnection() {
		this.shard.start().failed().reconnect();
		this.shard.opened()
			.hello()
			.grant()
			.receiveReady(1)
			.receive(new ServerMessage.Reconnect())
			.closed(4000)
			.closed(1006);
		this.shard.reconnect().opened().hello().closed(1001).failed();
		assertThat(this.shard.notices(ShardDisconnected.class)).extracting(ShardDisconnected::cause)
			.containsExactly(new DisconnectCause.Failed("connection refused"), new DisconnectCause.ReconnectRequested(),
					new DisconnectCause.Closed(1001, ""));
	}

	@Test
	@DisplayName("C42 Corrupt data closes with a code that keeps the session, and resumes")
	void corruptDataResumes() {
		this.shard.stable();
		this.shard.on(new ShardInput.Corrupted(this.shard.connection(), "zlib"));
		assertThat(this.shard.last(ShardEffect.Close.class).code()).isEqualTo(4000);
		this.shard.closed(4000).reconnect().opened().hello();
		assertThat(this.shard.state()).isEqualTo(ShardState.RESUMING);
	}

	@Test
	void aServerThatAnswersResumeWithReadyHasLostTheSession() {
		this.shard.stable().closed(1006).reconnect().opened().hello().receiveReady(1);
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
		assertThat(sequence()).isEqualTo(1);
		assertThat(this.shard.notices(SessionLost.class)).hasSize(1);
	}

}
