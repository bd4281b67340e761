package io.github.discordgateway.shard;

import io.github.discordgateway.protocol.CloseCode;
import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The lines that a shard writes to the log: one for each thing that its operator wants to
 * know.
 */
final class NoticeLog {

	private static final Log logger = LogFactory.getLog(GatewayShard.class);

	private final String shard;

	NoticeLog(ShardId shard) {
		this.shard = "Shard " + shard;
	}

	void log(ShardNotice notice) {
		if (notice instanceof ShardNotice.Ready) {
			logger.info(this.shard + " is ready with a new session");
		}
		else if (notice instanceof ShardNotice.Resumed resumed) {
			logger.info(this.shard + " is ready: session resumed, " + resumed.replayed() + " events replayed");
		}
		else if (notice instanceof ShardNotice.EventsMissed gap) {
			logger.warn(this.shard + " has missed events: " + gap.description());
		}
		else if (notice instanceof ShardNotice.Disconnected disconnected) {
			disconnected(disconnected.cause());
		}
		else if (notice instanceof ShardNotice.Reconnecting reconnecting) {
			logger.info(this.shard + " connects again in " + reconnecting.delay().toMillis() + " ms "
					+ (reconnecting.resuming() ? "to resume its session" : "with a new session"));
		}
		else if (notice instanceof ShardNotice.SessionLost lost) {
			logger.warn(this.shard + " lost its session at sequence " + lost.sequence() + " ("
					+ lost.cause().description() + "): events after it may be missing");
		}
		else if (notice instanceof ShardNotice.IdentifyRefused refusal) {
			logger.warn(this.shard + " gets no session: " + refusal.refused().problem() + ". "
					+ refusal.refused().remedy());
		}
		else if (notice instanceof ShardNotice.Failed failed) {
			CloseCode code = CloseCode.of(failed.closeCode());
			logger.error(this.shard + " was closed with " + CloseCode.describe(failed.closeCode())
					+ " and will not connect again. " + ((code != null && code.remedy() != null) ? code.remedy() : ""));
		}
		else if (notice instanceof ShardNotice.Stopped) {
			logger.info(this.shard + " stopped");
		}
	}

	private void disconnected(DisconnectCause cause) {
		String line = this.shard + " disconnected: " + cause.description();
		if (cause instanceof DisconnectCause.Stopped || cause instanceof DisconnectCause.ReconnectRequested
				|| cause instanceof DisconnectCause.Queued) {
			logger.info(line);
		}
		else {
			logger.warn(line);
		}
	}

}
