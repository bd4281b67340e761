package io.github.discordgateway.identify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * When the bot was started and had to identify, in the last day. A file keeps it beyond
 * the process, one time a line; a file that cannot be read counts as empty, and one that
 * cannot be written costs only what it is for.
 */
public final class StartHistory {

	/** How long a start is of interest. */
	static final Duration AGE = Duration.ofDays(1);

	/** Enough to recognise any loop. */
	private static final int MAX_STARTS = 100;

	private static final Log logger = LogFactory.getLog(StartHistory.class);

	private static final String FILE = "identifying-starts";

	private final @Nullable Path directory;

	private final List<Instant> starts = new ArrayList<>();

	private StartHistory(@Nullable Path directory) {
		this.directory = directory;
	}

	/**
	 * A history that knows of no earlier process, and tells no later one.
	 * @return the history, which is empty
	 */
	public static StartHistory ofThisProcess() {
		return new StartHistory(null);
	}

	/**
	 * A history in a file {@code identifying-starts}, which is read at once.
	 * @param directory where the file is; it belongs to this process alone
	 * @return the history of this and earlier processes
	 */
	public static StartHistory in(Path directory) {
		StartHistory history = new StartHistory(directory);
		history.read(directory.resolve(FILE));
		return history;
	}

	private void read(Path source) {
		try {
			for (String line : Files.readAllLines(source)) {
				this.starts.add(Instant.parse(line));
			}
		}
		catch (NoSuchFileException ex) {
			// The first start.
		}
		catch (IOException | DateTimeException ex) {
			logger.warn("It is not known how often the bot was started lately, since " + source.toAbsolutePath()
					+ " cannot be read: " + ex);
		}
	}

	/** Says where the history is. */
	@Override
	public String toString() {
		return (this.directory != null) ? this.directory.resolve(FILE).toAbsolutePath().toString()
				: "the history of this process";
	}

	/** The starts of the period that ends now. */
	synchronized List<Instant> within(Duration period, Instant now) {
		Instant from = now.minus(period);
		return this.starts.stream().filter((start) -> start.isAfter(from) && !start.isAfter(now)).toList();
	}

	/**
	 * Remembers a start, at once.
	 * @return tells the next process, without blocking; completes when that is done or
	 * has failed
	 */
	synchronized Mono<Void> add(Instant now) {
		List<Instant> kept = new ArrayList<>(within(AGE, now));
		kept.add(now);
		this.starts.clear();
		this.starts.addAll(kept.subList(Math.max(kept.size() - MAX_STARTS, 0), kept.size()));
		Path target = this.directory;
		if (target == null) {
			return Mono.empty();
		}
		List<String> lines = this.starts.stream().map(Instant::toString).toList();
		return Mono.fromCallable(() -> write(target, lines))
			.subscribeOn(Schedulers.boundedElastic())
			.then()
			.onErrorResume((ex) -> {
				logger.warn("The next process will not know that the bot was started, since " + this
						+ " cannot be written: " + ex);
				return Mono.empty();
			});
	}

	private static Path write(Path directory, List<String> lines) throws IOException {
		Path written = Files.createTempFile(directory, "starts-", ".tmp");
		try {
			Files.write(written, lines);
			return Files.move(written, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(written);
		}
	}

}
