package io.github.discordgateway.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README shows code that works.
 */
class ReadmeTests {

	@Test
	void showsTheTestOfAListener() throws IOException {
		String source = Files.readString(Path.of("src/test/java/io/github/discordgateway/demo/PingListenerTests.java"));
		String test = source.substring(source.indexOf("@GatewayTest")).replace("\t", "    ");
		assertThat(Files.readString(Path.of("../README.md"))).contains(test);
	}

}
