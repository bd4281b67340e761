package io.github.discordgateway.internal.dispatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Sends sample bodies through the dispatcher, where there are such next to the checkout.
 */
class ExamplePayloadsTests {

	@Test
	@DisplayName("C45 every sample reaches a catch-all handler with its body, whatever it is")
	void everySampleArrivesRaw() throws IOException {
		Path folder = samples();
		assumeTrue(folder != null, "no folder shared/protocol/examples above the working directory");
		List<Path> files;
		try (Stream<Path> found = Files.walk(Objects.requireNonNull(folder))) {
			files = found.filter((file) -> file.toString().endsWith(".json")).toList();
		}
		Map<Long, String> arrived = new ConcurrentHashMap<>();
		List<String> sent = new ArrayList<>();
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), pool, DispatchOrdering.GUILD, 10_000,
					new LoggingErrorHandler());
			dispatcher.setHandlers(List.of(RecordingHandler.doing((envelope) -> {
				if (envelope.raw() != null) {
					arrived.put(envelope.sequence(), envelope.raw().text());
				}
			}, EventForm.ANY)));
			for (Path file : files) {
				String body = Files.readString(file, StandardCharsets.UTF_8).strip();
				String name = String.valueOf(folder.relativize(file).getName(0));
				dispatcher.dispatch(TestEvents.SHARD, TestEvents.SESSION, TestEvents.frame(name, sent.size(), body),
						false, TestEvents.UNTRACKED);
				sent.add(body);
			}
			dispatcher.drain().block(Duration.ofSeconds(30));
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(sent).isNotEmpty();
		assertThat(arrived).hasSameSizeAs(sent);
		arrived.forEach((sequence, body) -> assertThat(body).isEqualTo(sent.get(sequence.intValue())));
	}

	private static @Nullable Path samples() {
		Path folder = Path.of("").toAbsolutePath();
		while (folder != null) {
			Path candidate = folder.resolve("shared/protocol/examples");
			if (Files.isDirectory(candidate)) {
				return candidate;
			}
			folder = folder.getParent();
		}
		return null;
	}

}
