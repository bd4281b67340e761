package io.github.discordgateway;

import java.time.Instant;
import java.util.Map;

import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Snowflake}.
 */
class SnowflakeTests {

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "0", "7", "175928847299117063", "999999999999999999", "1000000000000000000",
			"9223372036854775808", "18446744073709551615" })
	void readsAndWritesText(String text) {
		Snowflake id = Snowflake.of(text);
		assertThat(this.mapper.readValue("\"" + text + "\"", Snowflake.class)).isEqualTo(id);
		assertThat(this.mapper.writeValueAsString(id)).isEqualTo("\"" + text + "\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"12a\"", "\"-1\"", "\"1.5\"", "\"18446744073709551616\"", "-1",
			"18446744073709551616", "1.5", "true", "{}", "[]" })
	void refusesWhatIsNoUnsigned64BitNumber(String json) {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> this.mapper.readValue(json, Snowflake.class));
	}

	@Test
	void servesAsKeyOfAMap() {
		Map<Snowflake, Snowflake> map = Map.of(Snowflake.of("9223372036854775808"), Snowflake.of(7));
		String json = this.mapper.writeValueAsString(map);
		assertThat(json).isEqualTo("{\"9223372036854775808\":\"7\"}");
		assertThat(this.mapper.readValue(json, new TypeReference<Map<Snowflake, Snowflake>>() {
		})).isEqualTo(map);
	}

	@Test
	void tellsWhenItWasMade() {
		assertThat(Snowflake.of("175928847299117063").timestamp()).isEqualTo(Instant.parse("2016-04-30T11:18:25.796Z"));
	}

	@Test
	void ordersAsUnsignedNumbers() {
		assertThat(Snowflake.of("18446744073709551615")).isGreaterThan(Snowflake.of(1));
	}

	@Test
	void belongsToTheShardThatDiscordComputes() {
		assertThat(ShardId.forGuild(Snowflake.of("197038439483310086"), 10))
			.isEqualTo(new ShardId((int) ((197038439483310086L >> 22) % 10), 10));
		assertThat(ShardId.forGuild(Snowflake.of("18446744073709551615"), 7).number()).isBetween(0, 6);
	}

}
