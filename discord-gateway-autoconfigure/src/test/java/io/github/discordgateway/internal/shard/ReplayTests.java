package io.github.discordgateway.internal.shard;

import io.github.discordgateway.ShardState;
import io.github.discordgateway.event.lifecycle.EventsMissed;
import io.github.discordgateway.session.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Replay}, as the machine uses it.
 */
class ReplayTests {

	private final VirtualShard shard = new VirtualShard();

	@Test
	@DisplayName("C73 A whole replay is no gap")
	void aWholeReplay() {
		resumedAt(2).event(3).event(4).receiveResumed(5).event(6).event(7);
		assertThat(this.shard.notices(EventsMissed.class)).isEmpty();
	}

	@Test
	@DisplayName("C73 A RESUMED whose sequence tells of events that were left out is a gap")
	void resumedTells() {
		resumedAt(2).event(3).receiveResumed(97);
		assertThat(this.shard.notices(EventsMissed.class)).singleElement().satisfies((missed) -> {
			assertThat(missed.first()).isEqualTo(4);
			assertThat(missed.last()).isEqualTo(96);
			assertThat(missed.count()).isEqualTo(93);
		});
		assertThat(this.shard.state()).isEqualTo(ShardState.READY);
	}

	@Test
	@DisplayName("C73 The first event after a RESUMED tells, too, when RESUMED has no sequence")
	void theFirstEventAfterResumedTells() {
		resumedAt(2).event(3).receiveResumed(-1).event(10).event(11);
		assertThat(this.shard.notices(EventsMissed.class)).singleElement().satisfies((missed) -> {
			assertThat(missed.first()).isEqualTo(4);
			assertThat(missed.last()).isEqualTo(9);
			assertThat(missed.count()).isEqualTo(6);
		});
	}

	@Test
	@DisplayName("C73 Events that are left out within a replay are counted together")
	void eventsLeftOutWithinAReplay() {
		resumedAt(2).event(4).event(5).event(8).receiveResumed(9);
		assertThat(this.shard.notices(EventsMissed.class)).singleElement().satisfies((missed) -> {
			assertThat(missed.first()).isEqualTo(3);
			assertThat(missed.last()).isEqualTo(7);
			assertThat(missed.count()).isEqualTo(3);
		});
	}

	@Test
	@DisplayName("C14 A server whose sequences have gaps proves nothing by them")
	void aServerWithGaps() {
		this.shard.ready().event(2).event(5).event(9).closed(1006).reconnect().opened().hello();
		this.shard.event(12).receiveResumed(20).event(23);
		assertThat(this.shard.notices(EventsMissed.class)).isEmpty();
	}

	@Test
	@DisplayName("C73 Another process may miss the number of a RESUMED, which is not replayed")
	void aRestoredSessionMayMissOneNumber() {
		this.shard.start(new Session("kept", null, 41)).opened().hello().event(42).event(44).receiveResumed(45);
		assertThat(this.shard.notices(EventsMissed.class)).isEmpty();
		this.shard.closed(1006).reconnect().opened().hello().event(47).receiveResumed(48);
		assertThat(this.shard.notices(EventsMissed.class)).hasSize(1);
	}

	private VirtualShard resumedAt(long sequence) {
		this.shard.ready();
		for (long next = 2; next <= sequence; next++) {
			this.shard.event(next);
		}
		return this.shard.closed(1006).reconnect().opened().hello();
	}

}
