package io.github.discordgateway.internal.kafka;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.management.ThreadMXBean;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an event takes until it is handed to the producer, which a shard's event loop has
 * to pay. The whole way is measured by the {@code RelayBenchmark}.
 */
class KafkaRelayCostTests {

	private static final int EVENTS = 20_000;

	private static final byte[] MESSAGE = ("{\"t\":\"MESSAGE_CREATE\",\"s\":1,\"op\":0,\"d\":{\"id\":\"1\","
			+ "\"guild_id\":\"281474976710656001\",\"channel_id\":\"3\",\"content\":\"" + "x".repeat(700) + "\","
			+ "\"author\":{\"id\":\"4\",\"username\":\"alice\"}}}")
		.getBytes(StandardCharsets.UTF_8);

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Test
	@DisplayName("D28 A shard's event loop allocates the bytes of the record, and at most 1 KiB more")
	void allocation() throws Exception {
		// Nobody answers there: the events wait.
		Map<String, Object> nowhere = Map.of("bootstrap.servers", "localhost:1");
		KafkaRelay relay = new KafkaRelay(new KafkaClients(nowhere, nowhere, nowhere, List.of(), List.of(), null),
				new RelaySettings("events", false, 1, null, Set.of(), Integer.MAX_VALUE, null, Duration.ofMinutes(1)),
				() -> Snowflake.of(281_474_976_710_656_001L), Duration.ofSeconds(5));
		relay.start();
		try {
			assertThat(allocated(relay) / EVENTS).isBetween(700L, MESSAGE.length + 1024L);
			assertThat(relay.waiting()).isEqualTo(EVENTS);
		}
		finally {
			relay.stop();
		}
	}

	private long allocated(KafkaRelay relay) throws Exception {
		FrameReader reader = new FrameReader(GatewayJsonMapper.builder().build());
		ShardId shard = new ShardId(0, 1);
		long allocated = 0;
		for (int i = 0; i < EVENTS; i++) {
			try (Frame frame = reader.read(MESSAGE, 0, MESSAGE.length)) {
				long before = this.threads.getCurrentThreadAllocatedBytes();
				relay.deliver(shard, "session", frame, false, () -> {
				});
				allocated += this.threads.getCurrentThreadAllocatedBytes() - before;
			}
		}
		return allocated;
	}

}
