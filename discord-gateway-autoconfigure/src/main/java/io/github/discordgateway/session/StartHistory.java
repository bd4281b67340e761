package io.github.discordgateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import reactor.core.publisher.Mono;

/**
 * When the bot was started and had to identify, which the next process must know to tell
 * a crash loop. A {@link SessionStore} that outlives the process should implement it,
 * too; without, the brake on starts knows of one process only.
 *
 * <p>
 * An implementation never blocks the thread that calls or subscribes, does nothing before
 * the subscription, and signals an error when it fails: the bot goes on without.
 */
public interface StartHistory {

	/** How long a start is of interest. */
	Duration MAX_AGE = Duration.ofDays(1);

	/** This many starts are enough to recognise any loop: older ones may be forgotten. */
	int MAX_STARTS = 100;

	/**
	 * Finds the starts that were kept.
	 * @return the starts of the last day, the latest last; there may be older ones among
	 * them
	 */
	Mono<List<Instant>> loadStarts();

	/**
	 * Keeps a start.
	 * @param start when it was, by the wall clock
	 * @return completes when another process would find it
	 */
	Mono<Void> addStart(Instant start);

	/**
	 * Forgets a start, since it ended in good order.
	 * @param start as it was kept
	 * @return completes when no process would find it any more, which is so at once when
	 * it was not kept
	 */
	Mono<Void> removeStart(Instant start);

	/**
	 * Says where the starts are kept, for whoever wants to delete them.
	 * @return for example the path of a file
	 */
	String describeStarts();

	/**
	 * A history that knows of no earlier process, and tells no later one.
	 * @return the history, which is empty
	 */
	static StartHistory ofThisProcess() {
		return new InMemoryStartHistory();
	}

}
