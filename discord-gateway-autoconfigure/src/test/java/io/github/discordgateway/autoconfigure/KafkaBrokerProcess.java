package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.internal.redis.EmbeddedRedis;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Kafka in a process of its own. A test can stop it and let it go on, so that
 * connections stay and nobody answers, or end it and start it again, with its data and at
 * the same port.
 */
public final class KafkaBrokerProcess implements AutoCloseable {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final Path directory;

	private final String address;

	private Process process;

	/** Starts one, and waits until it serves. */
	public KafkaBrokerProcess(Path directory) throws IOException {
		this.directory = directory;
		try (ServerSocket broker = new ServerSocket(0); ServerSocket controller = new ServerSocket(0)) {
			this.address = "127.0.0.1:" + broker.getLocalPort();
			writeSettings("127.0.0.1:" + controller.getLocalPort());
		}
		start();
	}

	private void writeSettings(String controller) throws IOException {
		Properties settings = new Properties();
		settings.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "controller.quorum.voters",
				"1@" + controller, "controller.listener.names", "CONTROLLER", "listeners",
				"PLAINTEXT://" + this.address + ",CONTROLLER://" + controller, "log.dirs",
				this.directory.resolve("kafka-data").toString()));
		settings.putAll(Map.of("auto.create.topics.enable", "false", "offsets.topic.num.partitions", "1",
				"offsets.topic.replication.factor", "1", "group.initial.rebalance.delay.ms", "0"));
		try (Writer file = Files.newBufferedWriter(settings())) {
			settings.store(file, null);
		}
	}

	private Path settings() {
		return this.directory.resolve("kafka.properties");
	}

	/** Starts it with the data that it has, and waits until it serves. */
	void start() throws IOException {
		this.process = ChildJvm.start(KafkaBrokerProcess.class, this.directory.resolve("kafka.log"),
				List.of(settings().toString()));
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.address))) {
			await().atMost(LIMIT)
				.ignoreExceptions()
				.until(() -> !admin.describeCluster().nodes().get().isEmpty() || !this.process.isAlive());
		}
		assertThat(this.process.isAlive()).as("it serves; else see kafka.log").isTrue();
	}

	/** Lives as long as its parent does. */
	public static void main(String[] arguments) throws IOException {
		int formatted = StorageTool.execute(new String[] { "format", "--config", arguments[0], "--cluster-id",
				Uuid.ONE_UUID.toString(), "--ignore-formatted" }, System.out);
		if (formatted != 0) {
			throw new IllegalStateException("The data cannot be used: " + formatted);
		}
		Thread watch = new Thread(KafkaBrokerProcess::endWithParent, "parent");
		watch.setDaemon(true);
		watch.start();
		Kafka.main(arguments);
	}

	private static void endWithParent() {
		try {
			while (System.in.read() >= 0) {
				// Nobody says anything.
			}
		}
		catch (IOException ex) {
			ex.printStackTrace();
		}
		Runtime.getRuntime().halt(0);
	}

	public String address() {
		return this.address;
	}

	void pause() {
		EmbeddedRedis.signal("STOP", this.process.pid());
	}

	void resume() {
		EmbeddedRedis.signal("CONT", this.process.pid());
	}

	/** Ends it in good order; its data stay. */
	void stop() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor();
	}

	/** Ends it at once; its data stay. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
