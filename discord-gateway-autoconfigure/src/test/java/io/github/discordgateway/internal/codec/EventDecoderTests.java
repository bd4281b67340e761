package io.github.discordgateway.internal.codec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.event.EventDecodeException;
import io.github.discordgateway.event.EventType;
import io.github.discordgateway.event.GatewayEvent;
import io.github.discordgateway.event.GuildCreate;
import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.event.MessageCreate;
import io.github.discordgateway.event.Payloads;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.guild.Guild;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.guild.RoleTags;
import io.github.discordgateway.model.guild.UnavailableGuild;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EventDecoder}.
 */
class EventDecoderTests {

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	@Test
	void preparesTheEventsThatAreNamedAndNoOthers() {
		assertThat(this.decoder.prepared()).isEmpty();
		this.decoder.prepare(EnumSet.of(EventType.MESSAGE_CREATE, EventType.TYPING_START), Duration.ofMinutes(1));
		assertThat(this.decoder.prepared()).containsExactlyInAnyOrder(EventType.MESSAGE_CREATE, EventType.TYPING_START);
	}

	@Test
	void preparesNothingWhenThereIsNoTime() throws Exception {
		this.decoder.prepare(EnumSet.allOf(EventType.class), Duration.ZERO);
		assertThat(this.decoder.prepared()).isEmpty();
		decode(EventType.TYPING_START, "{}");
		assertThat(this.decoder.prepared()).containsExactly(EventType.TYPING_START);
	}

	@Test
	void keepsUnknownValuesOfConstantsAndFlags() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE,
				"{\"type\":4711,\"channel_type\":99,\"flags\":1152921504606846980,\"embeds\":[{\"type\":\"hologram\"}],"
						+ "\"member\":{\"permissions\":\"18446744073709551615\"}}");
		assertThat(event.message().type().value()).isEqualTo(4711);
		assertThat(event.message().channelType()).isEqualTo(new ChannelType(99)).hasToString("99");
		assertThat(event.message().flags()).hasToString("[SUPPRESS_EMBEDS, 0x1000000000000000]");
		assertThat(event.message().embeds().get(0).type()).hasToString("hologram");
		Permissions permissions = Objects
			.requireNonNull(Objects.requireNonNull(event.message().member()).permissions());
		assertThat(permissions.contains(Permissions.ADMINISTRATOR)).isTrue();
		assertThat(Payloads.MAPPER.writeValueAsString(permissions)).isEqualTo("\"18446744073709551615\"");
	}

	@Test
	void keepsTimestampsToTheMicrosecond() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE,
				"{\"timestamp\":\"2026-02-03T04:05:06.123456+00:00\",\"edited_timestamp\":\"2026-02-03T06:05:06+02:00\"}");
		assertThat(event.message().timestamp()).isEqualTo(Instant.parse("2026-02-03T04:05:06.123456Z"));
		assertThat(event.message().editedTimestamp()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
	}

	@Test
	void makesAbsentListsEmptyAndAllOfThemUnmodifiable() throws Exception {
		MessageCreate event = (MessageCreate) decode(EventType.MESSAGE_CREATE,
				"{\"id\":\"1\",\"reactions\":null,\"mention_roles\":[\"5\",null,{},\"6\"]}");
		assertThat(event.message().mentions()).isEmpty();
		assertThat(event.message().reactions()).isEmpty();
		assertThat(event.message().mentionRoles()).containsExactly(Snowflake.of(5), Snowflake.of(6)).isUnmodifiable();
	}

	@Test
	void readsTheTagsOfARoleFromThePresenceOfTheirKeys() throws Exception {
		GuildCreate event = (GuildCreate) decode(EventType.GUILD_CREATE,
				"{\"id\":\"1\",\"name\":\"radio\",\"roles\":[{\"tags\":{\"premium_subscriber\":null}}]}");
		RoleTags tags = Objects.requireNonNull(((Guild) event.guild()).roles().get(0).tags());
		assertThat(tags.premiumSubscriber()).isTrue();
		assertThat(tags.guildConnections()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'id':'7','channels':[{'id':'8','type':0}]}",
			"{'id':'7','unavailable':false,'roles':[{'id':'7','name':'everyone'}],'channels':[]}",
			"{'id':'7','member_count':3}", "{'id':'7','joined_at':'2026-11-01T00:00:00+00:00'}" })
	@DisplayName("C76 A GUILD_CREATE that carries anything of its guild is that guild, also without name and owner")
	void decodesAGuildWithoutAName(String body) throws Exception {
		GuildCreate event = (GuildCreate) decode(EventType.GUILD_CREATE, body.replace('\'', '"'));
		assertThat(event.guild()).isInstanceOf(Guild.class);
	}

	@Test
	@DisplayName("C76 A GUILD_CREATE that carries nothing but an id is an outage")
	void decodesAGuildOfWhichNothingIsThere() throws Exception {
		GuildCreate event = (GuildCreate) decode(EventType.GUILD_CREATE, "{\"id\":\"7\"}");
		assertThat(event.guild()).isEqualTo(new UnavailableGuild(Snowflake.of(7), true));
	}

	@Test
	void decodesAGuildInAnOutage() throws Exception {
		GuildCreate event = (GuildCreate) decode(EventType.GUILD_CREATE, "{\"id\":\"7\",\"unavailable\":true}");
		assertThat(event.guildId()).isEqualTo(Snowflake.of(7));
		assertThat(event.guild()).isEqualTo(new UnavailableGuild(Snowflake.of(7), true));
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	void tellsGuildAndChannelAsTheBodyDoes(EventType type) throws Exception {
		JsonNode body = Payloads.fixture(type);
		GatewayEvent event = decode(type, body.toString());
		assertThat(event.guildId()).isEqualTo(idAt(body, type.guildIdPath()));
		assertThat(event.channelId()).isEqualTo(idAt(body, type.channelIdPath()));
		GatewayEvent empty = decode(type, "{}");
		assertThat(empty.guildId()).isNull();
		assertThat(empty.channelId()).isNull();
	}

	private static @Nullable Snowflake idAt(JsonNode body, @Nullable String path) {
		return (path != null) ? Snowflake.of(body.at("/" + path.replace('.', '/')).asString()) : null;
	}

	@ParameterizedTest
	@EnumSource(EventType.class)
	void decodesABodyThatComesBeforeTheHeader(EventType type) throws Exception {
		String body = Payloads.fixture(type).toString();
		try (Frame frame = Payloads.read("{\"d\":" + body + ",\"op\":0,\"s\":1,\"t\":\"" + type + "\"}")) {
			assertThat(this.decoder.decode(type, frame)).isEqualTo(decode(type, body));
		}
	}

	@ParameterizedTest
	@DisplayName("C46 a body that is broken or no object is reported with its payload, never with a token")
	@ValueSource(strings = { "null", "[]", "3", "\"text\"", "true",
			"{\"token\":\"s3cret\",\"data\":{\"name\":\"roll\",\"options\":[{]}}",
			"{\"token\":\"s3cret\",\"user\":{\"id\":unquoted}}", "{\"user\":{\"name\":\"a\",\"token\":\"s3cret" })
	void reportsABrokenBody(String body) {
		for (EventType type : EventType.values()) {
			assertThatExceptionOfType(EventDecodeException.class).isThrownBy(() -> decode(type, body))
				.withMessageContaining(type.name())
				.withMessageContaining("Payload: {")
				.withMessageNotContaining("s3cret")
				.withNoCause();
		}
	}

	@Test
	@DisplayName("C46 what the parser complains of is told without quoting the payload")
	void quotesThePayloadOnlyInTheExcerpt() {
		assertThatExceptionOfType(EventDecodeException.class)
			.isThrownBy(() -> decode(EventType.MESSAGE_CREATE, "{\"id\":wrong}"))
			.withMessageMatching("((?!wrong).)*Payload: .*");
	}

	@Test
	@DisplayName("C46 the report of a broken body names the place")
	void namesThePlaceOfAFailure() {
		assertThatExceptionOfType(EventDecodeException.class)
			.isThrownBy(() -> decode(EventType.MESSAGE_CREATE, "{\"embeds\":[{\"footer\":{\"text\":tru}}]}"))
			.withMessageContaining("$.embeds[0].footer");
	}

	@Test
	@DisplayName("C46 a body nested without end is reported")
	void reportsEndlessNesting() {
		String body = "{\"referenced_message\":".repeat(5_000) + "null" + "}".repeat(5_000);
		assertThatExceptionOfType(EventDecodeException.class).isThrownBy(() -> decode(EventType.MESSAGE_CREATE, body));
	}

	@Test
	void countsMistypedValuesByTheirPlace() throws Exception {
		for (int i = 0; i < 3; i++) {
			decode(EventType.MESSAGE_CREATE, "{\"content\":{},\"embeds\":[{\"title\":[]},{\"title\":{}}]}");
		}
		assertThat(this.decoder.mistypedValues()).hasSize(2)
			.containsEntry("MESSAGE_CREATE.content", 3L)
			.containsEntry("MESSAGE_CREATE.embeds[].title", 6L)
			.isUnmodifiable();
	}

	@Test
	void boundsThePlacesOfMistypedValuesAndTellsEachOnce() throws Exception {
		List<String> places = new ArrayList<>();
		decode(EventType.MESSAGE_CREATE, "{\"content\":{},\"resolved\":{\"users\":{\"1\":[],\"2\":[]}}}");
		this.decoder.onMistypedPlace(places::add);
		assertThat(places).containsExactlyInAnyOrder("MESSAGE_CREATE.content", "MESSAGE_CREATE.resolved.users.*");
		assertThat(this.decoder.mistypedValues("MESSAGE_CREATE.resolved.users.*")).isEqualTo(2);
		for (EventType type : EventType.values()) {
			StringBuilder body = new StringBuilder("{");
			Payloads.fixture(type).propertyNames().forEach((name) -> body.append("\"" + name + "\":[[]],"));
			decode(type, body.append("\"end\":0}").toString());
		}
		assertThat(places).hasSize(101)
			.doesNotHaveDuplicates()
			.contains("elsewhere")
			.containsExactlyInAnyOrderElementsOf(this.decoder.mistypedValues().keySet());
		assertThat(this.decoder.mistypedValues("elsewhere")).isPositive();
		assertThat(this.decoder.mistypedValues("MESSAGE_CREATE.nowhere")).isZero();
	}

	@Test
	void keepsTheInteractionTokenOutOfItsText() throws Exception {
		GatewayEvent event = decode(EventType.INTERACTION_CREATE, "{\"id\":\"1\",\"token\":\"s3cret\"}");
		assertThat(((InteractionCreate) event).interaction().token()).isEqualTo("s3cret");
		assertThat(event.toString()).doesNotContain("s3cret");
	}

	private GatewayEvent decode(EventType type, String body) throws Exception {
		try (Frame frame = Payloads.frame(type.name(), body)) {
			return this.decoder.decode(type, frame);
		}
	}

}
