package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link StartHistory} of a {@link FileSessionStore}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FileStartHistoryTests extends AbstractStartHistoryTests {

	@TempDir
	Path directory;

	private FileSessionStore store;

	@BeforeEach
	void open() {
		this.store = new FileSessionStore(this.directory);
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Override
	StartHistory history() {
		return this.store;
	}

	private Path file() {
		return this.directory.resolve("identifying-starts");
	}

	@Test
	void tellsTheNextProcess() {
		add(NOW);
		this.store.close();
		open();
		assertThat(starts()).containsExactly(NOW);
	}

	@Test
	void leavesNothingBesideItsFile() throws IOException {
		add(NOW);
		add(NOW.plusSeconds(1));
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).containsExactlyInAnyOrder(file(), this.directory.resolve("lock"));
		}
	}

	@Test
	void forgetsWhatIsOlderThanADayAndMoreThanAHundred() throws IOException {
		Files.writeString(file(), NOW.minus(StartHistory.MAX_AGE) + "\n" + NOW.minus(HOUR) + "\n");
		add(NOW);
		assertThat(Files.readAllLines(file())).containsExactly(NOW.minus(HOUR).toString(), NOW.toString());
		for (int i = 1; i <= 200; i++) {
			add(NOW.plusSeconds(i));
		}
		assertThat(starts()).hasSize(StartHistory.MAX_STARTS).endsWith(NOW.plusSeconds(200));
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday\n", "2026-11-21T09:59:59Z\n2026-11-", "\u0000\u0000" })
	void aFileThatIsGarbledCountsAsFarAsItCanBeRead(String garbage, CapturedOutput output) throws IOException {
		Files.writeString(file(), garbage);
		assertThat(starts()).hasSize(garbage.contains("09:59:59") ? 1 : 0);
		assertThat(output).contains("It is not known how often the bot was started lately").contains(file().toString());
		add(NOW);
		assertThat(Files.readAllLines(file())).endsWith(NOW.toString());
	}

	@Test
	void aFileThatIsFarTooLargeIsAnError() throws IOException {
		Files.write(file(), new byte[1024 * 1024]);
		this.store.loadStarts()
			.as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessageContaining("Cannot load the history of starts"))
			.verify(PATIENCE);
	}

	@Test
	void neverBlocksTheCaller() {
		this.store.addStart(NOW)
			.then(this.store.removeStart(NOW))
			.then(this.store.loadStarts())
			.map((starts) -> Thread.currentThread().getName())
			.subscribeOn(Schedulers.parallel())
			.as(StepVerifier::create)
			.assertNext((thread) -> assertThat(thread).startsWith("boundedElastic"))
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void saysWhichFileToDelete() {
		assertThat(this.store.describeStarts()).isEqualTo(file().toString());
	}

}
