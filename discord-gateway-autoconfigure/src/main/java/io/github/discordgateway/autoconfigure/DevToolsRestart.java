package io.github.discordgateway.autoconfigure;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.system.ApplicationTemp;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is different when spring-boot-devtools restarts the application, in a process that
 * lives on, with each change of its classes.
 */
final class DevToolsRestart implements EnvironmentPostProcessor {

	private static final String CLASS_LOADER = "org.springframework.boot.devtools.restart.classloader.RestartClassLoader";

	private static final AtomicReference<@Nullable WeakReference<ClassLoader>> lastRun = new AtomicReference<>();

	/**
	 * Finds where sessions survive a restart.
	 * @param application the class loader of the application
	 * @return a directory of the application among the temporary files; {@code null} when
	 * the tool does not restart the application
	 */
	static @Nullable Path sessionDirectory(@Nullable ClassLoader application) {
		return (find(application) != null) ? new ApplicationTemp().getDir("discord-gateway-sessions").toPath() : null;
	}

	/**
	 * Ends the threads that Reactor keeps for the process, and which would keep the class
	 * loader of the run before: a thread has that of who started it. Whoever needs such
	 * threads gets new ones. It happens once in a run, before there are beans.
	 */
	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		ClassLoader restarted = find(application.getClassLoader());
		if (restarted != null) {
			WeakReference<ClassLoader> before = lastRun.getAndSet(new WeakReference<>(restarted));
			if (before != null && !before.refersTo(restarted)) {
				Schedulers.shutdownNow();
			}
		}
	}

	private static @Nullable ClassLoader find(@Nullable ClassLoader application) {
		for (ClassLoader loader = application; loader != null; loader = loader.getParent()) {
			if (loader.getClass().getName().equals(CLASS_LOADER)) {
				return loader;
			}
		}
		return null;
	}

}
