package io.github.discordgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a repository of releases, and who finds the library there, expects.
 */
class PublishingTests {

	private static final Path ROOT = Path.of("..");

	private static final String ADDRESS = "https://github.com/discordgateway/discord-gateway-starter";

	@ParameterizedTest
	@ValueSource(strings = { "/name", "/description", "/url", "/licenses/license/name", "/licenses/license/url",
			"/developers/developer/name", "/developers/developer/organizationUrl", "/scm/connection",
			"/scm/developerConnection", "/scm/url", "/properties/project.build.outputTimestamp" })
	void theParentTellsWhatCentralAsksFor(String element) throws Exception {
		assertThat(text(pom(""), element)).isNotBlank();
	}

	@Test
	void eachModuleHasANameADescriptionAndAModuleName() throws Exception {
		for (String module : List.of("discord-gateway-autoconfigure", "discord-gateway-starter")) {
			assertThat(text(pom(module), "/name")).isNotBlank();
			assertThat(text(pom(module), "/description")).isNotBlank();
			assertThat(text(pom(module), "/build//Automatic-Module-Name"))
				.matches("io\\.github\\.discordgateway(\\.starter)?");
			assertThat(text(pom(module), "/profiles/profile[id='release']//execution[1]/id")).isEqualTo("sources");
		}
		assertThat(text(pom("demo-app"), "/properties/maven.deploy.skip")).isEqualTo("true");
	}

	@Test
	void groupAddressAndUserAgentNameOneProject() throws Exception {
		Document parent = pom("");
		assertThat(text(parent, "/url")).isEqualTo(ADDRESS);
		assertThat(text(parent, "/scm/url")).isEqualTo(ADDRESS);
		assertThat(text(parent, "/scm/connection")).isEqualTo("scm:git:" + ADDRESS + ".git");
		assertThat(text(parent, "/groupId")).isEqualTo("io.github." + ADDRESS.split("/")[3]);
		assertThat(files("src/main/java").map(PublishingTests::read)
			.flatMap((source) -> source.lines().filter((line) -> line.contains("\"https://github.com/")))
			.toList()).singleElement().asString().contains("\"" + ADDRESS + "\"");
	}

	@Test
	void noSourceHasALicenceHeader() {
		assertThat(Stream.of("src", "../demo-app/src")
			.flatMap(PublishingTests::files)
			.filter((file) -> file.toString().matches(".*\\.(java|kt)"))
			.filter((file) -> read(file).split("(?m)^package ", 2)[0].matches("(?is).*(licen[cs]e|copyright|spdx).*")))
			.isEmpty();
	}

	private static Document pom(String module) throws Exception {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(ROOT.resolve(module).resolve("pom.xml").toFile());
	}

	private static String text(Document pom, String element) throws Exception {
		return XPathFactory.newInstance().newXPath().evaluate("/project" + element, pom).strip();
	}

	private static Stream<Path> files(String directory) {
		try (Stream<Path> files = Files.walk(Path.of(directory))) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
