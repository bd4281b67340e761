package io.github.discordgateway.autoconfigure;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.internal.compression.Compression;
import io.github.discordgateway.simulator.GatewaySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code discord.gateway.compression} comes to, with zstd-jni, without it, and with
 * one that does not work on this machine.
 */
@ExtendWith(OutputCaptureExtension.class)
class ZstdOnTheClassPathTests {

	private static final String CONNECTED = "Connected to /?v=10&encoding=json";

	/** Loads everything anew, from the same class path or one without zstd-jni. */
	private static void runInIsolation(boolean withZstd, Class<?> application, String... arguments) throws Exception {
		List<URL> urls = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (withZstd || !entry.contains("zstd-jni")) {
				urls.add(new File(entry).toURI().toURL());
			}
		}
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(loader);
			loader.loadClass(application.getName()).getMethod("main", String[].class).invoke(null, (Object) arguments);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	@ParameterizedTest
	@CsvSource({ "auto, &compress=zstd-stream", "zstd-stream, &compress=zstd-stream",
			"zlib-stream, &compress=zlib-stream", "none, ''" })
	void libraryIsUsed(String property, String query, CapturedOutput output) {
		Application.main("--discord.gateway.compression=" + property);
		assertThat(output.getOut().lines()).contains(CONNECTED + query);
	}

	@Test
	void automaticallyZlibWithoutTheLibrary(CapturedOutput output) throws Exception {
		runInIsolation(false, Application.class);
		assertThat(output.getOut().lines()).contains(CONNECTED + "&compress=zlib-stream");
		assertThat(output).doesNotContain("zstd-stream");
	}

	@Test
	void missingLibraryIsNamed(CapturedOutput output) {
		assertThatExceptionOfType(InvocationTargetException.class)
			.isThrownBy(() -> runInIsolation(false, Application.class, "--discord.gateway.compression=zstd-stream"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("zstd-stream is not available: com.github.luben:zstd-jni is not on the class path")
			.contains("Add the dependency com.github.luben:zstd-jni")
			.contains("discord.gateway.compression");
	}

	@Test
	void automaticallyZlibWhenTheNativePartCannotBeLoaded(CapturedOutput output) throws Exception {
		System.setProperty("ZstdNativePath", "/no/such/library.so");
		try {
			runInIsolation(true, BestCompression.class);
		}
		finally {
			System.clearProperty("ZstdNativePath");
		}
		assertThat(output).contains("Best is ZLIB_STREAM")
			.contains("Using zlib-stream, because zstd-stream is not available: the native part of "
					+ "com.github.luben:zstd-jni could not be loaded: ")
			.contains("/no/such/library.so");
	}

	/** Says how it connected to the simulator. */
	@TestBot
	public static class Application {

		public static void main(String... arguments) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.properties("discord.gateway.simulator.enabled=true", "discord.gateway.startup-timeout=20s")
				.run(arguments)) {
				System.out.println(CONNECTED.replaceAll("/.*", "")
						+ context.getBean(GatewaySimulator.class).connections().get(0).requestUri());
			}
		}

	}

	/** Says what is chosen. */
	public static class BestCompression {

		public static void main(String... arguments) {
			System.out.println("Best is " + Compression.best());
		}

	}

}
