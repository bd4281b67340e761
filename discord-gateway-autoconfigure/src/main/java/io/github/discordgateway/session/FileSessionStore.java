package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import io.github.discordgateway.protocol.GatewayJson;
import io.github.discordgateway.protocol.ShardId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps sessions in a directory, one file of JSON for each shard.
 *
 * <p>
 * A file is replaced in one step, after the new one has reached the disk: whenever the
 * process or the machine stops, the old or the new session is there. A file that cannot
 * be understood is reported and counts as none. The directory belongs to one store at a
 * time, which a lock file ensures across processes. Where the file system knows POSIX
 * permissions, a directory that the store makes is open to its owner only (700), and so
 * is each file (600); a directory that exists keeps its permissions.
 */
public final class FileSessionStore implements SessionStore, AutoCloseable {

	private static final Log logger = LogFactory.getLog(FileSessionStore.class);

	private static final String TEMPORARY = ".tmp";

	/**
	 * The format is the project's own: it does not follow the mapper that an application
	 * may customize. Half a session is none, so nothing may be missing.
	 */
	private static final JsonMapper MAPPER = GatewayJson.mapperBuilder()
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final Path directory;

	private final DirectoryLock lock;

	/** Shared by whoever reads and writes; closing excludes them. */
	private final ReadWriteLock use = new ReentrantReadWriteLock();

	private boolean closed;

	/**
	 * Opens a store, which blocks for as long as the file system takes.
	 * @param directory where the sessions are; it is made when it is missing
	 * @throws SessionStoreInUseException when another process, or another store of this
	 * one, has the directory
	 * @throws SessionStoreException when the directory cannot be made, written or locked
	 */
	public FileSessionStore(Path directory) {
		this.directory = directory;
		this.lock = DirectoryLock.acquire(directory);
		try {
			removeTemporaryFiles();
		}
		catch (IOException | RuntimeException ex) {
			this.lock.close();
			throw new SessionStoreException("The session store in " + directory.toAbsolutePath() + " cannot be used: "
					+ DirectoryLock.describe(ex), ex);
		}
	}

	/**
	 * Where the sessions are. As long as the store is open, no other process uses the
	 * directory, so that what belongs to the sessions may be kept there, too.
	 * @return the directory
	 */
	public Path directory() {
		return this.directory;
	}

	/** They are of a process that died while it wrote. */
	private void removeTemporaryFiles() throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.directory, "*" + TEMPORARY)) {
			for (Path file : files) {
				Files.deleteIfExists(file);
			}
		}
	}

	@Override
	public Mono<StoredSession> load(ShardId shard) {
		return blocking("load the session of shard " + shard, () -> {
			Path file = file(shard);
			try {
				return MAPPER.readValue(Files.readAllBytes(file), StoredSession.class);
			}
			catch (NoSuchFileException ex) {
				return null;
			}
			catch (JacksonException ex) {
				logger.warn("The session of shard " + shard + " is ignored: " + file.toAbsolutePath()
						+ " does not hold a whole session (" + ex.getClass().getSimpleName() + ")");
				return null;
			}
		});
	}

	@Override
	public Mono<Void> save(StoredSession session) {
		return blocking("save the session of shard " + session.shard(), () -> {
			// The permissions of a temporary file are the owner's alone.
			Path written = Files.createTempFile(this.directory, "shard-", TEMPORARY);
			try {
				write(written, MAPPER.writeValueAsBytes(session));
				Files.move(written, file(session.shard()), StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				Files.deleteIfExists(written);
			}
			return null;
		});
	}

	private static void write(Path file, byte[] content) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			ByteBuffer buffer = ByteBuffer.wrap(content);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			// Before the move: a machine that stops may else leave an empty file.
			channel.force(true);
		}
	}

	@Override
	public Mono<Void> remove(ShardId shard) {
		return blocking("remove the session of shard " + shard, () -> {
			Files.deleteIfExists(file(shard));
			return null;
		});
	}

	private Path file(ShardId shard) {
		return this.directory.resolve("shard-" + shard.id() + "-of-" + shard.total() + ".json");
	}

	private <T> Mono<T> blocking(String what, Callable<T> action) {
		return Mono.fromCallable(() -> {
			this.use.readLock().lock();
			try {
				if (this.closed) {
					throw new IOException("the store is closed");
				}
				return action.call();
			}
			finally {
				this.use.readLock().unlock();
			}
		})
			.onErrorMap(IOException.class,
					(ex) -> new SessionStoreException("Cannot " + what + " in " + this.directory.toAbsolutePath() + ": "
							+ DirectoryLock.describe(ex), ex))
			.subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Gives the directory free, when the changes that are under way are made. Later ones
	 * fail.
	 */
	@Override
	public void close() {
		this.use.writeLock().lock();
		try {
			if (!this.closed) {
				this.closed = true;
				this.lock.close();
			}
		}
		finally {
			this.use.writeLock().unlock();
		}
	}

}
