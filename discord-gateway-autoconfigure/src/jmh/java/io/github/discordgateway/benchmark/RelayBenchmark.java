package io.github.discordgateway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.autoconfigure.KafkaBrokerProcess;
import io.github.discordgateway.internal.kafka.KafkaClients;
import io.github.discordgateway.internal.kafka.KafkaRelay;
import io.github.discordgateway.internal.kafka.RelaySettings;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to bring events to Kafka, in processor time of the process and in bytes:
 * with the relay, and, as its floor, when the heads of the events are read and a producer
 * is given the records that the relay makes of them, made beforehand. The broker runs in
 * another process.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class RelayBenchmark {

	private static final ShardId SHARD = new ShardId(0, 1);

	/** So many events come with one read of a socket. */
	private static final int READ = 16;

	private static final String TOPIC = "events";

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final FrameReader reader = new FrameReader(this.mapper);

	private final List<byte[]> frames = EventMix.frames();

	private final List<ProducerRecord<byte[], byte[]>> prepared = new ArrayList<>();

	private KafkaBrokerProcess broker;

	private KafkaRelay relay;

	private KafkaProducer<byte[], byte[]> producer;

	@Setup
	public void setup() throws Exception {
		Path directory = Files.createTempDirectory("relay-benchmark");
		this.broker = new KafkaBrokerProcess(directory);
		Map<String, Object> address = Map.of("bootstrap.servers", this.broker.address());
		this.relay = new KafkaRelay(new KafkaClients(address, address, address, List.of(), List.of(), null),
				new RelaySettings(TOPIC, true, 1, null, Set.of(), Integer.MAX_VALUE, null, Duration.ofMinutes(1)),
				() -> Snowflake.of(1_234_567_890_123_456_789L), Duration.ofSeconds(5));
		this.relay.start();
		relay();
		prepare();
		// As the relay has it.
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.broker.address(), ProducerConfig.ACKS_CONFIG,
						"all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
				new ByteArraySerializer(), new ByteArraySerializer());
		System.out.println("Records of " + this.prepared.stream().mapToInt(RelayBenchmark::size).sum() / EventMix.EVENTS
				+ " bytes on average");
	}

	/** Reads what the relay has written. */
	private void prepare() {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.broker.address()), new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			while (this.prepared.size() < EventMix.EVENTS) {
				consumer.poll(Duration.ofMillis(100))
					.forEach((record) -> this.prepared
						.add(new ProducerRecord<>(TOPIC, null, null, record.key(), record.value(), record.headers())));
			}
		}
	}

	private static int size(ProducerRecord<byte[], byte[]> record) {
		int size = record.key().length + record.value().length;
		for (var header : record.headers()) {
			size += header.key().length() + header.value().length;
		}
		return size;
	}

	@TearDown
	public void close() throws IOException {
		this.relay.stop();
		this.producer.close();
		this.broker.close();
	}

	@Benchmark
	@OperationsPerInvocation(EventMix.EVENTS)
	public void relay() throws Exception {
		CountDownLatch taken = new CountDownLatch(EventMix.EVENTS);
		Runnable handled = taken::countDown;
		int count = 0;
		for (byte[] bytes : this.frames) {
			try (Frame frame = this.reader.read(bytes, 0, bytes.length)) {
				this.relay.deliver(SHARD, "session", frame, false, handled);
			}
			if (++count % READ == 0) {
				this.relay.readComplete();
			}
		}
		this.relay.readComplete();
		taken.await();
	}

	@Benchmark
	@OperationsPerInvocation(EventMix.EVENTS)
	public void producerAlone() throws Exception {
		CountDownLatch taken = new CountDownLatch(EventMix.EVENTS);
		int count = 0;
		for (byte[] bytes : this.frames) {
			try (Frame frame = this.reader.read(bytes, 0, bytes.length)) {
				if (frame.sequence() != Frame.NO_SEQUENCE) {
					this.producer.send(this.prepared.get(count++), (metadata, failure) -> taken.countDown());
				}
			}
		}
		taken.await();
	}

}
