package io.github.discordgateway.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.discordgateway.protocol.Frame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests over a collection of payloads that other projects have seen, when it lies beside
 * the checkout.
 */
class ExamplePayloadTests {

	@Test
	@DisplayName("C45 each example of an event is decoded, or delivered raw when it has no record")
	void noExampleIsLost() throws Exception {
		Path found = examples();
		Assumptions.assumeTrue(found != null, "No examples beside the checkout");
		Path examples = Objects.requireNonNull(found);
		EventDecoder decoder = new EventDecoder(Payloads.MAPPER);
		int typed = 0;
		int raw = 0;
		for (Path file : files(examples)) {
			String name = examples.relativize(file).getName(0).toString();
			String body = Files.readString(file).strip();
			EventType type = EventType.of(name);
			try (Frame frame = Payloads.frame(name, body)) {
				if (type != null && type.eventClass() != null) {
					assertThat(decoder.decode(type, frame)).as(file.toString()).isInstanceOf(type.eventClass());
					typed++;
				}
				else {
					raw++;
				}
				assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).as(file.toString()).isEqualTo(body);
			}
		}
		assertThat(typed).isPositive();
		assertThat(raw).isPositive();
	}

	private static List<Path> files(Path examples) throws IOException {
		try (Stream<Path> files = Files.walk(examples)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
	}

	private static @Nullable Path examples() {
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			Path examples = folder.resolve("shared/protocol/examples");
			if (Files.isDirectory(examples)) {
				return examples;
			}
		}
		return null;
	}

}
