package io.github.discordgateway.event;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.discordgateway.Intent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventType} against the catalogue of the protocol.
 */
class EventTypeTests {

	private final JsonNode catalog = Payloads.catalog();

	@Test
	@DisplayName("C49 every event name of the catalogue is in the table, and no other")
	void namesAreThoseOfTheCatalogue() {
		assertThat(Arrays.stream(EventType.values()).map(EventType::name))
			.containsExactlyInAnyOrderElementsOf(this.catalog.get("events").findValuesAsString("name"));
	}

	@Test
	@DisplayName("C49 intents and the place of the guild id are those of the catalogue")
	void intentsAndGuildIdPathsAreThoseOfTheCatalogue() {
		for (JsonNode event : this.catalog.get("events")) {
			EventType type = EventType.valueOf(event.get("name").stringValue());
			List<String> intents = event.get("intents").valueStream().map(JsonNode::stringValue).toList();
			assertThat(type.intents()).as(type.name())
				.extracting(Intent::name)
				.containsExactlyInAnyOrderElementsOf(intents);
			JsonNode path = event.get("guildId");
			assertThat(type.guildIdPath()).as(type.name()).isEqualTo(path.isNull() ? null : path.stringValue());
		}
	}

	@Test
	void intentsGateTheEventsThatTheCatalogueListsForThem() {
		for (JsonNode entry : this.catalog.get("intents")) {
			Intent intent = Intent.valueOf(entry.get("name").stringValue());
			assertThat(intent.value()).isEqualTo(entry.get("value").intValue());
			assertThat(intent.isPrivileged()).isEqualTo(entry.get("privileged").booleanValue());
			assertThat(Arrays.stream(EventType.values()).filter((type) -> type.intents().contains(intent)))
				.as(intent.name())
				.extracting(EventType::name)
				.containsExactlyInAnyOrderElementsOf(
						entry.get("events").valueStream().map(JsonNode::stringValue).toList());
		}
	}

	@Test
	@DisplayName("C49 a typed event and its record lead to each other, and the record is named after the event")
	void recordsAndNamesLeadToEachOther() {
		for (EventType type : EventType.values()) {
			assertThat(EventType.of(type.name())).isSameAs(type);
			assertThat(EventType.of(type.eventClass())).isSameAs(type);
			assertThat(type.eventClass().getSimpleName()).isEqualTo(Arrays.stream(type.name().split("_"))
				.map((word) -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
				.collect(Collectors.joining()));
		}
		assertThat(records(GatewayEvent.class))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values()).map(EventType::eventClass).toList());
	}

	@Test
	@DisplayName("C49 the table says where the id of the channel is")
	void channelIdPathsAreThoseOfTheCatalogue() {
		for (EventType type : EventType.values()) {
			Set<String> fields = Catalog.fields(Catalog.payload(type)).keySet();
			boolean aboutAChannel = type.name().matches("(CHANNEL|THREAD|VOICE_CHANNEL)_.*") && fields.contains("id");
			String expected = fields.contains("channel_id") ? "channel_id" : aboutAChannel ? "id" : null;
			assertThat(type.channelIdPath()).as(type.name()).isEqualTo(expected);
		}
	}

	/** The records that a sealed type permits, through groups of them. */
	private static Set<Class<?>> records(Class<?> type) {
		Set<Class<?>> records = new HashSet<>();
		for (Class<?> permitted : type.getPermittedSubclasses()) {
			if (permitted.isInterface()) {
				records.addAll(records(permitted));
			}
			else {
				records.add(permitted);
			}
		}
		return records;
	}

	@Test
	@DisplayName("C45 an unknown event name or class is no error")
	void unknownNamesAreNoError() {
		assertThat(EventType.of("GUILD_JOIN_REQUEST_UPDATE")).isNull();
		assertThat(EventType.of(GatewayEvent.class)).isNull();
	}

}
