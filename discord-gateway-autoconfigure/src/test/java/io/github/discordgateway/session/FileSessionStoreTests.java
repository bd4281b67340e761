package io.github.discordgateway.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.discordgateway.ChildJvm;
import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FileSessionStore}.
 */
@ExtendWith(OutputCaptureExtension.class)
class FileSessionStoreTests extends AbstractGuildStoreTests {

	private static final String FILE = "sessions.json";

	private Path directory;

	private FileSessionStore store;

	@BeforeEach
	void open(@TempDir Path parent) {
		this.directory = parent.resolve("bot/sessions");
		this.store = new FileSessionStore(this.directory);
	}

	@AfterEach
	void close() {
		this.store.close();
	}

	@Override
	SessionStore store() {
		return this.store;
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void reopen() {
		this.store.close();
		this.store = new FileSessionStore(this.directory);
	}

	@Test
	void sessionsOutliveTheStore() {
		save(session(SHARD, 42));
		save(session(new ShardId(2, 4), 43));
		this.store.saveGuilds(SHARD, "id", List.of(Snowflake.of(5))).block(PATIENCE);
		reopen();
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 42));
		assertThat(load(new ShardId(2, 4))).isEqualTo(session(new ShardId(2, 4), 43));
		assertThat(this.store.loadGuilds(SHARD, "id").block(PATIENCE)).containsExactly(Snowflake.of(5));
		this.store.remove(SHARD).block(PATIENCE);
		reopen();
		assertThat(load(SHARD)).isNull();
		assertThat(this.store.loadGuilds(SHARD, "id").block(PATIENCE)).isNull();
		assertThat(load(new ShardId(2, 4))).isEqualTo(session(new ShardId(2, 4), 43));
	}

	@Test
	void aSaveAfterAReopeningKeepsTheOtherShards() {
		save(session(SHARD, 42));
		reopen();
		save(session(new ShardId(2, 4), 43));
		reopen();
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 42));
	}

	@Test
	void aThousandSessionsAreOneFileWhichIsNotWrittenWhenNothingHasChanged() throws IOException {
		List<StoredSession> sessions = IntStream.range(0, 1000)
			.mapToObj((id) -> session(new ShardId(id, 1000), id))
			.toList();
		this.store.saveAll(sessions).block(PATIENCE);
		assertThat(files()).containsExactly("lock", FILE);
		FileTime before = written();
		this.store.saveAll(sessions).block(PATIENCE);
		assertThat(written()).as("nothing has changed").isEqualTo(before);
		this.store.removeAll(List.of(SHARD)).block(PATIENCE);
		assertThat(written()).as("nothing has changed").isEqualTo(before);
	}

	private FileTime written() throws IOException {
		return Files.getLastModifiedTime(this.directory.resolve(FILE));
	}

	@Test
	void leavesNothingBesideTheSessions() throws IOException {
		save(session(SHARD, 1));
		save(session(SHARD, 2));
		assertThat(files()).containsExactly("lock", FILE);
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void everythingIsForItsOwnerOnly() throws IOException {
		save(session(SHARD, 1));
		save(session(SHARD, 2));
		assertThat(permissions("")).isEqualTo("rwx------");
		assertThat(permissions("..")).isEqualTo("rwx------");
		assertThat(permissions("lock")).isEqualTo("rw-------");
		assertThat(permissions(FILE)).isEqualTo("rw-------");
	}

	private String permissions(String file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(this.directory.resolve(file)));
	}

	@Test
	void theTokenIsNotInTheFile() throws IOException {
		save(session(SHARD, 1));
		assertThat(Files.readString(this.directory.resolve(FILE))).contains("\"sequence\":1").doesNotContain("a.b.c");
	}

	@Test
	void aFileThatIsCutAnywhereIsNoSession(CapturedOutput output) throws IOException {
		save(session(SHARD, 42));
		Path file = this.directory.resolve(FILE);
		byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			reopen();
			assertThat(load(SHARD)).as("%d of %d bytes", length, whole.length).isNull();
		}
		assertThat(output).contains("all sessions are ignored").contains(FILE).doesNotContain("session-of-1/4");
		Files.write(file, whole);
		reopen();
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 42));
	}

	@Test
	void aGarbledFileIsNoSessionAndIsReplaced(CapturedOutput output) throws IOException {
		for (String garbage : List.of("\u0000\u0000\u0000\u0000", "null", "[]", "{}", "\"text\"", "{\"sessions\":null}",
				"{\"sessions\":{}}", "{\"sessions\":[null,1,[],{}]}", "{\"sessions\":[{\"shard\":null}]}",
				"{\"sessions\":[{\"shard\":{\"number\":5,\"total\":4}}]}")) {
			Files.createDirectories(this.directory);
			Files.writeString(this.directory.resolve(FILE), garbage, StandardCharsets.ISO_8859_1);
			reopen();
			assertThat(load(SHARD)).as(garbage).isNull();
		}
		assertThat(output).contains("has no list of sessions")
			.contains("is no JSON")
			.contains("the session of shard 5/4 is ignored");
		save(session(SHARD, 7));
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 7));
	}

	@Test
	void aFileWithMoreInItIsRead() throws IOException {
		save(session(SHARD, 42));
		Path file = this.directory.resolve(FILE);
		Files.writeString(file, Files.readString(file).replace("{", "{\"of_a_later_version\":[1],"));
		reopen();
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 42));
	}

	@Test
	void whatAKilledProcessLeftHalfWrittenIsRemoved() throws IOException {
		save(session(SHARD, 42));
		Files.writeString(this.directory.resolve("123.tmp"), "{\"sha");
		reopen();
		assertThat(files()).containsExactly("lock", FILE);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 42));
	}

	@Test
	void oneBrokenSessionCostsNoOther(CapturedOutput output) throws IOException {
		save(session(SHARD, 42));
		save(session(new ShardId(2, 4), 43));
		Path file = this.directory.resolve(FILE);
		Files.writeString(file, Files.readString(file).replace("\"sequence\":42", "\"sequence\":null"));
		reopen();
		assertThat(load(SHARD)).isNull();
		assertThat(load(new ShardId(2, 4))).isEqualTo(session(new ShardId(2, 4), 43));
		assertThat(output).contains("the session of shard 1/4 is ignored").doesNotContain("session-of-1/4");
	}

	@Test
	void theFilesOfAnEarlierFormatDoNoHarm() throws IOException {
		Files.writeString(this.directory.resolve("shard-1-of-4.json"), "{\"shard\":{\"id\":1,\"total\":4}}");
		reopen();
		assertThat(load(SHARD)).isNull();
		save(session(SHARD, 1));
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 1));
	}

	@Test
	void brokenGuildsAreNone(CapturedOutput output) throws IOException {
		this.store.saveGuilds(SHARD, "the-session-id", List.of(Snowflake.of(5))).block(PATIENCE);
		Path file = this.directory.resolve("guilds-1-of-4.json");
		for (String garbage : List.of("", "null", "{}", "{\"session\":\"the-session-id\"}",
				"{\"session\":\"the-session-id\",\"guilds\":[null]}",
				"{\"session\":\"the-session-id\",\"guilds\":[\"x\"]}")) {
			Files.writeString(file, garbage);
			assertThat(this.store.loadGuilds(SHARD, "the-session-id").block(PATIENCE)).as(garbage).isNull();
		}
		assertThat(output).contains("The guilds of shard 1/4 are not known").doesNotContain("the-session-id");
	}

	@Test
	void moreGuildsThanThereCanBeAreAnError() throws IOException {
		Files.write(this.directory.resolve("guilds-1-of-4.json"), new byte[SessionStore.MAX_GUILDS * 30]);
		this.store.loadGuilds(SHARD, "id")
			.as(StepVerifier::create)
			.expectError(SessionStoreException.class)
			.verify(PATIENCE);
	}

	@Test
	void aFailureNamesThreeShardsAndTellsHowManyOthersThereAre() throws IOException {
		Files.delete(this.directory.resolve("lock"));
		Files.delete(this.directory);
		List<StoredSession> sessions = IntStream.range(0, 4).mapToObj((id) -> session(new ShardId(id, 4), id)).toList();
		assertThatFailure(this.store.saveAll(sessions), "save the session of shard 0/4, 1/4, 2/4 and of 1 more in ");
		assertThatFailure(this.store.saveAll(sessions.subList(0, 3)), "save the session of shard 0/4, 1/4, 2/4 in ");
	}

	private static void assertThatFailure(Mono<Void> change, String text) {
		change.as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining(text))
			.verify(PATIENCE);
	}

	@Test
	void aDirectoryThatIsGoneIsAnError() throws IOException {
		Files.delete(this.directory.resolve("lock"));
		Files.delete(this.directory);
		this.store.save(session(SHARD, 1))
			.as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessageContaining("Cannot save the session of shard 1/4 in " + this.directory.toAbsolutePath()))
			.verify(PATIENCE);
	}

	@Test
	@DisplayName("C63 a file that cannot be read is an error, is read again, and is not replaced meanwhile")
	void aFileThatCannotBeReadIsAnError() throws IOException {
		save(session(new ShardId(2, 4), 43));
		Path aside = this.directory.resolve("aside");
		Files.move(this.directory.resolve(FILE), aside);
		Files.createDirectory(this.directory.resolve(FILE));
		reopen();
		this.store.load(SHARD)
			.as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessageContaining("Cannot load the session of shard 1/4"))
			.verify(PATIENCE);
		this.store.save(session(SHARD, 1))
			.as(StepVerifier::create)
			.expectError(SessionStoreException.class)
			.verify(PATIENCE);
		Files.delete(this.directory.resolve(FILE));
		Files.move(aside, this.directory.resolve(FILE));
		assertThat(load(new ShardId(2, 4))).isEqualTo(session(new ShardId(2, 4), 43));
	}

	@Test
	void neverBlocksTheCaller() {
		// A thread on which Reactor refuses to block, as it would on an event loop.
		this.store.save(session(SHARD, 1))
			.then(this.store.load(SHARD))
			.then(this.store.remove(SHARD))
			.subscribeOn(Schedulers.parallel())
			.as(StepVerifier::create)
			.expectComplete()
			.verify(PATIENCE);
		this.store.load(SHARD)
			.map((stored) -> "")
			.defaultIfEmpty("")
			.map((ignored) -> Thread.currentThread().getName())
			.as(StepVerifier::create)
			.assertNext((thread) -> assertThat(thread).startsWith("boundedElastic"))
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void aClosedStoreChangesNothing() throws IOException {
		save(session(SHARD, 1));
		this.store.close();
		this.store.close();
		this.store.save(session(SHARD, 2))
			.as(StepVerifier::create)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SessionStoreException.class)
				.hasMessageContaining("the store is closed"))
			.verify(PATIENCE);
		this.store = new FileSessionStore(this.directory);
		assertThat(load(SHARD)).isEqualTo(session(SHARD, 1));
	}

	@Test
	void aSecondStoreOfTheProcessIsRefusedAndLeavesTheFirstOneItsLock() throws Exception {
		Path otherName = this.directory.resolve("../sessions");
		for (Path name : List.of(this.directory, otherName)) {
			assertThatExceptionOfType(SessionStoreInUseException.class).isThrownBy(() -> new FileSessionStore(name))
				.withMessageContaining("in use already");
		}
		try (OtherProcess other = new OtherProcess(this.directory)) {
			assertThat(other.answer()).isEqualTo(SessionStoreInUseException.class.getSimpleName());
		}
	}

	@Test
	void aSecondProcessIsRefused() throws Exception {
		this.store.close();
		try (OtherProcess other = new OtherProcess(this.directory)) {
			assertThat(other.answer()).isEqualTo("opened");
			assertThatExceptionOfType(SessionStoreInUseException.class)
				.isThrownBy(() -> new FileSessionStore(this.directory))
				.withMessageContaining("two processes on one session store")
				.withMessageContaining(this.directory.toString());
			other.kill();
			this.store = new FileSessionStore(this.directory);
		}
	}

	@Test
	void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertThatExceptionOfType(SessionStoreException.class)
			.isThrownBy(() -> new FileSessionStore(file.resolve("sessions")))
			.withMessageContaining(file.resolve("sessions") + " cannot be made, written or locked");
	}

	@Test
	void aDirectoryThatCouldNotBeLockedMayBeTriedAgain() throws IOException {
		Path other = this.directory.resolve("other");
		Path lock = Files.createDirectories(other.resolve("lock"));
		assertThatExceptionOfType(SessionStoreException.class).isThrownBy(() -> new FileSessionStore(other))
			.withMessageContaining("cannot be made, written or locked");
		Files.delete(lock);
		new FileSessionStore(other).close();
	}

	/** A process that opens a store, says how that went, and keeps it until it ends. */
	private static final class OtherProcess implements AutoCloseable {

		private final Process process;

		private OtherProcess(Path directory) throws IOException {
			this.process = ChildJvm.of(OtherProcess.class, List.of(directory.toString()))
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		}

		public static void main(String[] arguments) throws IOException {
			try (FileSessionStore opened = new FileSessionStore(Path.of(arguments[0]))) {
				System.out.println((opened != null) ? "opened" : "");
				System.in.read();
			}
			catch (SessionStoreException ex) {
				System.out.println(ex.getClass().getSimpleName());
			}
		}

		private String answer() throws IOException {
			BufferedReader output = this.process.inputReader();
			return output.readLine();
		}

		private void kill() throws InterruptedException {
			this.process.destroyForcibly();
			assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}

		@Override
		public void close() {
			this.process.destroyForcibly();
		}

	}

}
