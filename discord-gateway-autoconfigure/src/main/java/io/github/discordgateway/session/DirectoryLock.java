package io.github.discordgateway.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sole use of a directory, as long as the process lives or until it is closed. The
 * operating system holds the lock, so that it ends with a process that is killed.
 */
final class DirectoryLock implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(DirectoryLock.class);

	private static final String FILE = "lock";

	/**
	 * The directories that this process has. On POSIX systems a process has each lock
	 * once, and loses it with the first channel that it closes: a second channel must not
	 * even be opened.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final Path directory;

	private final FileChannel channel;

	private DirectoryLock(Path directory, FileChannel channel) {
		this.directory = directory;
		this.channel = channel;
	}

	/**
	 * Makes the directory when it is missing, and locks it.
	 * @throws SessionStoreInUseException when somebody has it
	 * @throws SessionStoreException when it cannot be made or locked
	 */
	static DirectoryLock acquire(Path directory) {
		try {
			boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
			Files.createDirectories(directory, permissions(posix, "rwx------"));
			Path real = directory.toRealPath();
			if (!HELD.add(real)) {
				throw new SessionStoreInUseException(directory, null);
			}
			FileChannel channel = null;
			try {
				channel = FileChannel.open(real.resolve(FILE),
						Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), permissions(posix, "rw-------"));
				FileLock lock = channel.tryLock();
				if (lock == null) {
					throw new SessionStoreInUseException(directory, null);
				}
				return new DirectoryLock(real, channel);
			}
			catch (IOException | RuntimeException ex) {
				release(real, channel);
				throw ex;
			}
		}
		catch (OverlappingFileLockException ex) {
			// This class, loaded a second time.
			throw new SessionStoreInUseException(directory, ex);
		}
		catch (IOException ex) {
			throw new SessionStoreException("The session store in " + directory.toAbsolutePath()
					+ " cannot be made, written or locked: " + describe(ex), ex);
		}
	}

	private static FileAttribute<?>[] permissions(boolean posix, String permissions) {
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	/** What a file system says is often no more than the name of a file. */
	static String describe(Exception ex) {
		String message = ex.getMessage();
		boolean nameOnly = ex instanceof FileSystemException problem && problem.getReason() == null;
		return (message == null || nameOnly) ? ex.getClass().getSimpleName() : message;
	}

	@Override
	public void close() {
		release(this.directory, this.channel);
	}

	private static void release(Path directory, @Nullable FileChannel channel) {
		try {
			if (channel != null) {
				channel.close();
			}
		}
		catch (IOException ex) {
			logger.warn("The lock of " + directory + " could not be released before the process ends: " + describe(ex));
		}
		finally {
			HELD.remove(directory);
		}
	}

}
