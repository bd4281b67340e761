package io.github.discordgateway.internal.shard;

import java.util.EnumSet;
import java.util.Set;

import io.github.discordgateway.ShardState;
import org.jspecify.annotations.Nullable;

/**
 * What must be there in each state of a shard, so that it goes on, and what must not, so
 * that nothing of the past reaches it.
 */
final class StateRules {

	private static final Set<ShardTimer> WITHOUT_CONNECTION = EnumSet.of(ShardTimer.BACK_OFF, ShardTimer.SAVE);

	private static final Set<ShardState> MUST_WANT_PERMIT = EnumSet.of(ShardState.AWAITING_PERMIT, ShardState.QUEUED);

	/** A permit that came while the shard had no connection waits for one. */
	private static final Set<ShardState> MAY_WANT_PERMIT = EnumSet.of(ShardState.AWAITING_PERMIT, ShardState.QUEUED,
			ShardState.CONNECTING, ShardState.AWAITING_HELLO);

	private StateRules() {
	}

	static void check(ShardState state, boolean connected, Set<ShardTimer> timers, boolean permitWanted) {
		ShardRules.require(connected == isConnected(state), "%s while connected: %s", state, connected);
		ShardRules.require(connected || WITHOUT_CONNECTION.containsAll(timers), "Timers %s without a connection",
				timers);
		ShardRules.require(!state.isFinal() || timers.isEmpty(), "Timers %s are left", timers);
		ShardRules.require(permitWanted ? MAY_WANT_PERMIT.contains(state) : !MUST_WANT_PERMIT.contains(state),
				"%s while a permit is wanted: %s", state, permitWanted);
		ShardTimer limit = limitOf(state);
		ShardRules.require(limit == null || timers.contains(limit), "No timer %s in state %s", limit, state);
	}

	private static boolean isConnected(ShardState state) {
		return switch (state) {
			case NEW, BACKING_OFF, QUEUED, DRAINED, STOPPED, FAILED -> false;
			default -> true;
		};
	}

	private static @Nullable ShardTimer limitOf(ShardState state) {
		return switch (state) {
			case BACKING_OFF -> ShardTimer.BACK_OFF;
			case CONNECTING -> ShardTimer.CONNECT;
			case AWAITING_HELLO -> ShardTimer.HELLO;
			case AWAITING_PERMIT -> ShardTimer.PERMIT;
			case IDENTIFYING, RESUMING -> ShardTimer.SESSION;
			case READY -> ShardTimer.SAVE;
			case CLOSING -> ShardTimer.CLOSE;
			default -> null;
		};
	}

}
