package io.github.discordgateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each rule in {@code CONTRIBUTING.md} is named by the test that proves it.
 */
class NumberedRulesTests {

	private static final Pattern RULE = Pattern.compile("^- \\*\\*([CD]\\d+)\\*\\*", Pattern.MULTILINE);

	private static final Pattern NAME = Pattern.compile("(?:@DisplayName\\(|name = )\"((?:[^\"\\\\]|\\\\.)*)\"");

	private static final Pattern NUMBER = Pattern.compile("\\b[CD]\\d+\\b");

	@Test
	void eachRuleIsNamedByATest() throws IOException {
		Set<String> rules = RULE.matcher(Files.readString(Path.of("../CONTRIBUTING.md")))
			.results()
			.map((rule) -> rule.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(rules).hasSizeGreaterThan(70);
		assertThat(named()).containsAll(rules);
	}

	private static Set<String> named() throws IOException {
		Set<String> named = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
			for (Path source : sources.filter((file) -> file.toString().endsWith("Tests.java")).toList()) {
				Matcher name = NAME.matcher(Files.readString(source));
				while (name.find()) {
					NUMBER.matcher(name.group(1)).results().forEach((number) -> named.add(number.group()));
				}
			}
		}
		return named;
	}

}
