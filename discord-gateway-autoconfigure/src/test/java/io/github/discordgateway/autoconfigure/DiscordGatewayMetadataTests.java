package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import io.github.discordgateway.event.EventType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor knows of the properties.
 */
class DiscordGatewayMetadataTests {

	private static final Pattern OWN_TYPE = Pattern.compile("io\\.github\\.discordgateway\\.[\\w.$]+");

	private static final JsonNode metadata = read();

	private static JsonNode read() {
		try (InputStream input = DiscordGatewayProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			assertThat(input).isNotNull();
			return JsonMapper.shared().readTree(input);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static List<JsonNode> properties() {
		return StreamSupport.stream(metadata.path("properties").spliterator(), false).toList();
	}

	@Test
	void eachPropertyHasADescription() {
		assertThat(properties()).hasSizeGreaterThan(60).allSatisfy((property) -> {
			assertThat(property.path("name").asString()).matches(
					"(discord\\.gateway|management\\.(endpoint\\.discordgateway|(health|info)\\.discord-gateway))\\..+");
			assertThat(property.path("description").asString("")).as(property.path("name").asString())
				.matches("(?s)[A-Z].*\\.");
		});
	}

	@Test
	void theSwitchesOfHealthAndInfoAreKnown() {
		assertThat(properties()).extracting((property) -> property.path("name").asString())
			.contains("management.health.discord-gateway.enabled", "management.info.discord-gateway.enabled");
	}

	@Test
	void eachHintIsAboutAProperty() {
		List<String> names = properties().stream().map((property) -> property.path("name").asString()).toList();
		assertThat(metadata.path("hints"))
			.allSatisfy((hint) -> assertThat(names).contains(hint.path("name").asString()));
	}

	@Test
	void textsAreCleanSentences() {
		List<String> texts = metadata.findValuesAsString("description");
		assertThat(texts).hasSizeGreaterThan(120)
			.allSatisfy((text) -> assertThat(text).matches("[A-Z][\\x20-\\x7e]*\\.")
				.doesNotContain("  ", " * ", "{@", "<", "&"));
	}

	@Test
	void eachValueOfAChoiceIsDescribed() throws ClassNotFoundException {
		Map<String, List<String>> expected = new TreeMap<>();
		for (JsonNode property : properties()) {
			Matcher type = OWN_TYPE.matcher(property.path("type").asString());
			if (property.path("name").asString().endsWith("privileged-intents")) {
				expected.put(property.path("name").asString(),
						List.of("guild-members", "guild-presences", "message-content"));
				continue;
			}
			// Of all events only those that one would shed are proposed.
			if (type.find() && !type.group().equals(EventType.class.getName())
					&& Class.forName(type.group()).isEnum()) {
				expected.put(property.path("name").asString(),
						Arrays.stream(Class.forName(type.group()).getEnumConstants())
							.map((value) -> value.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
							.sorted()
							.toList());
			}
		}
		Map<String, List<String>> described = new TreeMap<>();
		metadata.path("hints")
			.forEach((hint) -> described.put(hint.path("name").asString(),
					hint.path("values").findValuesAsString("value").stream().sorted().toList()));
		assertThat(expected).hasSizeGreaterThan(10);
		assertThat(described).containsAllEntriesOf(expected);
	}

}
