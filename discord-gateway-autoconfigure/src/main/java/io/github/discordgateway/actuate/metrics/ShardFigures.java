package io.github.discordgateway.actuate.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;

import io.github.discordgateway.GatewayShard;
import io.github.discordgateway.ShardSnapshot;
import io.github.discordgateway.ShardStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What one shard or all shards tell at one moment. A registry asks for each figure by
 * itself, and there may be thousands of shards, so that a moment lasts a little.
 */
final class ShardFigures {

	private static final long MOMENT_NANOS = Duration.ofMillis(50).toNanos();

	private final Supplier<List<GatewayShard>> shards;

	private volatile @Nullable Moment moment;

	ShardFigures(Supplier<List<GatewayShard>> shards) {
		this.shards = shards;
	}

	private List<Figures> figures() {
		long now = System.nanoTime();
		Moment current = this.moment;
		if (current == null || now - current.at() > MOMENT_NANOS) {
			current = new Moment(now, this.shards.get().stream().map(Figures::of).toList());
			this.moment = current;
		}
		return current.figures();
	}

	/** The sum of a figure over the shards. */
	long sum(ToLongFunction<Figures> figure) {
		return figures().stream().mapToLong(figure).sum();
	}

	/** The sum of a duration over the shards. */
	Duration total(Function<Figures, Duration> duration) {
		return figures().stream().map(duration).reduce(Duration.ZERO, Duration::plus);
	}

	/** The sum of what some of the shards know; NaN when none does. */
	double known(Function<Figures, @Nullable Number> figure) {
		return figures().stream()
			.flatMapToDouble((figures) -> Figures.stream(figure.apply(figures)))
			.reduce(Double::sum)
			.orElse(Double.NaN);
	}

	/**
	 * The longest duration in seconds of those that some shards know; NaN when none does.
	 */
	double longest(Function<Figures, @Nullable Duration> duration) {
		return figures().stream().flatMapToDouble((figures) -> {
			Duration known = duration.apply(figures);
			return Figures.stream((known != null) ? seconds(known) : null);
		}).max().orElse(Double.NaN);
	}

	static double seconds(Duration duration) {
		return duration.toNanos() / 1e9;
	}

	/**
	 * A count that never goes back, as that of shards that have been replaced would.
	 * @param count the count of the shards of this moment
	 * @return counts on from the highest count so far
	 */
	ToDoubleFunction<ShardFigures> counting(ToLongFunction<Figures> count) {
		Rising rising = new Rising();
		return (figures) -> rising.next(figures.sum(count));
	}

	/** As {@link #counting}, for a time in seconds. */
	ToDoubleFunction<ShardFigures> timing(Function<Figures, Duration> duration) {
		Rising rising = new Rising();
		return (figures) -> rising.next(seconds(figures.total(duration)));
	}

	/** What one shard tells. */
	record Figures(ShardSnapshot snapshot, ShardStatistics statistics) {

		private static Figures of(GatewayShard shard) {
			return new Figures(shard.snapshot(), shard.statistics());
		}

		private static DoubleStream stream(@Nullable Number number) {
			return (number != null) ? DoubleStream.of(number.doubleValue()) : DoubleStream.empty();
		}

	}

	private record Moment(long at, List<Figures> figures) {
	}

	/** Turns a number that now and then starts anew into one that only rises. */
	private static final class Rising {

		private double before;

		private double last;

		private synchronized double next(double current) {
			if (current < this.last) {
				this.before += this.last;
			}
			this.last = current;
			return this.before + current;
		}

	}

}
