package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The history of starts, in a file with one time a line. What cannot be understood counts
 * as none.
 */
final class StartsFile {

	static final String NAME = "identifying-starts";

	private static final Log logger = LogFactory.getLog(StartsFile.class);

	private static final int MAX_BYTES = 64 * 1024;

	private final ReplacedFile file;

	StartsFile(Path directory) {
		this.file = new ReplacedFile(directory.resolve(NAME), MAX_BYTES);
	}

	synchronized List<Instant> read() throws IOException {
		List<Instant> starts = new ArrayList<>();
		byte[] content = this.file.read();
		if (content != null) {
			try {
				new String(content, StandardCharsets.UTF_8).lines().map(Instant::parse).forEach(starts::add);
			}
			catch (DateTimeException ex) {
				logger.warn("It is not known how often the bot was started lately, since " + this
						+ " cannot be understood: " + ex.getClass().getSimpleName());
			}
		}
		return starts;
	}

	void add(Instant start) throws IOException {
		change((starts) -> RecentStarts.with(starts, start));
	}

	void remove(Instant start) throws IOException {
		change((starts) -> RecentStarts.without(starts, start));
	}

	private synchronized void change(UnaryOperator<List<Instant>> change) throws IOException {
		List<Instant> before = read();
		List<Instant> after = change.apply(before);
		if (!after.equals(before)) {
			this.file.write(after.stream()
				.map((start) -> start + "\n")
				.collect(Collectors.joining())
				.getBytes(StandardCharsets.UTF_8), false);
		}
	}

	/** Where the file is. */
	@Override
	public String toString() {
		return this.file.path().toAbsolutePath().toString();
	}

}
