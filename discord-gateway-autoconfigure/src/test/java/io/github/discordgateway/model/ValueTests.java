package io.github.discordgateway.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.model.application.ApplicationIntegrationType;
import io.github.discordgateway.model.channel.ChannelType;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.message.MessageFlags;
import io.github.discordgateway.model.presence.PresenceStatus;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IntValue}, {@link TextValue}, {@link Flags} and {@link RecordValues}.
 */
class ValueTests {

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	@Test
	void writesTheValueOnTheWire() {
		assertThat(this.mapper.writeValueAsString(new ChannelType(77))).isEqualTo("77");
		assertThat(this.mapper.writeValueAsString(new PresenceStatus("asleep"))).isEqualTo("\"asleep\"");
		assertThat(this.mapper.writeValueAsString(new MessageFlags(4))).isEqualTo("4");
		assertThat(this.mapper.writeValueAsString(new Permissions(-1))).isEqualTo("\"18446744073709551615\"");
		assertThat(this.mapper.writeValueAsString(Map.of(new ApplicationIntegrationType(9), "a")))
			.isEqualTo("{\"9\":\"a\"}");
	}

	@Test
	void namesTheConstant() {
		assertThat(ChannelType.GUILD_TEXT).hasToString("GUILD_TEXT");
		assertThat(new ChannelType(77)).hasToString("77");
		assertThat(PresenceStatus.DND.name()).isEqualTo("DND");
		assertThat(new MessageFlags(4 | 1L << 62)).hasToString("[SUPPRESS_EMBEDS, 0x4000000000000000]");
	}

	@Test
	void containsAllOfSeveralFlagsOrNot() {
		MessageFlags flags = new MessageFlags(4 | 1);
		assertThat(flags.contains(new MessageFlags(4 | 1))).isTrue();
		assertThat(flags.contains(new MessageFlags(4 | 2))).isFalse();
	}

	@Test
	void makesAbsentCollectionsEmptyAndDropsNulls() {
		assertThat(RecordValues.listOrEmpty(null)).isEmpty();
		assertThat(RecordValues.mapOrEmpty(null)).isEmpty();
		assertThat(RecordValues.listOrEmpty(new ArrayList<>(Arrays.asList("a", null)))).containsExactly("a")
			.isUnmodifiable();
		Map<String, String> map = new HashMap<>();
		map.put("a", "b");
		map.put("c", null);
		map.put(null, "d");
		assertThat(RecordValues.mapOrEmpty(map)).containsExactly(Map.entry("a", "b")).isUnmodifiable();
	}

	@Test
	void convertsTextToSnowflakesAsSpringDoesForArgumentsAndProperties() {
		ConversionService conversion = new DefaultConversionService();
		assertThat(conversion.convert("81384788765712384", Snowflake.class))
			.isEqualTo(Snowflake.of(81384788765712384L));
		assertThat(conversion.convert(Snowflake.of(7), String.class)).isEqualTo("7");
		assertThatExceptionOfType(ConversionFailedException.class)
			.isThrownBy(() -> conversion.convert("words", Snowflake.class));
	}

}
