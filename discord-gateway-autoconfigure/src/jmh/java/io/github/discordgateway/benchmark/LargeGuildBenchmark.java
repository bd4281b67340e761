package io.github.discordgateway.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.simulator.GatewaySimulator;
import io.github.discordgateway.simulator.SimulatedWorld;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A GUILD_CREATE of 1,000 members, 500 channels and 250 roles, without compression.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LargeGuildBenchmark {

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final FrameReader frames = new FrameReader(this.mapper);

	private final EventDecoder decoder = new EventDecoder(this.mapper);

	private final byte[] frame = largeGuild();

	static byte[] largeGuild() {
		SimulatedWorld world = GatewaySimulator.builder().guildsPerShard(1).membersPerGuild(1000).seed(7).build().world();
		ObjectNode guild = world.payloads().guildCreate(world.guilds(new ShardId(0, 1)).get(0));
		grow((ArrayNode) guild.get("members"), 1000);
		grow((ArrayNode) guild.get("channels"), 500);
		grow((ArrayNode) guild.get("roles"), 250);
		return ("{\"t\":\"GUILD_CREATE\",\"s\":2,\"op\":0,\"d\":" + guild + "}").getBytes(StandardCharsets.UTF_8);
	}

	private static void grow(ArrayNode array, int size) {
		for (int i = 0; array.size() < size; i++) {
			array.add(array.get(i));
		}
	}

	@Benchmark
	public void guildTokenize(Blackhole blackhole) {
		try (JsonParser parser = this.mapper.createParser(this.frame)) {
			while (parser.nextToken() != null) {
				blackhole.consume(parser.currentTokenId());
			}
		}
	}

	@Benchmark
	public void guildTyped(Blackhole blackhole) throws Exception {
		try (Frame read = this.frames.read(this.frame, 0, this.frame.length)) {
			blackhole.consume(this.decoder.decode(EventType.GUILD_CREATE, read));
		}
	}

}
