package io.github.discordgateway.demo.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.github.discordgateway.CoordinationSnapshot;
import io.github.discordgateway.Gateway;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which processes of this machine the nodes are, so that one of them can be killed from
 * the console of another. Each writes that down in a directory of its user, under the id
 * that the others know it by.
 */
@Component
@ConditionalOnProperty(name = "discord.gateway.coordination", havingValue = "redis")
class NodeProcesses {

	private final Gateway gateway;

	private final Path directory;

	private final boolean withSimulator;

	private volatile int port;

	private volatile @Nullable Path own;

	NodeProcesses(Gateway gateway,
			@Value("${demo.node-directory:${java.io.tmpdir}/discord-gateway-demo-${user.name}}") Path directory,
			@Value("${discord.gateway.simulator.enabled:false}") boolean withSimulator) {
		this.gateway = gateway;
		this.directory = directory;
		this.withSimulator = withSimulator;
	}

	@EventListener
	void serving(WebServerInitializedEvent event) {
		this.port = event.getWebServer().getPort();
	}

	/** A node has its id when it has asked Discord for the number of shards. */
	@Scheduled(fixedDelay = 1_000)
	void writeDown() throws IOException {
		CoordinationSnapshot coordination = this.gateway.coordination();
		if (this.own != null || this.port == 0 || coordination == null || coordination.node().isEmpty()) {
			return;
		}
		ProcessHandle current = ProcessHandle.current();
		Files.createDirectories(this.directory);
		Path file = file(coordination.node());
		Path written = Files.writeString(this.directory.resolve(file.getFileName() + ".part"),
				String.join(" ", List.of(Long.toString(current.pid()), started(current), Integer.toString(this.port),
						Boolean.toString(this.withSimulator))));
		Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
		this.own = file;
	}

	@PreDestroy
	void forget() throws IOException {
		if (this.own != null) {
			Files.deleteIfExists(this.own);
		}
	}

	private Path file(String node) {
		return this.directory.resolve(node.replaceAll("[^\\w-]", "_"));
	}

	private static String started(ProcessHandle process) {
		return process.info().startInstant().map(Instant::toString).orElse("unknown");
	}

	/**
	 * Finds the process of a node.
	 * @param node its id
	 * @return the process; empty when it is none of this machine, or is no more
	 */
	Optional<NodeProcess> find(String node) {
		Path file = file(node);
		if (!Files.exists(file)) {
			return Optional.empty();
		}
		try {
			String[] parts = Files.readString(file).split(" ");
			// Another process may have its number by now.
			return ProcessHandle.of(Long.parseLong(parts[0]))
				.filter((process) -> started(process).equals(parts[1]))
				.map((process) -> new NodeProcess(process, Integer.parseInt(parts[2]), Boolean.parseBoolean(parts[3])));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** It has no time to forget itself. */
	void kill(String node, NodeProcess process) {
		process.handle().destroyForcibly();
		try {
			Files.deleteIfExists(file(node));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The process of a node.
	 *
	 * @param handle kills it
	 * @param port where its console is
	 * @param withSimulator whether the simulator would go with it
	 */
	record NodeProcess(ProcessHandle handle, int port, boolean withSimulator) {

		boolean isOther() {
			return this.handle.pid() != ProcessHandle.current().pid();
		}

	}

}
