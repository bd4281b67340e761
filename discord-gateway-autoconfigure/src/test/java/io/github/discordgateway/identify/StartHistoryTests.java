package io.github.discordgateway.identify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartHistory}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartHistoryTests {

	private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.250Z");

	private static final Duration HOUR = Duration.ofHours(1);

	@TempDir
	Path directory;

	private Path file() {
		return this.directory.resolve("identifying-starts");
	}

	private static void add(StartHistory history, Instant start) {
		history.add(start).block(Duration.ofSeconds(30));
	}

	@Test
	void tellsTheNextProcess() {
		StartHistory first = StartHistory.in(this.directory);
		assertThat(first.within(HOUR, NOW)).isEmpty();
		add(first, NOW);
		assertThat(first.within(HOUR, NOW)).containsExactly(NOW);
		StartHistory second = StartHistory.in(this.directory);
		assertThat(second.within(HOUR, NOW.plusSeconds(60))).containsExactly(NOW);
		add(second, NOW.plusSeconds(60));
		assertThat(StartHistory.in(this.directory).within(HOUR, NOW.plusSeconds(60))).containsExactly(NOW,
				NOW.plusSeconds(60));
	}

	@Test
	void leavesNothingBesideItsFile() throws IOException {
		add(StartHistory.in(this.directory), NOW);
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).containsExactly(file());
		}
	}

	@Test
	void aPeriodEndsNowAndStartsAfterItsBeginning() {
		StartHistory history = StartHistory.ofThisProcess();
		add(history, NOW);
		assertThat(history.within(HOUR, NOW.minusMillis(1))).as("a clock that was set back").isEmpty();
		assertThat(history.within(HOUR, NOW.plus(HOUR).minusMillis(1))).containsExactly(NOW);
		assertThat(history.within(HOUR, NOW.plus(HOUR))).isEmpty();
	}

	@Test
	void forgetsWhatIsOlderThanADayAndMoreThanAHundred() throws IOException {
		Files.writeString(file(), NOW.minus(StartHistory.AGE) + "\n" + NOW.minus(HOUR) + "\n");
		StartHistory history = StartHistory.in(this.directory);
		add(history, NOW);
		assertThat(Files.readAllLines(file())).containsExactly(NOW.minus(HOUR).toString(), NOW.toString());
		for (int i = 1; i <= 200; i++) {
			add(history, NOW.plusSeconds(i));
		}
		assertThat(history.within(HOUR, NOW.plusSeconds(200))).hasSize(100).endsWith(NOW.plusSeconds(200));
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday\n", "2026-11-21T09:59:59Z\n2026-11-", "\u0000\u0000" })
	void aFileThatIsGarbledCountsAsFarAsItCanBeRead(String garbage, CapturedOutput output) throws IOException {
		Files.writeString(file(), garbage);
		StartHistory history = StartHistory.in(this.directory);
		assertThat(history.within(HOUR, NOW)).hasSize(garbage.contains("09:59:59") ? 1 : 0);
		assertThat(output).contains("It is not known how often the bot was started lately").contains(file().toString());
		add(history, NOW);
		assertThat(Files.readAllLines(file())).endsWith(NOW.toString());
	}

	@Test
	void aFileThatCannotBeWrittenIsReported(CapturedOutput output) {
		StartHistory history = StartHistory.in(this.directory.resolve("missing"));
		add(history, NOW);
		assertThat(output).contains("The next process will not know that the bot was started");
		assertThat(history.within(HOUR, NOW)).containsExactly(NOW);
	}

}
