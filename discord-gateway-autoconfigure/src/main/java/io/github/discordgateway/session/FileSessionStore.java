package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps sessions in a directory: those of all shards in one file of JSON, the guilds of
 * each shard in another, and the history of starts in a third.
 *
 * <p>
 * A file is replaced in one step, the one of the sessions after the new one has reached
 * the disk: whenever the process or the machine stops, the old or the new sessions are
 * there. What cannot be understood is reported and counts as none. The directory belongs
 * to one store at a time, which a lock file ensures across processes. Where the file
 * system knows POSIX permissions, a directory that the store makes is open to its owner
 * only (700), and so is each file (600); a directory that exists keeps its permissions.
 */
public final class FileSessionStore implements SessionStore, StartHistory, AutoCloseable {

	/**
	 * The format is the project's own: it does not follow the mapper that an application
	 * may customize. Half a session is none, so nothing may be missing.
	 */
	private static final JsonMapper MAPPER = GatewayJsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final Path directory;

	private final SessionsFile sessions;

	private final GuildsFiles guilds;

	private final StartsFile starts;

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
		this.sessions = new SessionsFile(directory, MAPPER);
		this.guilds = new GuildsFiles(directory, MAPPER);
		this.starts = new StartsFile(directory);
		this.lock = DirectoryLock.acquire(directory);
		try {
			ReplacedFile.removeUnfinished(directory);
		}
		catch (IOException | RuntimeException ex) {
			this.lock.close();
			throw new SessionStoreException("The session store in " + directory.toAbsolutePath() + " cannot be used: "
					+ DirectoryLock.describe(ex), ex);
		}
	}

	@Override
	public Mono<StoredSession> load(ShardId shard) {
		return blocking("load the session of shard " + shard, () -> this.sessions.find(shard));
	}

	@Override
	public Mono<Void> save(StoredSession session) {
		return saveAll(List.of(session));
	}

	@Override
	public Mono<Void> remove(ShardId shard) {
		return removeAll(List.of(shard));
	}

	@Override
	public Mono<Void> saveAll(Collection<StoredSession> changed) {
		return changing("save the session of shard " + list(changed.stream().map(StoredSession::shard).toList()),
				() -> this.sessions.put(changed));
	}

	@Override
	public Mono<Void> removeAll(Collection<ShardId> shards) {
		return changing("remove the session of shard " + list(shards), () -> {
			this.sessions.remove(shards);
			this.guilds.delete(shards);
		});
	}

	@Override
	public Mono<Void> saveGuilds(ShardId shard, String sessionId, Collection<Snowflake> guildIds) {
		return changing("save the guilds of shard " + shard, () -> this.guilds.write(shard, sessionId, guildIds));
	}

	@Override
	public Mono<List<Snowflake>> loadGuilds(ShardId shard, String sessionId) {
		return blocking("load the guilds of shard " + shard, () -> this.guilds.find(shard, sessionId));
	}

	@Override
	public Mono<List<Instant>> loadStarts() {
		return blocking("load the history of starts", this.starts::read);
	}

	@Override
	public Mono<Void> addStart(Instant start) {
		return changing("keep a start", () -> this.starts.add(start));
	}

	@Override
	public Mono<Void> removeStart(Instant start) {
		return changing("remove a start", () -> this.starts.remove(start));
	}

	@Override
	public String describeStarts() {
		return this.starts.toString();
	}

	private static String list(Collection<ShardId> shards) {
		String first = shards.stream().limit(3).map(ShardId::toString).collect(Collectors.joining(", "));
		return (shards.size() > 3) ? first + " and of " + (shards.size() - 3) + " more" : first;
	}

	private Mono<Void> changing(String what, Change change) {
		return this.<Void>blocking(what, () -> {
			change.make();
			return null;
		});
	}

	private <T> Mono<T> blocking(String what, Callable<@Nullable T> action) {
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

	/** Something that is done to files. */
	@FunctionalInterface
	private interface Change {

		void make() throws IOException;

	}

}
