package io.github.discordgateway.internal.shard;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.discordgateway.GuildCount;
import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.protocol.Frame;
import io.github.discordgateway.internal.protocol.FrameReader;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import io.github.discordgateway.internal.protocol.MalformedFrameException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShardGuilds}.
 */
class ShardGuildsTests {

	private final ShardGuilds guilds = new ShardGuilds();

	@Test
	@DisplayName("C76 Guilds are known by their ids, so that doubled events change nothing")
	void joinsAndLeaves() throws MalformedFrameException {
		begin("1", "2");
		assertThat(this.guilds.count()).isEqualTo(new GuildCount(2, 2));
		receive("GUILD_CREATE", "{\"id\":\"1\",\"unavailable\":false,\"members\":[{\"id\":\"9\"}]}");
		receive("GUILD_CREATE", "{\"id\":\"2\",\"name\":\"two\"}");
		assertThat(this.guilds.count()).isEqualTo(new GuildCount(2, 0));
		for (int i = 0; i < 3; i++) {
			receive("GUILD_CREATE", "{\"id\":\"3\",\"name\":\"three\"}");
			assertThat(this.guilds.count()).isEqualTo(new GuildCount(3, 0));
			receive("GUILD_DELETE", "{\"id\":\"3\"}");
			receive("GUILD_DELETE", "{\"id\":\"3\"}");
			assertThat(this.guilds.count()).isEqualTo(new GuildCount(2, 0));
		}
		assertThat(this.guilds.ids()).containsExactlyInAnyOrder(Snowflake.of("1"), Snowflake.of("2"));
	}

	@Test
	@DisplayName("C76 A GUILD_CREATE is unavailable only when it says so or carries nothing but its id")
	void outages() throws MalformedFrameException {
		begin();
		receive("GUILD_CREATE", "{\"id\":\"1\",\"name\":\"one\"}");
		receive("GUILD_CREATE", "{\"id\":\"2\",\"channels\":[]}");
		assertThat(this.guilds.count()).isEqualTo(new GuildCount(2, 0));
		receive("GUILD_DELETE", "{\"id\":\"1\",\"unavailable\":true}");
		receive("GUILD_DELETE", "{\"id\":\"1\",\"unavailable\":true}");
		assertThat(this.guilds.count()).isEqualTo(new GuildCount(2, 1));
		receive("GUILD_CREATE", "{\"id\":\"3\",\"unavailable\":true}");
		receive("GUILD_CREATE", "{\"id\":\"4\"}");
		assertThat(this.guilds.count()).isEqualTo(new GuildCount(4, 3));
		receive("GUILD_DELETE", "{\"id\":\"1\"}");
		assertThat(this.guilds.count()).as("left while it was unavailable").isEqualTo(new GuildCount(3, 2));
	}

	@Test
	void nothingIsKnownBeforeReady() throws MalformedFrameException {
		receive("GUILD_CREATE", "{\"id\":\"1\"}");
		assertThat(this.guilds.count()).isNull();
		assertThat(this.guilds.ids()).isNull();
		assertThat(this.guilds.takeChanged()).isNull();
	}

	@Test
	@DisplayName("C71 What an earlier process has kept is known, and READY replaces it")
	void restored() throws MalformedFrameException {
		this.guilds.restore(List.of(Snowflake.of(1), Snowflake.of(2)));
		assertThat(this.guilds.count()).isEqualTo(new GuildCount(2, 0));
		assertThat(this.guilds.takeChanged()).as("nothing to keep").isNull();
		receive("GUILD_DELETE", "{\"id\":\"2\"}");
		assertThat(this.guilds.takeChanged()).containsExactly(Snowflake.of(1));
		assertThat(this.guilds.takeChanged()).isNull();
		begin("7");
		assertThat(this.guilds.takeChanged()).containsExactly(Snowflake.of(7));
	}

	private void begin(String... ids) {
		this.guilds.begin(List.of(ids).stream().map(Snowflake::of).toList());
	}

	private void receive(String event, String body) throws MalformedFrameException {
		byte[] json = ("{\"t\":\"" + event + "\",\"s\":1,\"op\":0,\"d\":" + body + "}")
			.getBytes(StandardCharsets.UTF_8);
		try (Frame frame = new FrameReader(GatewayJsonMapper.builder().build()).read(json, 0, json.length)) {
			this.guilds.receive(frame);
		}
	}

}
