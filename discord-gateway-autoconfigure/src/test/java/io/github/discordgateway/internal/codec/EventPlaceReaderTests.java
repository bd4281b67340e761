package io.github.discordgateway.internal.codec;

import java.nio.charset.StandardCharsets;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventPlace;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.Payloads;
import io.github.discordgateway.internal.protocol.Frame;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventPlaceReader}.
 */
class EventPlaceReaderTests {

	private static final Snowflake GUILD = Snowflake.of(81384788765712384L);

	private static final Snowflake CHANNEL = Snowflake.of(381870553235193857L);

	private final EventPlaceReader reader = new EventPlaceReader();

	@ParameterizedTest
	@EnumSource(EventType.class)
	void findsTheGuildWhereTheTableSays(EventType type) throws Exception {
		String channelPath = type.channelIdPath();
		String body = "{\"a\":{\"guild_id\":\"1\",\"id\":\"2\",\"channel_id\":\"3\"}";
		if (channelPath != null) {
			body += ",\"" + channelPath + "\":\"" + CHANNEL + "\"";
		}
		String path = type.guildIdPath();
		if ("meta.guild_id".equals(path)) {
			body += ",\"meta\":{\"nonce\":{\"guild_id\":\"4\"},\"guild_id\":\"" + GUILD + "\"}";
		}
		else if (path != null) {
			body += ",\"" + path + "\":\"" + GUILD + "\"";
		}
		assertThat(read(type.name(), body + "}"))
			.isEqualTo(new EventPlace((path != null) ? GUILD : null, (channelPath != null) ? CHANNEL : null));
	}

	@Test
	@DisplayName("C45 an event name that is not known is placed by its guild_id")
	void placesUnknownEvents() throws Exception {
		assertThat(read("GUILD_JOIN_REQUEST_UPDATE", "{\"id\":\"5\",\"guild_id\":" + GUILD + "}"))
			.isEqualTo(new EventPlace(GUILD, null));
	}

	@Test
	void takesNullAndOddIdsForAbsentOnes() throws Exception {
		assertThat(read("TYPING_START", "{\"guild_id\":null,\"channel_id\":{\"channel_id\":\"7\"}}"))
			.isEqualTo(EventPlace.NONE);
		assertThat(read("TYPING_START", "{\"guild_id\":\"x\",\"channel_id\":-1}")).isEqualTo(EventPlace.NONE);
		assertThat(read("RATE_LIMITED", "{\"meta\":[{\"guild_id\":\"7\"}]}")).isEqualTo(EventPlace.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "[{\"guild_id\":\"1\"}]", "3", "\"{\"", "true", "{}", "{\"guild_id\":}" })
	void findsNoPlaceInOddBodies(String body) throws Exception {
		assertThat(read("PRESENCES_REPLACE", body)).isEqualTo(EventPlace.NONE);
	}

	@Test
	void leavesTheBodyToBeReadAgain() throws Exception {
		String body = "{\"guild_id\":\"1\",\"channel_id\":\"2\",\"rest\":[1,{\"a\":\"b\"}]}";
		try (Frame frame = Payloads.frame("WEBHOOKS_UPDATE", body)) {
			this.reader.read(frame);
			assertThat(new String(frame.bodyBytes(), StandardCharsets.UTF_8)).isEqualTo(body);
		}
	}

	private EventPlace read(String name, String body) throws Exception {
		try (Frame frame = Payloads.frame(name, body)) {
			return this.reader.read(frame);
		}
	}

}
