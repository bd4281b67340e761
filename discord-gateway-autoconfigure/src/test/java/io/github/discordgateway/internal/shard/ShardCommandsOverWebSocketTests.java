package io.github.discordgateway.internal.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.discordgateway.CommandRejectedException;
import io.github.discordgateway.Opcode;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.RequestGuildMembers;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.command.UpdateVoiceState;
import io.github.discordgateway.event.lifecycle.SessionLost;
import io.github.discordgateway.event.lifecycle.ShardDisconnected;
import io.github.discordgateway.event.lifecycle.ShardReady;
import io.github.discordgateway.event.lifecycle.ShardResumed;
import io.github.discordgateway.simulator.GatewayBehaviour;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.ReceivedFrame;
import io.github.discordgateway.simulator.SimulatedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Commands of a shard over a real WebSocket to the simulator.
 */
class ShardCommandsOverWebSocketTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final GatewaySimulator simulator = GatewaySimulator.builder()
		.identifyWindow(Duration.ZERO)
		.heartbeatInterval(Duration.ofSeconds(2))
		.guildsPerShard(0)
		.build();

	private LiveShards shards;

	private LiveShards shards() {
		this.simulator.start();
		this.shards = new LiveShards(this.simulator);
		return this.shards;
	}

	@AfterEach
	void close() {
		if (this.shards != null) {
			this.shards.close();
		}
		this.simulator.close();
	}

	/** A command that can be told from others by its guild. */
	private static UpdateVoiceState command(int number) {
		return UpdateVoiceState.leave(Snowflake.of(number));
	}

	private List<Integer> received() {
		List<Integer> numbers = new ArrayList<>();
		for (SimulatedConnection connection : this.simulator.connections()) {
			for (ReceivedFrame frame : connection.receivedFrames(Opcode.VOICE_STATE_UPDATE)) {
				numbers.add(Integer.valueOf(frame.data().path("guild_id").asString()));
			}
		}
		return numbers;
	}

	private static List<Integer> numbers(int from, int to) {
		return IntStream.range(from, to).boxed().toList();
	}

	@Test
	@DisplayName("C30 Commands given before READY are sent in order after it, never before IDENTIFY")
	void commandsBeforeReady() {
		LiveShards running = shards();
		ShardDriver shard = running.start();
		Flux.range(0, 50).flatMap((number) -> shard.send(command(number)), 50).blockLast(LIMIT);
		await().until(() -> received().size() == 50);
		assertThat(received()).isEqualTo(numbers(0, 50));
		List<ReceivedFrame> frames = this.simulator.connection(0).receivedFrames();
		assertThat(frames.stream().filter((frame) -> frame.opcode() != Opcode.HEARTBEAT.code()).findFirst())
			.hasValueSatisfying((first) -> assertThat(first.opcode()).isEqualTo(Opcode.IDENTIFY.code()));
	}

	@Test
	@DisplayName("C30 Commands given over a requested reconnect arrive once each, in order, and after RESUME")
	void commandsOverAReconnect() {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		List<Integer> completed = new ArrayList<>();
		SimulatedConnection first = this.simulator.connection(0);
		Flux<Integer> sending = Flux.range(0, 90).doOnNext((number) -> {
			if (number == 30) {
				first.reconnect();
			}
		}).flatMapSequential((number) -> shard.send(command(number)).thenReturn(number), 90);
		sending.doOnNext(completed::add).blockLast(LIMIT);
		await().until(() -> received().size() >= 90);
		assertThat(received()).isEqualTo(numbers(0, 90));
		assertThat(completed).isEqualTo(numbers(0, 90));
		running.awaitNotices(ShardResumed.class, 1);
		assertThat(this.simulator.connections()).hasSize(2);
	}

	@Test
	@DisplayName("C30 Commands given while connections drop are never sent twice")
	void commandsOverDrops() {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		for (int drop = 1; drop <= 3; drop++) {
			List<Integer> given = numbers((drop - 1) * 20, drop * 20);
			Flux<Integer> sending = Flux.fromIterable(given)
				.flatMap((number) -> shard.send(command(number)).thenReturn(number), given.size());
			this.simulator.connection(0).drop();
			assertThat(sending.collectList().block(LIMIT)).containsExactlyInAnyOrderElementsOf(given);
			running.awaitNotices(ShardResumed.class, drop);
		}
		shard.send(command(60)).block(LIMIT);
		await().until(() -> received().contains(60));
		assertThat(received()).doesNotHaveDuplicates().isSorted();
		assertThat(running.notices(SessionLost.class)).isEmpty();
	}

	@Test
	@DisplayName("C31 No more commands are sent than the limit allows; C32 heartbeats and reading go on meanwhile")
	void limitHoldsOverAWebSocket() {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		Disposable sending = Flux.range(0, 300).flatMap((number) -> shard.send(command(number)), 300).subscribe();
		SimulatedConnection connection = this.simulator.connection(0);
		await().until(() -> received().size() == 109);
		int heartbeats = connection.receivedFrames(Opcode.HEARTBEAT).size();
		connection.requestHeartbeat();
		await().until(() -> connection.receivedFrames(Opcode.HEARTBEAT).size() >= heartbeats + 2);
		this.simulator.dispatch(0, "MESSAGE_CREATE", "{\"id\":\"1\"}");
		await().until(() -> running.delivered("MESSAGE_CREATE").size() == 1);
		assertThat(received()).as("110 with IDENTIFY, at an interval of two seconds").hasSize(109);
		assertThat(running.notices(ShardDisconnected.class)).isEmpty();
		sending.dispose();
		shard.stop(false).block(LIMIT);
		await().until(connection::closeCode, (code) -> code == 1000);
	}

	@Test
	@DisplayName("C33 What Discord would refuse is refused where it is called")
	void refusedWhereItIsCalled() {
		ShardDriver shard = shards().startReady();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> shard.send(RequestGuildMembers.byName(Snowflake.of(1), "x".repeat(5000), 1)))
			.withMessageContaining("4096");
	}

	@Test
	@DisplayName("C35 The presence last set at run time is sent in a later IDENTIFY, and may differ by shard")
	void presenceIsKept() {
		LiveShards running = shards().maxConcurrency(2);
		ShardDriver first = running.start(new ShardId(0, 2));
		ShardDriver second = running.start(new ShardId(1, 2));
		first.updatePresence(UpdatePresence.of(UpdatePresence.Status.DND)).block(LIMIT);
		first.updatePresence(UpdatePresence.of(UpdatePresence.Status.ONLINE, Activity.playing("chess"))).block(LIMIT);
		second.updatePresence(UpdatePresence.of(UpdatePresence.Status.INVISIBLE)).block(LIMIT);
		this.simulator.connection(0).invalidSession(false);
		this.simulator.connection(1).invalidSession(false);
		running.awaitNotices(ShardReady.class, 4);
		assertThat(identifiedWith(0).path("activities").path(0).path("name").asString()).isEqualTo("chess");
		assertThat(identifiedWith(1).path("status").asString()).isEqualTo("invisible");
	}

	private JsonNode identifiedWith(int shard) {
		return this.simulator.connection(shard).receivedFrames(Opcode.IDENTIFY).get(0).data().path("presence");
	}

	@Test
	@DisplayName("C35 A presence that was taken back before it was sent is not in a later IDENTIFY")
	void cancelledPresence() {
		LiveShards running = shards();
		this.simulator.nextConnections(1, new GatewayBehaviour() {
			@Override
			public void onIdentify(SimulatedConnection connection, ReceivedFrame frame) {
				connection.invalidSession(false);
			}
		});
		ShardDriver shard = running.start();
		shard.updatePresence(UpdatePresence.of(UpdatePresence.Status.DND)).subscribe().dispose();
		running.awaitNotices(ShardReady.class, 1);
		shard.send(command(1)).block(LIMIT);
		assertThat(identifiedWith(0).isMissingNode()).isTrue();
		assertThat(this.simulator.connection(0).receivedFrames(Opcode.PRESENCE_UPDATE)).isEmpty();
	}

	@Test
	void commandsToAShardThatWasStoppedFailAtOnce() {
		LiveShards running = shards();
		ShardDriver shard = running.startReady();
		shard.stop(false).block(LIMIT);
		StepVerifier.create(shard.send(command(1)))
			.expectErrorMatches(
					(ex) -> ex instanceof CommandRejectedException && ex.getMessage().contains("It was stopped"))
			.verify(LIMIT);
		running.close();
		StepVerifier.create(shard.send(command(1))).expectError(CommandRejectedException.class).verify(LIMIT);
		this.shards = null;
	}

}
