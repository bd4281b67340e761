package io.github.discordgateway.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.GatewayCommand;
import io.github.discordgateway.command.RequestChannelInfo;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.RequestSoundboardSounds;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.RawEvent;
import io.github.discordgateway.internal.codec.EventDecoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for what a {@link GatewaySimulator} expects of a bot, with a client that has no
 * rules of its own in its place.
 */
class ExpectationsTests {

	private static final String ONLINE = """
			{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""";

	private final List<TestClient> clients = new ArrayList<>();

	private GatewaySimulator simulator;

	@AfterEach
	void close() {
		this.clients.forEach(TestClient::close);
		this.simulator.close();
	}

	private TestClient connect(Duration timeout) {
		this.simulator = GatewaySimulator.builder().identifyWindow(Duration.ZERO).timeout(timeout).build();
		this.simulator.start();
		TestClient client = connect();
		client.awaitReady();
		return client;
	}

	private TestClient connect() {
		TestClient client = TestClient.connect(this.simulator);
		this.clients.add(client);
		return client;
	}

	private TestClient patient() {
		return connect(Duration.ofSeconds(30));
	}

	private TestClient impatient() {
		return connect(Duration.ofMillis(1));
	}

	@Test
	void commandsAreReadAsTheyWereWritten() {
		Snowflake id = Snowflake.of(7);
		TestClient client = patient();
		for (GatewayCommand command : new GatewayCommand[] {
				UpdatePresence.of(UpdatePresence.Status.IDLE, Activity.playing("chess"), Activity.custom("busy"),
						Activity.streaming("live", "https://twitch.tv/x")),
				UpdateVoiceState.join(id, Snowflake.of(8)), UpdateVoiceState.leave(id), RequestGuildMembers.all(id),
				RequestGuildMembers.byIds(id, List.of(Snowflake.of(-1))),
				RequestSoundboardSounds.of(id, Snowflake.of(9)),
				RequestChannelInfo.of(id, RequestChannelInfo.Field.VOICE_START_TIME) }) {
			client.send("{\"op\":" + command.opcode().code() + ",\"d\":" + TestClient.MAPPER.writeValueAsString(command)
					+ "}");
			assertThat(this.simulator.expectCommand(command.getClass())).isEqualTo(command);
		}
	}

	@Test
	void eachCommandIsExpectedOnceAndOthersAreLeftForLater() {
		TestClient client = patient();
		client.send(ONLINE.replace("online", "dnd")).send("""
				{"op":31,"d":{"guild_ids":["7"]}}""").send(ONLINE);
		assertThat(this.simulator.expectCommand(RequestSoundboardSounds.class).guildIds()).hasSize(1);
		assertThat(this.simulator.expectCommand(UpdatePresence.class).status()).isEqualTo(UpdatePresence.Status.DND);
		assertThat(this.simulator.expectCommand(UpdatePresence.class).status()).isEqualTo(UpdatePresence.Status.ONLINE);
		this.simulator.expectNoCommand(UpdatePresence.class);
	}

	@Test
	void aListenerThatIsStillBusyHoldsUpNoTestForLong() {
		connect(Duration.ofHours(1));
		this.simulator.observe(new StubProgress() {

			@Override
			public boolean isIdle() {
				return false;
			}

		});
		this.simulator.expectNoFailure();
		this.simulator.listenerFailed(new ListenerFailure("a listener", "an event", new IllegalStateException("late")));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.simulator::expectNoFailure)
			.withMessageContaining("a listener failed on an event")
			.withCauseInstanceOf(IllegalStateException.class);
		this.simulator
			.listenerFailed(new ListenerFailure("a listener", "an event", new IllegalStateException("later")));
		this.simulator.forgetCommands();
		this.simulator.observe(new StubProgress());
		this.simulator.expectNoFailure();
	}

	@Test
	void commandsCanBeToldApart() {
		TestClient client = patient();
		TestClient second = connect();
		second.identify(1, 2, TestClient.ALL_INTENTS).nextEvent("READY");
		LiveGuild garden = this.simulator.guild("garden", 0);
		LiveGuild yard = this.simulator.guild("yard", 1);
		client.send("{\"op\":4,\"d\":{\"guild_id\":\"" + garden.id() + "\",\"channel_id\":null}}")
			.send("{\"op\":31,\"d\":{\"guild_ids\":[\"7\",\"" + garden.id() + "\"]}}");
		second.send("{\"op\":4,\"d\":{\"guild_id\":\"" + yard.id() + "\",\"channel_id\":null}}").send(ONLINE);
		client.send(ONLINE.replace("online", "dnd"));
		assertThat(yard.expectCommand(UpdateVoiceState.class).guildId()).isEqualTo(yard.id());
		assertThat(this.simulator.expectCommand(UpdatePresence.class, 1).status())
			.isEqualTo(UpdatePresence.Status.ONLINE);
		assertThat(this.simulator
			.expectCommand(UpdatePresence.class, (presence) -> presence.status() == UpdatePresence.Status.DND)
			.status()).isEqualTo(UpdatePresence.Status.DND);
		yard.expectNoCommand(UpdateVoiceState.class);
		yard.expectNoCommand(RequestSoundboardSounds.class);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> garden.expectNoCommand(RequestSoundboardSounds.class))
			.withMessageContaining(garden.id().toString());
		assertThat(garden.expectCommand(UpdateVoiceState.class).guildId()).isEqualTo(garden.id());
	}

	@Test
	void aMissingCommandTellsWhichOneWasWanted() {
		impatient();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.simulator.expectCommand(UpdatePresence.class, 3))
			.withMessageContaining("from shard 3");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.simulator.guild("garden").expectCommand(UpdateVoiceState.class))
			.withMessageContaining("for the guild garden");
	}

	@Test
	void whatWasSentAndReceivedIsRecorded() {
		TestClient client = patient();
		client.send("{\"op\":1,\"d\":1}");
		client.next(Opcode.HEARTBEAT_ACK.code());
		this.simulator.dispatch(0, "TYPING_START", "{\"guild_id\":\"7\",\"text\":\"x\"}");
		SimulatedConnection connection = this.simulator.connection(0);
		connection.sendText("no JSON");
		assertThat(connection.sentFrames()).extracting(SentFrame::opcode)
			.startsWith(Opcode.HELLO.code(), Opcode.DISPATCH.code())
			.contains(Opcode.HEARTBEAT_ACK.code());
		assertThat(connection.sentFrames()).filteredOn((frame) -> "TYPING_START".equals(frame.eventName()))
			.singleElement()
			.satisfies((frame) -> assertThat(frame.data().path("text").asString()).isEqualTo("x"))
			.satisfies((frame) -> assertThat(frame.sequence()).isGreaterThan(1));
		assertThat(connection.sentFrames()).last().hasToString("no JSON").extracting(SentFrame::opcode).isEqualTo(-1);
		TestClient second = connect();
		second.identify(1, 2, TestClient.ALL_INTENTS).nextEvent("READY");
		assertThat(this.simulator.sentFrames()).extracting(SentFrame::eventName).containsOnlyOnce("TYPING_START");
		assertThat(this.simulator.sentFrames().size())
			.isEqualTo(this.simulator.connections().stream().mapToInt((all) -> all.sentFrames().size()).sum());
		assertThat(this.simulator.receivedFrames()).extracting(ReceivedFrame::opcode)
			.containsSubsequence(Opcode.IDENTIFY.code(), Opcode.HEARTBEAT.code(), Opcode.IDENTIFY.code());
	}

	@Test
	void theRecordOfWhatWasSentHoldsNoMoreThanFits() {
		patient();
		SimulatedConnection connection = this.simulator.connection(0);
		SentFrames frames = new SentFrames();
		String megabyte = "x".repeat(1024 * 1024);
		for (int i = 0; i < 40; i++) {
			frames.add(connection, megabyte);
		}
		assertThat(frames.list(null)).hasSize(32);
		frames.add(connection, "x".repeat(64 * 1024 * 1024));
		assertThat(frames.list(connection)).hasSize(1);
	}

	@Test
	void aGuildIsPutOnAShardOfChoice() {
		this.simulator = GatewaySimulator.builder().shards(7).timeout(Duration.ofSeconds(30)).build();
		this.simulator.start();
		for (int shard = 6; shard >= 0; shard--) {
			Snowflake id = this.simulator.guild("guild " + shard, shard).id();
			assertThat(ShardId.forGuild(id, 7).number()).isEqualTo(shard);
			assertThat(this.simulator.guild("guild " + shard).id()).isEqualTo(id);
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.guild("x", 7))
			.withMessageContaining("from 0 to 6");
		assertThatIllegalStateException().isThrownBy(() -> this.simulator.guild("guild 3", 4))
			.withMessageContaining("is on shard 3/7 and not on 4/7");
	}

	@Test
	void framesCanBeExpectedByOpcode() {
		patient();
		assertThat(this.simulator.expectCommand(Opcode.IDENTIFY).data().path("shard").size()).isEqualTo(2);
	}

	@Test
	void aMissingCommandTellsWhatCameInsteadAndNotTheToken() {
		TestClient client = impatient();
		client.send(ONLINE);
		this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"guild_id\":\"7\"}");
		client.nextEvent("MESSAGE_CREATE");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.simulator.expectCommand(UpdateVoiceState.class))
			.withMessageContaining("No UpdateVoiceState came within 1 ms.")
			.withMessageContaining("IDENTIFY from shard 0/1")
			.withMessageContaining("open, identified")
			.withMessageContaining("MESSAGE_CREATE to shard 0/1")
			.satisfies((error) -> assertThat(error.getMessage()).doesNotContain(this.simulator.token()));
	}

	@Test
	void aCommandThatWasNotToComeIsShown() {
		TestClient client = patient();
		client.send(ONLINE);
		// Sent before the answer to the ping that this asks for.
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.simulator.expectNoCommand(UpdatePresence.class))
			.withMessageContaining("No UpdatePresence was expected")
			.withMessageContaining("online");
	}

	@Test
	void whatIsNoValidCommandIsSaid() {
		TestClient client = patient();
		client.send("{\"op\":8,\"d\":{\"guild_id\":\"7\",\"query\":\"\"}}");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.simulator.expectCommand(RequestGuildMembers.class))
			.withMessageContaining("no valid RequestGuildMembers");
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.expectCommand(GatewayCommand.class))
			.withMessageContaining("UpdatePresence.class");
	}

	@Test
	void commandsCanBeForgotten() {
		TestClient client = patient();
		client.send(ONLINE);
		this.simulator.expectCommand(UpdatePresence.class);
		client.send(ONLINE).send("{\"op\":31,\"d\":{\"guild_ids\":[\"7\"]}}");
		this.simulator.expectCommand(RequestSoundboardSounds.class);
		this.simulator.forgetCommands();
		this.simulator.expectNoCommand(UpdatePresence.class);
	}

	@Test
	void readyIsWaitedFor() {
		patient();
		this.simulator.awaitReady();
	}

	@Test
	void aBotThatIsNotThereIsNotReady() {
		this.simulator = GatewaySimulator.builder().timeout(Duration.ofMillis(1)).build();
		this.simulator.start();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.simulator::awaitReady)
			.withMessageContaining("The bot was not ready within 1 ms.");
	}

	@Test
	void eachResumeIsWaitedForOnce() {
		patient();
		String sessionId = this.simulator.connection(0).sessionId();
		for (int i = 0; i < 2; i++) {
			this.simulator.disconnect();
			connect().resume(sessionId, 1);
			this.simulator.awaitResumed();
		}
	}

	@Test
	void withoutAResumeThereIsNothingToWaitFor() {
		impatient();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.simulator::awaitResumed)
			.withMessageContaining("The bot has not resumed");
	}

	@Test
	void handledIsWhatTheBotSays() {
		patient();
		assertThatIllegalStateException().isThrownBy(this.simulator::awaitHandled)
			.withMessageContaining("discord.gateway.simulator.enabled=true");
		long sequence = this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"guild_id\":\"7\"}");
		AtomicInteger asked = new AtomicInteger();
		this.simulator.observe(new StubProgress() {
			@Override
			public long handledSequence(String sessionId) {
				return (asked.incrementAndGet() < 3) ? sequence - 1 : sequence;
			}
		});
		this.simulator.awaitHandled();
		assertThat(asked).hasValue(3);
	}

	@Test
	void whatIsNotHandledInTimeIsTold() {
		impatient();
		this.simulator.observe(new StubProgress());
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.simulator::awaitHandled)
			.withMessageContaining("Not all events were handled within 1 ms.")
			.withMessageContaining("The bot is through with 1 of 4 events of shard 0/1");
	}

	@Test
	void aTypedEventReachesTheShardOfItsGuild() throws Exception {
		TestClient client = patient();
		this.simulator.guild("garden").member("alice").says("hello");
		GatewayEvent event = decode(client.nextEvent("MESSAGE_CREATE"));
		assertThat(this.simulator.dispatch(event)).isPositive();
		assertThat(decode(client.nextEvent("MESSAGE_CREATE"))).isEqualTo(event);
	}

	private static GatewayEvent decode(JsonNode frame) throws Exception {
		byte[] body = frame.path("d").toString().getBytes(StandardCharsets.UTF_8);
		return new EventDecoder(TestClient.MAPPER).decode(new RawEvent(frame.path("t").asString(), body));
	}

	private static class StubProgress implements BotProgress {

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public long handledSequence(String sessionId) {
			return 1;
		}

		@Override
		public boolean isIdle() {
			return true;
		}

	}

}
