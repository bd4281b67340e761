package io.github.discordgateway.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a list of starts when one is added: old ones, and too many, are
 * forgotten, and so are those that seem to come later, since a clock was set back.
 */
final class RecentStarts {

	private RecentStarts() {
	}

	static List<Instant> with(List<Instant> starts, Instant added) {
		Instant from = added.minus(StartHistory.MAX_AGE);
		List<Instant> kept = new ArrayList<>(
				starts.stream().filter((start) -> start.isAfter(from) && !start.isAfter(added)).toList());
		kept.add(added);
		return List.copyOf(kept.subList(Math.max(kept.size() - StartHistory.MAX_STARTS, 0), kept.size()));
	}

	static List<Instant> without(List<Instant> starts, Instant removed) {
		return starts.stream().filter((start) -> !start.equals(removed)).toList();
	}

}
