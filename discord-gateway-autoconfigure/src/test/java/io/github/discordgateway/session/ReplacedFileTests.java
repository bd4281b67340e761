package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link ReplacedFile}.
 */
class ReplacedFileTests {

	@TempDir
	private Path directory;

	@Test
	void readsWhatMayJustBeReadAndNoMore() throws IOException {
		Path path = this.directory.resolve("file");
		ReplacedFile file = new ReplacedFile(path, 3);
		assertThat(file.read()).isNull();
		file.write(new byte[] { 1, 2, 3 }, true);
		assertThat(file.read()).containsExactly(1, 2, 3);
		file.write(new byte[] { 1, 2, 3, 4 }, false);
		assertThatIOException().isThrownBy(file::read).withMessage(path.toAbsolutePath() + " has more than 3 bytes");
		file.delete();
		assertThat(file.read()).isNull();
	}

}
