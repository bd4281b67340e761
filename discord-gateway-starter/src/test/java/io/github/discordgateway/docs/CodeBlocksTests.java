package io.github.discordgateway.docs;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.discordgateway.docs.Page.CodeBlock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The code that the documentation shows is code. A block in Java may be a file, members
 * of a class or statements. One without imports knows all packages that users meet; what
 * else it needs stands in a comment before it:
 * {@code <!-- given: Gateway gateway; Snowflake guildId; -->}.
 */
class CodeBlocksTests {

	/** What an editor imports unasked. */
	private static final List<String> USUAL = List.of("java.time.*", "java.util.*", "java.util.concurrent.*",
			"reactor.core.publisher.*", "reactor.netty.http.client.*", "org.junit.jupiter.api.*",
			"org.springframework.beans.factory.annotation.*", "org.springframework.boot.*",
			"org.springframework.boot.builder.*", "org.springframework.context.annotation.*",
			"org.springframework.context.event.*", "org.springframework.core.annotation.*",
			"org.springframework.stereotype.*", "org.springframework.web.reactive.function.client.*",
			"org.springframework.web.reactive.socket.client.*", "static org.assertj.core.api.Assertions.*");

	private static final Map<String, String> SOURCES = new LinkedHashMap<>();

	private static Map<String, List<String>> complaints = Map.of();

	@BeforeAll
	static void compile(@TempDir Path output) {
		for (CodeBlock block : javaBlocks()) {
			source(block).ifPresent((source) -> SOURCES.put(block.toString(), source));
		}
		complaints = Javac.compile(SOURCES, output);
	}

	@Test
	void allKindsOfCodeAreKnown() {
		assertThat(blocks()).extracting(CodeBlock::language)
			.isSubsetOf("java", "kotlin", "yaml", "properties", "xml", "json", "mermaid", "");
		assertThat(blocks()).allSatisfy((block) -> assertThat(block.info()).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("javaBlocks")
	void javaCompiles(CodeBlock block) {
		assertThat(SOURCES).as("A block that is neither a file nor members nor statements")
			.containsKey(block.toString());
		assertThat(complaints.getOrDefault(block.toString(), List.of())).isEmpty();
	}

	@Test
	void kotlinIsCompiledByItsProject() {
		assertThat(blocksIn("kotlin")).extracting((block) -> block.page().toString())
			.containsOnly("discord-gateway-starter/docs/kotlin.md");
	}

	@ParameterizedTest
	@MethodSource("xmlBlocks")
	void xmlIsWellFormedAndNamesTheVersionsOfTheBuild(CodeBlock block) throws Exception {
		Document document = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader("<xml>" + block.code() + "</xml>")));
		NodeList versions = document.getElementsByTagName("version");
		String pom = Files.readString(Page.ROOT.resolve("pom.xml"));
		for (int i = 0; i < versions.getLength(); i++) {
			assertThat(pom).contains(">" + versions.item(i).getTextContent() + "<");
		}
	}

	@ParameterizedTest
	@MethodSource("jsonBlocks")
	void jsonIsJson(CodeBlock block) {
		String code = block.code().strip();
		assertThat(JsonMapper.shared().readTree(code.startsWith("{") ? code : "{" + code + "}")).isNotEmpty();
	}

	private static Optional<String> source(CodeBlock block) {
		String packageName = "package docs.block" + SOURCES.size() + ";\n";
		String code = block.code();
		String imports = code.contains("import ") ? ""
				: Stream.concat(USUAL.stream(), PublicTypes.packages().stream().map((name) -> name + ".*"))
					.map((name) -> "import " + name + ";\n")
					.collect(Collectors.joining());
		String members = "abstract class Block {\n" + block.given() + "\n";
		return Stream
			.of(packageName + imports + code, packageName + imports + members + code + "}\n",
					packageName + imports + members + "void run() throws Exception {\n" + code + "}\n}\n")
			.filter(Javac::parses)
			.findFirst();
	}

	private static List<CodeBlock> blocks() {
		return Page.all().stream().flatMap((page) -> page.blocks().stream()).toList();
	}

	private static List<CodeBlock> blocksIn(String language) {
		return blocks().stream().filter((block) -> block.language().equals(language)).toList();
	}

	static List<CodeBlock> javaBlocks() {
		return blocksIn("java");
	}

	static List<CodeBlock> xmlBlocks() {
		return blocksIn("xml");
	}

	static List<CodeBlock> jsonBlocks() {
		return blocksIn("json");
	}

}
