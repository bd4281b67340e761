package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A Kafka in a process of its own, which a test can stop and let go on: connections stay,
 * and nobody answers.
 */
public final class KafkaBrokerProcess implements AutoCloseable {

	private final Process process;

	private final String address;

	/** Starts one, and waits until it serves. */
	public KafkaBrokerProcess(Path directory) throws IOException {
		Path file = directory.resolve("kafka-address.txt");
		this.process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				KafkaBrokerProcess.class.getName(), file.toString()))
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("kafka.log").toFile())
			.start();
		await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(file));
		this.address = Files.readString(file);
	}

	/** Lives as long as its parent does. */
	public static void main(String[] arguments) throws IOException {
		EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
		broker.afterPropertiesSet();
		Path written = Files.writeString(Path.of(arguments[0] + ".part"), broker.getBrokersAsString());
		Files.move(written, Path.of(arguments[0]), StandardCopyOption.ATOMIC_MOVE);
		while (System.in.read() >= 0) {
			// Nobody says anything.
		}
		Runtime.getRuntime().halt(0);
	}

	public String address() {
		return this.address;
	}

	void pause() throws Exception {
		signal("STOP");
	}

	void resume() throws Exception {
		signal("CONT");
	}

	private void signal(String name) throws Exception {
		Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).start();
		assertThat(kill.waitFor()).isZero();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
