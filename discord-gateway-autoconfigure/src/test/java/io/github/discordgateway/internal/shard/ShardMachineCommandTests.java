package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.ShardDraining;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: commands and their limits.
 */
class ShardMachineCommandTests {

	private static final Duration TICK = Duration.ofNanos(1);

	private final VirtualShard shard = new VirtualShard();

	private final Commands commands = new Commands();

	private void give(PendingCommand command) {
		this.shard.on(new ShardInput.CommandGiven(command));
	}

	private void cancel(PendingCommand command) {
		this.shard.on(new ShardInput.CommandCancelled(command));
	}

	private void notWritten(PendingCommand command) {
		notWritten(this.shard.connection(), command);
	}

	private void notWritten(int connection, PendingCommand command) {
		this.shard.on(new ShardInput.CommandNotWritten(connection, command));
	}

	private List<String> sent() {
		return this.shard.all(ShardEffect.SendCommand.class).stream().map((sent) -> sent.command().json()).toList();
	}

	private List<String> rejected() {
		return this.shard.all(ShardEffect.RejectCommand.class)
			.stream()
			.map((rejected) -> rejected.command().json() + ": " + rejected.reason())
			.toList();
	}

	/** Spends the send limit; what is given from now on waits. */
	private void spendTheLimit() {
		for (int i = 0; i < 117; i++) {
			give(Commands.command("{}"));
		}
		this.shard.forgetEffects();
	}

	/** As long as the server says something, no heartbeat ends the connection. */
	private void pass(Duration duration) {
		this.shard.ack().pass(duration);
	}

	private void reach(ShardState state) {
		switch (state) {
			case NEW -> {
			}
			case BACKING_OFF -> this.shard.start().failed();
			case CONNECTING -> this.shard.start();
			case AWAITING_HELLO -> this.shard.start().opened();
			case AWAITING_PERMIT -> this.shard.start().opened().hello();
			case IDENTIFYING -> this.shard.start().opened().hello().grant();
			case RESUMING -> this.shard.stable().closed(1006).reconnect().opened().hello();
			default -> throw new IllegalArgumentException(state.name());
		}
		assertThat(this.shard.state()).isEqualTo(state);
	}

	@Test
	@DisplayName("C30 Commands given before READY wait and are sent in order after it")
	void commandsWaitForReady() {
		this.shard.start();
		give(Commands.command("1"));
		this.shard.opened().hello().grant();
		give(Commands.command("2"));
		assertThat(sent()).isEmpty();
		this.shard.receiveReady(1);
		assertThat(sent()).containsExactly("1", "2");
	}

	@ParameterizedTest
	@EnumSource(value = ShardState.class,
			names = { "NEW", "BACKING_OFF", "CONNECTING", "AWAITING_HELLO", "AWAITING_PERMIT", "IDENTIFYING",
					"RESUMING" })
	@DisplayName("C30 In no state before READY or RESUMED a command is sent")
	void nothingIsSentTooEarly(ShardState state) {
		reach(state);
		give(Commands.command("1"));
		give(this.commands.presence("2"));
		assertThat(sent()).isEmpty();
		assertThat(rejected()).isEmpty();
	}

	@Test
	@DisplayName("C30 Commands given while disconnected are sent after the resume, and those that were not written again")
	void commandsWaitForResumed() {
		this.shard.stable();
		PendingCommand first = Commands.command("first");
		PendingCommand second = Commands.command("second");
		give(first);
		give(second);
		this.shard.forgetEffects();
		notWritten(first);
		notWritten(second);
		give(Commands.command("third"));
		assertThat(sent()).as("the connection takes nothing any more").isEmpty();
		this.shard.closed(1006);
		give(Commands.command("later"));
		this.shard.reconnect().opened().hello().event(3);
		assertThat(sent()).isEmpty();
		this.shard.receiveResumed(4);
		assertThat(sent()).containsExactly("first", "second", "third", "later");
	}

	@Test
	@DisplayName("C30 A command whose failure is noticed only after the resume is sent at once")
	void lateFailureToWrite() {
		this.shard.stable();
		PendingCommand lost = Commands.command("lost");
		give(lost);
		int old = this.shard.connection();
		this.shard.closed(1006).reconnect().opened().hello().receiveResumed(3);
		this.shard.forgetEffects();
		notWritten(old, lost);
		assertThat(sent()).containsExactly("lost");
		give(Commands.command("next"));
		assertThat(sent()).as("the new connection is sound").containsExactly("lost", "next");
	}

	@Test
	@DisplayName("C31 117 frames may go at once with 41 250 ms, IDENTIFY included; the next after 60 s and some slack")
	void commandsAreLimited() {
		this.shard.drawing(0.99).ready();
		for (int i = 0; i < 130; i++) {
			give(Commands.command("{}"));
		}
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(116);
		for (int i = 0; i < 60; i++) {
			this.shard.event(i);
			this.shard.pass(Duration.ofSeconds(1));
		}
		this.shard.pass(Duration.ofSeconds(1).minus(TICK));
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(116);
		this.shard.pass(TICK);
		assertThat(this.shard.all(ShardEffect.SendCommand.class)).hasSize(130);
	}

	@Test
	@DisplayName("C31 RESUME counts, and the count starts anew with each connection")
	void limitIsTheConnectionsOwn() {
		this.shard.stable();
		spendTheLimit();
		give(Commands.command("waits"));
		assertThat(sent()).isEmpty();
		this.shard.closed(1006).reconnect().opened().hello().receiveResumed(3);
		for (int i = 0; i < 130; i++) {
			give(Commands.command("{}"));
		}
		assertThat(sent()).hasSize(116).startsWith("{}", "waits");
	}

	@ParameterizedTest
	@CsvSource({ "41250, 117", "60000, 118", "30000, 117", "1000, 110" })
	@DisplayName("C31 Usable permits are max(120 - (ceil(60 s / interval) + 1), 110)")
	void permitsFollowTheInterval(long millis, int permits) {
		assertThat(CommandWindow.commands(Duration.ofMillis(millis)).permits()).isEqualTo(permits);
	}

	@Test
	@DisplayName("C32 Heartbeats and close frames ignore the limit; C9 a demanded heartbeat too")
	void heartbeatsIgnoreTheLimit() {
		this.shard.ready();
		spendTheLimit();
		this.shard.receive(new ServerMessage.HeartbeatRequest());
		assertThat(this.shard.sent()).hasSize(1).allMatch(ShardEffect.SendHeartbeat.class::isInstance);
		pass(VirtualShard.INTERVAL);
		assertThat(this.shard.all(ShardEffect.SendHeartbeat.class)).hasSize(2);
		assertThat(sent()).isEmpty();
		this.shard.receive(new ServerMessage.Reconnect());
		assertThat(this.shard.all(ShardEffect.Close.class)).hasSize(1);
	}

	@Test
	@DisplayName("C32 Reading goes on while commands wait")
	void readingGoesOn() {
		this.shard.ready();
		spendTheLimit();
		give(Commands.command("waits"));
		this.shard.event(2).event(3);
		assertThat(this.shard.all(ShardEffect.Deliver.class)).hasSize(2);
		assertThat(sent()).isEmpty();
	}

	@Test
	void fivePresencesGoIn20SecondsAndSlackAndCommandsPassTheSixth() {
		this.shard.ready();
		this.shard.forgetEffects();
		for (int i = 1; i <= 6; i++) {
			give(this.commands.presence("presence " + i));
		}
		give(this.commands.give("command"));
		assertThat(sent()).containsExactly("presence 1", "presence 2", "presence 3", "presence 4", "presence 5",
				"command");
		pass(Duration.ofSeconds(21).minus(TICK));
		assertThat(sent()).hasSize(6);
		pass(TICK);
		assertThat(sent()).hasSize(7).endsWith("presence 6");
	}

	@Test
	void presenceLimitIsTheConnectionsOwn() {
		this.shard.stable();
		for (int i = 1; i <= 6; i++) {
			give(this.commands.presence("presence " + i));
		}
		assertThat(sent()).hasSize(5);
		this.shard.closed(1006).reconnect().opened().hello().receiveResumed(3);
		assertThat(sent()).hasSize(6).endsWith("presence 6");
	}

	@Test
	void onlyTheNewestWaitingPresenceIsSentInThePlaceOfTheOldestAndSettlesAll() {
		this.shard.start();
		give(this.commands.presence("old"));
		give(this.commands.give("command"));
		give(this.commands.presence("newer"));
		give(this.commands.presence("newest"));
		this.shard.opened().hello().grant().receiveReady(1);
		assertThat(sent()).containsExactly("newest", "command");
		this.shard.all(ShardEffect.SendCommand.class).forEach((sent) -> sent.command().written());
		assertThat(this.commands.outcomes).containsExactlyInAnyOrder("newest written", "old written", "newer written",
				"command written");
	}

	@Test
	void aPresenceThatWasNotWrittenDoesNotReplaceANewerOne() {
		this.shard.stable();
		PendingCommand old = this.commands.presence("old");
		give(old);
		this.shard.forgetEffects();
		this.shard.closed(1006);
		give(this.commands.presence("new"));
		notWritten(old);
		this.shard.reconnect().opened().hello().receiveResumed(3);
		assertThat(sent()).containsExactly("new");
		this.shard.last(ShardEffect.SendCommand.class).command().written();
		assertThat(this.commands.outcomes).containsExactlyInAnyOrder("new written", "old written");
	}

	@Test
	void aCancelledCommandIsNotSent() {
		this.shard.start();
		PendingCommand unwanted = this.commands.give("unwanted");
		PendingCommand unwantedPresence = this.commands.presence("unwanted presence");
		give(this.commands.presence("presence"));
		give(unwanted);
		give(unwantedPresence);
		cancel(unwanted);
		cancel(unwantedPresence);
		PendingCommand cancelledBefore = this.commands.give("cancelled before it came");
		cancel(cancelledBefore);
		give(cancelledBefore);
		this.shard.opened().hello().grant().receiveReady(1);
		assertThat(sent()).as("the older presence is valid again").containsExactly("presence");
	}

	@Test
	void aCommandThatIsCancelledWhileItIsWrittenDoesNotComeBack() {
		this.shard.stable();
		PendingCommand unwanted = this.commands.give("unwanted");
		give(unwanted);
		cancel(unwanted);
		notWritten(unwanted);
		this.shard.forgetEffects();
		this.shard.closed(1006).reconnect().opened().hello().receiveResumed(3);
		assertThat(sent()).isEmpty();
	}

	@Test
	void tooManyCommandsAreRejectedAndACancelledOneMakesRoom() {
		ShardSettings defaults = ShardSettings.DEFAULT;
		VirtualShard small = new VirtualShard(new ShardSettings(defaults.connectTimeout(), defaults.helloTimeout(),
				defaults.readyTimeout(), defaults.resumedTimeout(), defaults.closeTimeout(), defaults.initialBackOff(),
				defaults.maxBackOff(), defaults.invalidSessionBackOff(), defaults.resumeAttempts(),
				defaults.resumeDuration(), 2, defaults.maxLag(), defaults.sessionSaveInterval()));
		PendingCommand first = this.commands.give("1");
		List<PendingCommand> more = Stream.of("2", "3").map(this.commands::give).toList();
		small.on(new ShardInput.CommandGiven(first));
		more.forEach((command) -> small.on(new ShardInput.CommandGiven(command)));
		assertThat(small.all(ShardEffect.RejectCommand.class)).singleElement().satisfies((rejected) -> {
			assertThat(rejected.command()).isSameAs(more.get(1));
			assertThat(rejected.reason()).contains("2 commands").contains("discord.gateway.commands.max-queued");
		});
		small.on(new ShardInput.CommandCancelled(first));
		small.on(new ShardInput.CommandGiven(this.commands.give("4")));
		assertThat(small.all(ShardEffect.RejectCommand.class)).hasSize(1);
	}

	@Test
	void aShardThatFailsRejectsWhatWaitsAndWhatComesWithTheReason() {
		give(Commands.command("waiting"));
		this.shard.start().opened().hello().grant().closed(4014);
		give(Commands.command("afterwards"));
		notWritten(Commands.command("not written"));
		assertThat(this.shard.state()).isEqualTo(ShardState.FAILED);
		assertThat(rejected()).hasSize(3).allMatch((reason) -> reason.contains("closed with 4014"));
	}

	@ParameterizedTest
	@EnumSource(value = ShardState.class, names = { "NEW", "BACKING_OFF", "CONNECTING", "AWAITING_HELLO",
			"AWAITING_PERMIT", "IDENTIFYING", "RESUMING" })
	void aShardThatIsStoppedRejectsWhatWaitsAndWhatComes(ShardState state) {
		reach(state);
		give(Commands.command("waiting"));
		this.shard.stop(true);
		give(Commands.command("meanwhile"));
		this.shard.pass(ShardSettings.DEFAULT.closeTimeout());
		give(Commands.command("afterwards"));
		PendingCommand lost = Commands.command("not written");
		notWritten(lost);
		assertThat(this.shard.state()).isEqualTo(ShardState.STOPPED);
		assertThat(rejected()).containsExactly("waiting: It was stopped", "meanwhile: It was stopped",
				"afterwards: It was stopped", "not written: It was stopped");
		assertThat(sent()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = ShardState.class, names = { "NEW", "BACKING_OFF", "CONNECTING", "AWAITING_HELLO",
			"AWAITING_PERMIT", "IDENTIFYING", "RESUMING" })
	void aShardThatDrainsWithoutAConnectionRejectsWhatWaitsAndWhatComes(ShardState state) {
		reach(state);
		give(Commands.command("waiting"));
		this.shard.drain(true).pass(ShardSettings.DEFAULT.closeTimeout());
		give(Commands.command("afterwards"));
		assertThat(rejected()).containsExactly("waiting: It was stopped", "afterwards: It was stopped");
	}

	@Test
	void commandsAreSentWhileTheShardDrains() {
		this.shard.ready().drain(true);
		give(Commands.command("bye"));
		assertThat(sent()).containsExactly("bye");
		assertThat(this.shard.notices(ShardDraining.class)).hasSize(1);
	}

	@Test
	void aThousandCommandsAreAllSentOnceInOrderOverReconnects() {
		this.shard.stable();
		List<String> given = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
		given.forEach((json) -> give(Commands.command(json)));
		for (int i = 0; i < 9; i++) {
			this.shard.event(10 + i);
			this.shard.pass(Duration.ofSeconds(15));
			this.shard.closed(1006).reconnect().opened().hello().receiveResumed(30 + i);
		}
		assertThat(sent()).isEqualTo(given);
	}

}
