package io.github.discordgateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.discordgateway.actuate.DiscordGatewayEndpoint;
import io.github.discordgateway.actuate.metrics.GatewayMeters;
import io.github.discordgateway.actuate.observation.GatewayObservation;
import io.micrometer.common.docs.KeyName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of the documentation are made from the code. After a change of the code
 * {@code -Dreadme.update=true} writes them anew.
 */
class ReadmeTablesTests {

	private static final String UPDATE = "readme.update";

	private static final Path MAIN = Path.of("src/main/java/io/github/discordgateway");

	private static final Path PAGES = Path.of("../discord-gateway-starter/docs");

	@ParameterizedTest
	@EnumSource
	void tableIsUpToDate(Table table) throws IOException {
		String begin = "<!-- " + table.name().toLowerCase(Locale.ROOT) + ": made by ReadmeTablesTests -->\n";
		Path file = pageWith(begin);
		String page = Files.readString(file);
		String end = "<!-- end -->";
		int from = page.indexOf(begin) + begin.length();
		int to = page.indexOf(end, from);
		String expected = table.lines.get().stream().collect(Collectors.joining("\n", "\n", "\n\n"));
		if (Boolean.getBoolean(UPDATE)) {
			Files.writeString(file, page.substring(0, from) + expected + page.substring(to));
			return;
		}
		assertThat(page.substring(from, to))
			.as("The table of %s in the documentation is stale. Write it anew with ./mvnw test "
					+ "-pl discord-gateway-autoconfigure -Dtest=ReadmeTablesTests -D%s=true", table, UPDATE)
			.isEqualTo(expected);
	}

	private static Path pageWith(String begin) throws IOException {
		try (Stream<Path> pages = Files.list(PAGES)) {
			for (Path page : pages.toList()) {
				if (Files.readString(page).contains(begin)) {
					return page;
				}
			}
		}
		throw new AssertionError("No page in " + PAGES + " has a place that begins with " + begin);
	}

	private static String row(String... cells) {
		return Stream.of(cells)
			.map((cell) -> cell.replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| ", " |"))
			.replace("|  |", "| |");
	}

	private static String code(String text) {
		return text.isEmpty() ? "" : "`" + text + "`";
	}

	private static String codes(Stream<String> texts) {
		return texts.map(ReadmeTablesTests::code).collect(Collectors.joining(", "));
	}

	private static List<String> properties() throws IOException {
		List<String> rows = new ArrayList<>();
		for (URL url : Collections.list(
				ReadmeTablesTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream json = url.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(json).path("properties")) {
					String name = property.path("name").asString();
					if (name.startsWith("discord.gateway.")) {
						rows.add(row(code(name.substring("discord.gateway.".length())),
								code(text(property.path("defaultValue"))), property.path("description").asString()));
					}
				}
			}
		}
		rows.sort(Comparator.comparing((row) -> row.replace("`", "")));
		rows.add(0, row("property (`discord.gateway.*`)", "default", ""));
		rows.add(1, "|---|---|---|");
		return rows;
	}

	private static String text(JsonNode value) {
		if (value.isArray()) {
			return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
		}
		return value.isMissingNode() ? "" : value.asString();
	}

	private static List<String> meters() {
		List<String> rows = new ArrayList<>(
				List.of(row("meter (`discord.gateway.*`)", "type", "unit", "tags", ""), "|---|---|---|---|---|"));
		for (GatewayMeters meter : GatewayMeters.values()) {
			rows.add(row(code(meter.getName().substring(meter.getPrefix().length())),
					meter.getType().name().toLowerCase(Locale.ROOT),
					(meter.getBaseUnit() != null) ? meter.getBaseUnit() : "",
					codes(Stream.of(meter.getKeyNames()).map(KeyName::asString)), meter.description()));
		}
		return rows;
	}

	private static List<String> observations() throws IOException {
		String source = Files.readString(MAIN.resolve("actuate/observation/GatewayObservation.java"));
		List<String> rows = new ArrayList<>(
				List.of(row("observation, and its keys", "cardinality", ""), "|---|---|---|"));
		for (GatewayObservation observation : GatewayObservation.values()) {
			rows.add(row("`discord.gateway." + observation.name().toLowerCase(Locale.ROOT) + "`", "",
					comment(source, observation.name() + " {")));
			for (KeyName key : observation.getLowCardinalityKeyNames()) {
				rows.add(row(code(key.asString()), "low", comment(source, ((Enum<?>) key).name() + "(\"")));
			}
			for (KeyName key : observation.getHighCardinalityKeyNames()) {
				rows.add(row(code(key.asString()), "high", comment(source, ((Enum<?>) key).name() + "(\"")));
			}
		}
		return rows;
	}

	/** The comment before some code. */
	private static String comment(String source, String code) {
		Matcher comment = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+" + Pattern.quote(code), Pattern.DOTALL)
			.matcher(source);
		assertThat(comment.find()).as("There is a comment before %s", code).isTrue();
		return plain(comment.group(1));
	}

	private static String plain(String comment) {
		return comment.replaceAll("(?m)^\\s*\\*", "")
			.replaceAll("\\{@code ([^}]*)}", "`$1`")
			.replaceAll("\\s+", " ")
			.strip()
			.replaceAll("\\.$", "");
	}

	private static List<String> operations() throws IOException {
		String source = Files
			.readString(MAIN.resolve("actuate/" + DiscordGatewayEndpoint.class.getSimpleName() + ".java"));
		List<String> rows = new ArrayList<>(List.of(row("operation", "body", ""), "|---|---|---|"));
		Matcher operation = Pattern
			.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+@(Read|Write)Operation\\s+public [\\w.]+ \\w+\\(([^{]*)\\) \\{",
					Pattern.DOTALL)
			.matcher(source);
		while (operation.find()) {
			StringBuilder path = new StringBuilder("/actuator/discordgateway");
			List<String> body = new ArrayList<>();
			for (String parameter : operation.group(3).split(",")) {
				String name = parameter.substring(parameter.lastIndexOf(' ') + 1);
				if (parameter.contains("@Selector")) {
					path.append("/{").append(name).append('}');
				}
				else if (!name.isEmpty()) {
					body.add(name);
				}
			}
			String comment = operation.group(1);
			String text = plain(comment.substring(0, comment.indexOf("* @")));
			String parameters = Pattern.compile("@param (\\w+) ((?:(?!\\* @).)*)", Pattern.DOTALL)
				.matcher(comment)
				.results()
				.map((parameter) -> code(parameter.group(1)) + ": " + plain(parameter.group(2)))
				.collect(Collectors.joining(". "));
			rows.add(row("`" + (operation.group(2).equals("Read") ? "GET " : "POST ") + path + "`",
					codes(body.stream()), parameters.isEmpty() ? text : text + ". " + parameters));
		}
		return rows;
	}

	/** The tables. */
	enum Table {

		PROPERTIES(ReadmeTablesTests::properties), METERS(ReadmeTablesTests::meters),
		OBSERVATIONS(ReadmeTablesTests::observations), OPERATIONS(ReadmeTablesTests::operations);

		private final Lines lines;

		Table(Lines lines) {
			this.lines = lines;
		}

	}

	private interface Lines {

		List<String> get() throws IOException;

	}

}
