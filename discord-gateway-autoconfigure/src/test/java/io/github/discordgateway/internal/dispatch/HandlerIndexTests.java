package io.github.discordgateway.internal.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.listener.DispatchOrdering;
import io.github.discordgateway.listener.EventForm;
import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.EventInterest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HandlerIndex}, and for what becomes of the events that it finds nobody
 * for.
 */
class HandlerIndexTests {

	private static final ShardId FIRST = new ShardId(0, 2);

	private static final ShardId SECOND = new ShardId(1, 2);

	private final List<String> calls = new ArrayList<>();

	private final AtomicInteger handled = new AtomicInteger();

	private final EventDispatcher dispatcher = new EventDispatcher(new TestEvents(), Runnable::run,
			DispatchOrdering.GUILD, 1000, new LoggingErrorHandler());

	private Handler handler(String id, @Nullable Integer order, @Nullable ShardId shard, long... guilds) {
		return new Handler(id, order, shard,
				Set.of(Arrays.stream(guilds).mapToObj(Snowflake::of).toArray(Snowflake[]::new)), this.calls,
				new AtomicInteger());
	}

	private List<String> callsFor(ShardId shard, @Nullable Integer guild) {
		this.calls.clear();
		this.dispatcher.dispatch(shard, TestEvents.SESSION,
				TestEvents.frame("MESSAGE_CREATE", 1, (guild != null)
						? "{\"guild_id\":\"" + guild + "\",\"channel_id\":\"7\"}" : "{\"channel_id\":\"7\"}"),
				false, this.handled::incrementAndGet);
		return List.copyOf(this.calls);
	}

	@Test
	void findsThoseOfTheGuildAndThoseOfAll() {
		this.dispatcher.setHandlers(List.of(handler("five", null, null, 5), handler("all", null, null),
				handler("five and six", null, null, 5, 6)));
		assertThat(callsFor(FIRST, 5)).containsExactlyInAnyOrder("five", "all", "five and six");
		assertThat(callsFor(FIRST, 6)).containsExactlyInAnyOrder("all", "five and six");
		assertThat(callsFor(FIRST, 7)).containsExactly("all");
		assertThat(callsFor(FIRST, null)).containsExactly("all");
		assertThat(this.handled).hasValue(4);
	}

	@Test
	void findsThoseOfTheShardAndAsksForEachShardOnce() {
		Handler second = handler("second", null, SECOND);
		this.dispatcher
			.setHandlers(List.of(second, handler("guild of second", null, SECOND, 5), handler("all", null, null)));
		assertThat(callsFor(FIRST, 5)).containsExactly("all");
		assertThat(callsFor(SECOND, 5)).containsExactlyInAnyOrder("second", "guild of second", "all");
		assertThat(callsFor(SECOND, 6)).containsExactlyInAnyOrder("second", "all");
		int asked = second.asked.get();
		callsFor(FIRST, 8);
		callsFor(SECOND, 9);
		assertThat(second.asked).hasValue(asked);
	}

	@Test
	void theFirstOfAnOrderThatWantsTheEventWaitsForNobody() {
		this.dispatcher.setHandlers(
				List.of(handler("third", 3, null), handler("first", 1, null, 5), handler("second", 2, null, 5, 6)));
		assertThat(callsFor(FIRST, 5)).containsExactly("first", "second", "third");
		assertThat(callsFor(FIRST, 6)).containsExactly("second", "third");
		assertThat(callsFor(FIRST, 7)).containsExactly("third");
		assertThat(this.handled).hasValue(3);
		assertThat(this.dispatcher.statistics().lanes()).isZero();
	}

	@Test
	void anEventThatNoneOfThemWantsIsHandledAtOnce() {
		this.dispatcher.setHandlers(List.of(handler("five", null, null, 5)));
		assertThat(callsFor(FIRST, 6)).isEmpty();
		assertThat(this.handled).hasValue(1);
		assertThat(this.dispatcher.statistics().pending(FIRST)).isZero();
	}

	/** Wants what it is made for. */
	private record Handler(String id, @Nullable Integer order, @Nullable ShardId shard, Set<Snowflake> guilds,
			List<String> calls, AtomicInteger asked) implements EventHandler {

		@Override
		public EventInterest interest() {
			return EventInterest.in(Set.of("MESSAGE_CREATE"), EventForm.HEADER);
		}

		@Override
		public boolean isForShard(ShardId candidate) {
			this.asked.incrementAndGet();
			return this.shard == null || this.shard.equals(candidate);
		}

		@Override
		public void handle(EventEnvelope envelope) {
			this.calls.add(this.id);
		}

	}

}
