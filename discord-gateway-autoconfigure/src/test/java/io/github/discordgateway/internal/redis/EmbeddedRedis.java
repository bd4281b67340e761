package io.github.discordgateway.internal.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.discordgateway.GatewayToken;
import org.awaitility.Awaitility;
import redis.embedded.RedisServer;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A Redis for tests. One instance serves all classes of a process that do not stop it:
 * each test has a prefix of its own for the names of keys.
 */
public final class EmbeddedRedis implements AutoCloseable {

	private static EmbeddedRedis shared;

	private final int port = freePort();

	private RedisServer server;

	private long paused;

	private final List<LettuceConnectionFactory> viewed = new ArrayList<>();

	private final boolean cluster;

	private EmbeddedRedis(boolean cluster) {
		this.cluster = cluster;
		start();
	}

	/** The instance of all tests, which runs until the process ends. */
	public static synchronized EmbeddedRedis shared() {
		if (shared == null) {
			EmbeddedRedis started = new EmbeddedRedis(false);
			Runtime.getRuntime().addShutdownHook(new Thread(started::close));
			shared = started;
		}
		return shared;
	}

	/**
	 * An instance that a test may stop, and that has lost its data when it starts again.
	 */
	public static EmbeddedRedis ofOne() {
		return new EmbeddedRedis(false);
	}

	/** A cluster of one, which refuses keys that are in different slots. */
	public static EmbeddedRedis cluster() {
		EmbeddedRedis started = new EmbeddedRedis(true);
		started.takeAllSlots();
		return started;
	}

	private void takeAllSlots() {
		LettuceConnectionFactory factory = connectionFactory();
		try {
			factory.getConnection()
				.execute("CLUSTER", "ADDSLOTSRANGE".getBytes(StandardCharsets.US_ASCII),
						"0".getBytes(StandardCharsets.US_ASCII), "16383".getBytes(StandardCharsets.US_ASCII));
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
				Object info = factory.getConnection().execute("CLUSTER", "INFO".getBytes(StandardCharsets.US_ASCII));
				return new String((byte[]) info, StandardCharsets.US_ASCII).contains("cluster_state:ok");
			});
		}
		finally {
			factory.destroy();
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public void start() {
		this.server = RedisServer.builder()
			.port(this.port)
			.bind("127.0.0.1")
			.setting("save \"\"")
			.setting("appendonly no")
			.setting(this.cluster ? "cluster-enabled yes" : "cluster-enabled no")
			.setting("cluster-config-file " + configFile())
			.build();
		this.server.start();
	}

	private static Path configFile() {
		try {
			Path file = Files.createTempFile("redis-nodes", ".conf");
			Files.delete(file);
			file.toFile().deleteOnExit();
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.port;
	}

	public static String newPrefix() {
		return "test:" + UUID.randomUUID();
	}

	LettuceConnectionFactory connectionFactory() {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration("127.0.0.1", this.port),
				LettuceClientConfiguration.builder().shutdownTimeout(Duration.ZERO).build());
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

	public RedisAccess access(LettuceConnectionFactory factory, String prefix) {
		return new RedisAccess(factory, prefix, () -> GatewayToken.of("a.b.c"), Duration.ofSeconds(20));
	}

	/** What a bot's processes have here, until this instance is closed. */
	public RedisAccess access(String prefix, String token) {
		LettuceConnectionFactory factory = connectionFactory();
		this.viewed.add(factory);
		return new RedisAccess(factory, prefix, () -> GatewayToken.of(token), Duration.ofSeconds(20));
	}

	/** What a bot's processes tell here of themselves, until this instance is closed. */
	public RedisRemoteShards view(String prefix, String token) {
		return new RedisRemoteShards(access(prefix, token), new RedisOwnershipSettings(Duration.ofSeconds(15),
				Duration.ofSeconds(5), 2, false, Duration.ofSeconds(30)), null);
	}

	/** As arguments of an application. */
	public List<String> properties() {
		if (this.cluster) {
			return List.of("spring.data.redis.cluster.nodes=127.0.0.1:" + this.port, "spring.data.redis.timeout=20s");
		}
		return List.of("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + this.port,
				"spring.data.redis.timeout=20s");
	}

	/** Ends it, with all of its data. */
	public void stop() {
		this.server.stop();
	}

	/** Lets it answer no more, as if the network were cut; its data stay. */
	public void pause() {
		signal("STOP", pid());
	}

	/** Lets it answer again. */
	public void resume() {
		signal("CONT", this.paused);
	}

	private long pid() {
		LettuceConnectionFactory factory = connectionFactory();
		try {
			String pid = factory.getConnection().serverCommands().info("server").getProperty("process_id");
			this.paused = Long.parseLong(pid);
			return this.paused;
		}
		finally {
			factory.destroy();
		}
	}

	/** Sends a signal to a process, and returns when it was sent. */
	public static void signal(String signal, long pid) {
		try {
			int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
			if (code != 0) {
				throw new IllegalStateException("kill -" + signal + " ended with " + code);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.viewed.forEach(LettuceConnectionFactory::destroy);
		stop();
	}

}
