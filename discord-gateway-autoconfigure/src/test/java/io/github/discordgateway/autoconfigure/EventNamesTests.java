package io.github.discordgateway.autoconfigure;

import io.github.discordgateway.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventNames}.
 */
class EventNamesTests {

	@ParameterizedTest
	@EnumSource
	void findsEveryEventByItsName(EventType type) {
		assertThat(EventNames.find(type.name())).isEqualTo(type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "presence-update", "presence_update", "PresenceUpdate", "PRESENCE_UPDATE" })
	void findsAnEventInAnyForm(String name) {
		assertThat(EventNames.find(name)).isEqualTo(EventType.PRESENCE_UPDATE);
	}

	@Test
	void findsNothingElse() {
		assertThat(EventNames.find("presence")).isNull();
		assertThat(EventNames.find("")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "presnce-update,presence-update", "TYPING_STRAT,typing-start", "messagecreated,message-create",
			"guild_memebr_add,guild-member-add" })
	void knowsWhatWasMeant(String written, String meant) {
		assertThat(EventNames.nearest(written)).isEqualTo(meant);
	}

}
