package io.github.discordgateway.docs;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/**
 * An application in a folder of its own, made from blocks of the documentation. All of it
 * is in one package, as somebody who begins would have it.
 */
class NewProject {

	private static final String PACKAGE = "com.example.bot";

	private final Map<String, String> sources = new LinkedHashMap<>();

	private final Path folder;

	private final Path classes;

	private final String endOfLine;

	private NewProject(Path folder, String endOfLine) throws IOException {
		this.folder = folder;
		this.classes = Files.createDirectories(folder.resolve("classes"));
		this.endOfLine = endOfLine;
	}

	static NewProject inJava(Path folder) throws IOException {
		return new NewProject(folder, ";\n");
	}

	static NewProject inKotlin(Path folder) throws IOException {
		return new NewProject(folder, "\n");
	}

	NewProject resource(String name, String text) throws IOException {
		Files.writeString(this.classes.resolve(name), text);
		return this;
	}

	/** Adds a source, or replaces the one of that name. */
	NewProject source(String name, String code) {
		this.sources.put(name, "package " + PACKAGE + this.endOfLine + code);
		return this;
	}

	NewProject compile() {
		if (this.endOfLine.contains(";")) {
			assertThat(Javac.compile(this.sources, this.classes)).isEmpty();
		}
		else {
			assertThat(Kotlinc.compile(this.sources, this.folder.resolve("src"), this.classes)).isEmpty();
		}
		return this;
	}

	ConfigurableApplicationContext start(String application, String... arguments) throws Exception {
		ClassLoader loader = loader();
		return within(loader, () -> new SpringApplication(new DefaultResourceLoader(loader), type(loader, application))
			.run(arguments));
	}

	/** Runs a test of the project. */
	TestExecutionSummary test(String name) throws Exception {
		ClassLoader loader = loader();
		SummaryGeneratingListener summary = new SummaryGeneratingListener();
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(selectClass(type(loader, name)))
			.build();
		within(loader, () -> {
			LauncherFactory.create().execute(request, summary);
			return summary;
		});
		return summary.getSummary();
	}

	/** It stays open as long as the test's cached context. */
	private ClassLoader loader() throws IOException {
		return new URLClassLoader(new URL[] { this.classes.toUri().toURL() }, getClass().getClassLoader());
	}

	private static Class<?> type(ClassLoader loader, String name) throws ClassNotFoundException {
		return Class.forName(PACKAGE + "." + name, false, loader);
	}

	private static <T> T within(ClassLoader loader, Work<T> work) throws Exception {
		ClassLoader before = ClassUtils.overrideThreadContextClassLoader(loader);
		try {
			return work.get();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private interface Work<T> {

		T get() throws Exception;

	}

}
