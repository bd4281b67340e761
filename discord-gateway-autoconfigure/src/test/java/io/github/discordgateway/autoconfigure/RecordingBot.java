package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.discordgateway.event.EventEnvelope;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.listener.GatewayListener;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/**
 * A bot that writes down each message once it has handled it, so that a test can see what
 * a process did that is no more.
 */
@TestBot
class RecordingBot {

	/** To be started in a process of its own. */
	public static void main(String[] arguments) {
		SpringApplication.run(RecordingBot.class, arguments);
	}

	@Bean
	Journal journal(@Value("${journal.file}") Path file, @Value("${journal.run}") int run,
			@Value("${journal.slow-guild:}") String slowGuild) throws IOException {
		return new Journal(file, run, slowGuild);
	}

	/**
	 * One line for each message: run, guild, sequence, and whether it was replayed.
	 */
	static final class Journal implements AutoCloseable {

		/** What each message of the slow guild takes. */
		private static final Duration SLOW = Duration.ofMillis(5);

		private final FileChannel file;

		private final int run;

		private final String slowGuild;

		private long busy;

		Journal(Path file, int run, String slowGuild) throws IOException {
			this.slowGuild = slowGuild;
			this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
			this.run = run;
		}

		@GatewayListener
		void onMessage(MessageCreate event, EventEnvelope envelope) throws IOException {
			work(event.message().id().value());
			if (String.valueOf(event.guildId()).equals(this.slowGuild)) {
				LockSupport.parkNanos(SLOW.toNanos());
			}
			String line = this.run + " " + event.guildId() + " " + event.message().id() + " " + envelope.sequence()
					+ " " + envelope.replayed() + "\n";
			// One write is whole or not at all, also when the process is killed in it.
			this.file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
		}

		/** Some messages take longer, so that lanes overtake one another. */
		private void work(long id) {
			long until = (id % 7 == 0) ? 200_000 : 1_000;
			for (long i = 0; i < until; i++) {
				this.busy += i * id;
			}
		}

		@Override
		public void close() throws IOException {
			this.file.close();
		}

	}

}
