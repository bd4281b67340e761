package io.github.discordgateway.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an editor knows of the properties.
 */
class DiscordGatewayMetadataTests {

	private final JsonNode metadata = read();

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

	private List<JsonNode> properties() {
		return StreamSupport.stream(this.metadata.path("properties").spliterator(), false).toList();
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
		assertThat(this.metadata.path("hints"))
			.allSatisfy((hint) -> assertThat(names).contains(hint.path("name").asString()));
	}

	@ParameterizedTest
	@CsvSource({ "compression, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$CompressionMode",
			"dispatch.ordering, io.github.discordgateway.listener.DispatchOrdering",
			"intents, io.github.discordgateway.Intent",
			"proxy.type, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$Proxy$Type",
			"resume.host, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$Resume$Host",
			"resume.store, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$SessionStoreType",
			"shutdown.mode, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$Shutdown$Mode",
			"ssl.provider, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$Ssl$Provider",
			"ssl.trust, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$Ssl$Trust",
			"startup, io.github.discordgateway.autoconfigure.DiscordGatewayProperties$Startup" })
	void eachValueOfAChoiceIsDescribed(String property, Class<? extends Enum<?>> choice) {
		JsonNode hint = StreamSupport.stream(this.metadata.path("hints").spliterator(), false)
			.filter((candidate) -> candidate.path("name").asString().equals("discord.gateway." + property))
			.findFirst()
			.orElseThrow();
		assertThat(hint.path("values"))
			.allSatisfy((value) -> assertThat(value.path("description").asString("")).as(property).endsWith("."));
		assertThat(StreamSupport.stream(hint.path("values").spliterator(), false)
			.map((value) -> value.path("value").asString())
			.toList())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(choice.getEnumConstants())
				.map((value) -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
				.toList());
	}

}
