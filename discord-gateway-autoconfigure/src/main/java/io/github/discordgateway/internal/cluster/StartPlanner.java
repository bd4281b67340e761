package io.github.discordgateway.internal.cluster;

import java.net.URI;
import java.util.function.Consumer;

import io.github.discordgateway.identify.IdentifyBudget;
import io.github.discordgateway.identify.IdentifyQueue;
import io.github.discordgateway.internal.rest.GatewayBot;
import io.github.discordgateway.internal.rest.GatewayBotClient;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds out where to connect and with which shards: what is configured counts, and
 * Discord is asked for the rest. It also knows which change Discord's limits permit.
 */
final class StartPlanner {

	private final GatewayTarget target;

	private final GatewayBotClient botClient;

	private final IdentifyQueue identifyQueue;

	StartPlanner(ClusterServices services) {
		this.target = services.target();
		this.botClient = services.botClient();
		this.identifyQueue = services.identifyQueue();
	}

	/** Whether the number of shards is Discord's to choose. */
	boolean isTotalRecommended() {
		return this.target.total() == null;
	}

	/**
	 * Plans a start.
	 * @param chosen the number of shards that somebody has chosen at run time;
	 * {@code null} when nobody has
	 * @param onFailure told about each request that failed and is going to be repeated
	 * @return the plan; an error when there cannot be one
	 */
	Mono<StartPlan> plan(@Nullable Integer chosen, Consumer<String> onFailure) {
		URI url = this.target.url();
		Integer total = (chosen != null) ? chosen : this.target.total();
		if (url != null && total != null) {
			return Mono.fromSupplier(() -> new StartPlan(url, total));
		}
		return ask(onFailure).map((answer) -> new StartPlan((url != null) ? url : URI.create(answer.url()),
				(total != null) ? total : answer.shards()));
	}

	/**
	 * Asks Discord, and hands its limits on.
	 * @param onFailure told about each request that failed and is going to be repeated
	 * @return the answer
	 */
	Mono<GatewayBot> ask(Consumer<String> onFailure) {
		return this.botClient.fetch(onFailure)
			.doOnNext((answer) -> this.identifyQueue.update(SessionStartLimits.of(answer)));
	}

	/**
	 * The layout of another total, if it is one that can be paid for. Nothing is made of
	 * a number before it has passed.
	 * @param total the number of shards
	 * @return which of them run here
	 * @throws IllegalArgumentException when there cannot be so many shards
	 * @throws IllegalStateException when the day's identifies do not suffice
	 */
	ShardLayout layoutOf(int total) {
		if (total < 1 || total > ShardLayout.MAX_TOTAL) {
			throw new IllegalArgumentException(
					"There cannot be " + total + " shards: the number goes from 1 to " + ShardLayout.MAX_TOTAL);
		}
		int count = this.target.split().count(total);
		IdentifyBudget budget = this.identifyQueue.budget();
		if (budget != null && budget.remaining() - budget.reserve() < count) {
			throw new IllegalStateException(
					"Changing to " + total + " shards takes " + count + " identifies, but of today's " + budget.total()
							+ " only " + budget.remaining() + " are left, " + budget.reserve()
							+ " of them in reserve. All are back in " + budget.resetIn().toMinutes() + " minutes");
		}
		return this.target.split().layout(total);
	}

}
