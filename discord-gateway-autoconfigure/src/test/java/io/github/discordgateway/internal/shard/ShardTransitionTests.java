package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardMachine}: where each kind of input leads from each state.
 */
class ShardTransitionTests {

	/**
	 * A cell names the state that follows, {@code .} when it stays the same. What may be
	 * sent in the cell is written behind it: {@code B} a heartbeat, {@code I} IDENTIFY,
	 * {@code R} RESUME, {@code C} a command; nothing else may be.
	 */
	private static final String TABLE = """
			                 | NEW   BACK  CONN  HELLO  PERMIT  QUEUE IDENT  RESUM  READY  DRAIN  DRAINED CLOSE  STOP  FAIL
			start            | CONN  .     .     .      .       .     .      .      .      .      .       .      .     .
			opened           | .     .     HELLO .      .       .     .      .      .      .      .       .      .     .
			hello            | .     .     .     PERMIT .       .     .      .      .      .      .       .      .     .
			permit           | .     .     .     .      IDENT:I CONN  .      .      .      .      .       .      .     .
			ready            | .     .     .     .      READY   .     READY  READY  .      .      .       .      .     .
			resumed          | .     .     .     .      .       .     .      READY  .      .      .       .      .     .
			event            | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			eventFailed      | .     .     .     .      .       .     .      BACK   BACK   .      .       .      .     .
			heartbeatRequest | .     .     .     .      .:B     .     .:B    .:B    .:B    .:B    .       .      .     .
			heartbeatAck     | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			unusableHello    | .     .     .     CLOSE  .       .     .      .      .      .      .       .      .     .
			unusableReady    | .     .     .     .      .       .     CLOSE  CLOSE  .      .      .       .      .     .
			unreadable       | .     .     .     .      .       .     .      BACK   BACK   .      .       .      .     .
			other            | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			reconnect        | .     .     CLOSE CLOSE  CLOSE   .     CLOSE  CLOSE  CLOSE  CLOSE  .       .      .     .
			invalidTrue      | .     .     CLOSE CLOSE  CLOSE   .     CLOSE  CLOSE  CLOSE  CLOSE  .       .      .     .
			invalidFalse     | .     .     CLOSE CLOSE  CLOSE   .     CLOSE  CLOSE  CLOSE  CLOSE  .       .      .     .
			corrupted        | .     .     CLOSE CLOSE  CLOSE   .     CLOSE  CLOSE  CLOSE  CLOSE  .       .      .     .
			failed           | .     .     BACK  BACK   BACK    .     BACK   BACK   BACK   DRAINED .      BACK   .     .
			closed1006       | .     .     BACK  BACK   BACK    .     BACK   BACK   BACK   DRAINED .      BACK   .     .
			closed4009       | .     .     BACK  BACK   BACK    .     BACK   BACK   BACK   DRAINED .      BACK   .     .
			closed4004       | .     .     FAIL  FAIL   FAIL    .     FAIL   FAIL   FAIL   FAIL   .       BACK   .     .
			actionFailed     | .     .     BACK  BACK   BACK    .     BACK   BACK   BACK   DRAINED .      BACK   .     .
			timerBackOff     | .     CONN  .     .      .       .     .      .      .      .      .       .      .     .
			timerSave        | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			timerConnect     | .     .     BACK  .      .       .     .      .      .      .      .       .      .     .
			timerHello       | .     .     .     BACK   .       .     .      .      .      .      .       .      .     .
			timerPermit      | .     .     .     .      QUEUE   .     .      .      .      .      .       .      .     .
			timerSession     | .     .     .     .      .       .     BACK   BACK   .      .      .       .      .     .
			timerClose       | .     .     .     .      .       .     .      .      .      .      .       BACK   .     .
			timerHeartbeat   | .     .     .     .      .:B     .     .:B    .:B    .:B    .:B    .       .      .     .
			timerCommands    | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			command          | .     .     .     .      .       .     .      .      .:C    .:C    .       .      .     .
			cancelled        | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			notWritten       | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			handled          | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			pause            | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			readOn           | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			sleptShort       | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			sleptLong        | .     .     .     .      BACK    .     BACK   BACK   BACK   DRAINED .       .      .     .
			saveAgain        | .     .     .     .      .       .     .      .      .      .      .       .      .     .
			renew            | .     .     .     .      .       .     .      .      CLOSE  .      .       .      .     .
			drain            | DRAINED DRAINED DRAINED CLOSE CLOSE DRAINED CLOSE CLOSE DRAIN .      .       .      .     .
			stop             | STOP  STOP  STOP  CLOSE  CLOSE   STOP  CLOSE  CLOSE  CLOSE  CLOSE  STOP    .      .     .
			""";

	private static final Session KEPT = new Session("kept", "wss://kept.test", 41);

	private static final Duration AGES = Duration.ofHours(1);

	private final VirtualShard shard = new VirtualShard();

	static Stream<Arguments> cells() {
		List<String> lines = TABLE.lines().toList();
		List<String> states = words(lines.get(0));
		return lines.stream().skip(1).flatMap((line) -> {
			String input = line.substring(0, line.indexOf('|')).strip();
			List<String> cells = words(line);
			assertThat(cells).as(input).hasSameSizeAs(states);
			return Stream.iterate(0, (i) -> i < states.size(), (i) -> i + 1).map((i) -> {
				String[] cell = cells.get(i).split(":");
				return Arguments.of(Place.valueOf(states.get(i)), In.valueOf(input),
						Place.valueOf(cell[0].equals(".") ? states.get(i) : cell[0]), (cell.length > 1) ? cell[1] : "");
			});
		});
	}

	private static List<String> words(String line) {
		return Arrays.asList(line.substring(line.indexOf('|') + 1).strip().split("\\s+"));
	}

	@ParameterizedTest(name = "{0} + {1} = {2} {3}")
	@MethodSource("cells")
	@DisplayName("C2 C38 Each input leads from each state where it should, and nothing is sent where nothing may be")
	void inputLeadsWhereItShould(Place from, In input, Place to, String sent) {
		from.reach.accept(this.shard);
		assertThat(this.shard.state()).isEqualTo(from.state);
		this.shard.forgetEffects();
		input.give.accept(this.shard);
		assertThat(this.shard.state()).isEqualTo(to.state);
		assertThat(String.join("", letters(this.shard.sent()))).isEqualTo(sent);
		if (to != from && to.state.isFinal()) {
			assertThat(this.shard.all(ShardEffect.Connect.class)).isEmpty();
		}
		if (from.state.isFinal() || from == Place.CLOSE) {
			assertThat(this.shard.all(ShardEffect.Deliver.class)).isEmpty();
		}
	}

	@Test
	void everyStateAndEveryKindOfInputIsInTheTable() {
		assertThat(Stream.of(Place.values()).map((place) -> place.state)).containsExactly(ShardState.values());
		assertThat(cells()).hasSize(Place.values().length * In.values().length);
		List<Class<?>> given = new ArrayList<>();
		for (In input : In.values()) {
			VirtualShard recording = new VirtualShard();
			recording.ready();
			input.give.accept(recording);
			given.addAll(recording.inputs().stream().map(Object::getClass).toList());
		}
		assertThat(given).contains(ShardInput.class.getPermittedSubclasses());
		assertThat(Stream.of(In.values()).filter((input) -> input.name().startsWith("timer")))
			.hasSameSizeAs(ShardTimer.values());
	}

	private static List<String> letters(List<ShardEffect> sent) {
		return sent.stream().map((effect) -> {
			if (effect instanceof ShardEffect.SendHeartbeat) {
				return "B";
			}
			if (effect instanceof ShardEffect.SendCommand) {
				return "C";
			}
			return (effect instanceof ShardEffect.SendIdentify) ? "I" : "R";
		}).toList();
	}

	/** The states, with a way to each. */
	private enum Place {

		NEW(ShardState.NEW, (shard) -> {
		}),

		BACK(ShardState.BACKING_OFF, (shard) -> shard.start().failed()),

		CONN(ShardState.CONNECTING, VirtualShard::start),

		HELLO(ShardState.AWAITING_HELLO, (shard) -> shard.start().opened()),

		PERMIT(ShardState.AWAITING_PERMIT, (shard) -> shard.start().opened().hello()),

		QUEUE(ShardState.QUEUED, (shard) -> shard.start().opened().hello().pass(ShardMachine.PERMIT_PATIENCE)),

		IDENT(ShardState.IDENTIFYING, (shard) -> shard.start().opened().hello().grant()),

		RESUM(ShardState.RESUMING, (shard) -> shard.start(KEPT).opened().hello()),

		READY(ShardState.READY, VirtualShard::ready),

		DRAIN(ShardState.DRAINING, (shard) -> shard.ready().drain(true)),

		DRAINED(ShardState.DRAINED, (shard) -> shard.ready().drain(true).closed(1006)),

		CLOSE(ShardState.CLOSING, (shard) -> shard.ready().receive(new ServerMessage.Reconnect())),

		STOP(ShardState.STOPPED, (shard) -> shard.ready().stop(true).closed(4000)),

		FAIL(ShardState.FAILED, (shard) -> shard.ready().closed(4004));

		private final ShardState state;

		private final Consumer<VirtualShard> reach;

		Place(ShardState state, Consumer<VirtualShard> reach) {
			this.state = state;
			this.reach = reach;
		}

	}

	/** The inputs. */
	private enum In {

		start((shard) -> shard.start()),

		opened((shard) -> shard.opened()),

		hello((shard) -> shard.hello()),

		permit((shard) -> shard.grant()),

		ready((shard) -> shard.receive(new ServerMessage.Ready(50, VirtualShard.start("another", null)))),

		resumed((shard) -> shard.receiveResumed(50)),

		event((shard) -> shard.event(50)),

		eventFailed((shard) -> shard
			.on(new ShardInput.EventFailed(shard.connection(), Frame.NO_SEQUENCE, "out of memory"))),

		heartbeatRequest((shard) -> shard.receive(new ServerMessage.HeartbeatRequest())),

		heartbeatAck((shard) -> shard.ack()),

		unusableHello((shard) -> shard.receive(new ServerMessage.Unusable(true, Frame.NO_SEQUENCE, "no interval"))),

		unusableReady((shard) -> shard.receive(new ServerMessage.Unusable(false, 50, "no session_id"))),

		unreadable((shard) -> shard.receive(new ServerMessage.Unreadable("out of memory"))),

		other((shard) -> shard.receive(new ServerMessage.Other())),

		reconnect((shard) -> shard.receive(new ServerMessage.Reconnect())),

		invalidTrue((shard) -> shard.receive(new ServerMessage.InvalidSession(true))),

		invalidFalse((shard) -> shard.receive(new ServerMessage.InvalidSession(false))),

		corrupted((shard) -> shard.on(new ShardInput.Corrupted(shard.connection(), "zlib"))),

		failed((shard) -> shard.failed()),

		closed1006((shard) -> shard.closed(1006)),

		closed4009((shard) -> shard.closed(4009)),

		closed4004((shard) -> shard.closed(4004)),

		actionFailed((shard) -> shard.on(new ShardInput.ActionFailed(shard.connection(), "no memory"))),

		timerBackOff(ShardTimer.BACK_OFF),

		timerSave(ShardTimer.SAVE),

		timerConnect(ShardTimer.CONNECT),

		timerHello(ShardTimer.HELLO),

		timerPermit(ShardTimer.PERMIT),

		timerSession(ShardTimer.SESSION),

		timerClose(ShardTimer.CLOSE),

		timerHeartbeat(ShardTimer.HEARTBEAT),

		timerCommands(ShardTimer.COMMANDS),

		command((shard) -> shard.on(new ShardInput.CommandGiven(Commands.command("{}")))),

		cancelled((shard) -> shard.on(new ShardInput.CommandCancelled(Commands.command("{}")))),

		notWritten((shard) -> shard.on(new ShardInput.CommandNotWritten(shard.connection(), Commands.command("{}")))),

		handled((shard) -> shard.on(new ShardInput.HandledUpTo(1))),

		pause((shard) -> shard.on(new ShardInput.ReadingPaused(true))),

		readOn((shard) -> shard.on(new ShardInput.ReadingPaused(false))),

		sleptShort((shard) -> shard.on(new ShardInput.Slept(VirtualShard.INTERVAL))),

		sleptLong((shard) -> shard.on(new ShardInput.Slept(AGES))),

		saveAgain((shard) -> shard.on(new ShardInput.SaveAgain())),

		renew((shard) -> shard.on(new ShardInput.Renew())),

		drain((shard) -> shard.drain(true)),

		stop((shard) -> shard.stop(true));

		private final Consumer<VirtualShard> give;

		In(Consumer<VirtualShard> give) {
			this.give = give;
		}

		In(ShardTimer timer) {
			this((shard) -> shard.on(new ShardInput.TimerFired(timer)));
		}

	}

}
