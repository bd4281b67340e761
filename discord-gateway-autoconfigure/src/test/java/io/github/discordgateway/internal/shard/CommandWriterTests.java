package io.github.discordgateway.internal.shard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.command.Activity;
import io.github.discordgateway.command.UpdatePresence;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CommandWriter}.
 */
class CommandWriterTests {

	private final CommandWriter writer = new CommandWriter(GatewayJsonMapper.builder().build());

	private static UpdatePresence playing(String name) {
		return UpdatePresence.of(UpdatePresence.Status.ONLINE, Activity.playing(name));
	}

	@Test
	@DisplayName("C33 a presence without activities is allowed")
	void presenceWithoutActivities() {
		assertThat(this.writer.write(UpdatePresence.of(UpdatePresence.Status.ONLINE)))
			.isEqualTo("{\"op\":3,\"d\":{\"since\":null,\"activities\":[],\"status\":\"online\",\"afk\":false}}");
	}

	@ParameterizedTest
	@CsvSource({ "ONLINE,online", "DND,dnd", "IDLE,idle", "INVISIBLE,invisible", "OFFLINE,offline" })
	void statusIsWrittenInDiscordsWords(UpdatePresence.Status status, String text) {
		assertThat(this.writer.write(UpdatePresence.of(status))).contains("\"status\":\"" + text + "\"");
	}

	@Test
	void idleTellsSinceWhen() {
		long before = System.currentTimeMillis();
		UpdatePresence idle = UpdatePresence.of(UpdatePresence.Status.IDLE);
		assertThat(idle.since()).isBetween(before, System.currentTimeMillis());
		assertThat(this.writer.write(idle)).contains("\"since\":" + idle.since() + ",");
	}

	@Test
	void activitiesOfEachKind() {
		assertThat(this.writer.write(UpdatePresence.of(UpdatePresence.Status.DND, Activity.playing("a"),
				Activity.streaming("b", "https://www.twitch.tv/b"), Activity.listening("c"), Activity.watching("d"),
				Activity.custom("e"), Activity.builder(Activity.Type.COMPETING, "f").state("g").build())))
			.contains("\"activities\":[{\"name\":\"a\",\"type\":0},"
					+ "{\"name\":\"b\",\"type\":1,\"url\":\"https://www.twitch.tv/b\"},{\"name\":\"c\",\"type\":2},"
					+ "{\"name\":\"d\",\"type\":3},{\"name\":\"Custom Status\",\"type\":4,\"state\":\"e\"},"
					+ "{\"name\":\"f\",\"type\":5,\"state\":\"g\"}]");
	}

	@Test
	@DisplayName("C33 a command of over 4096 bytes is refused where it is called")
	void commandOfOver4096BytesIsRefused() {
		int overhead = this.writer.write(playing("x")).length() - 1;
		assertThat(this.writer.write(playing("x".repeat(4096 - overhead))).getBytes(StandardCharsets.UTF_8))
			.hasSize(4096);
		assertThatIllegalArgumentException().isThrownBy(() -> this.writer.write(playing("x".repeat(4097 - overhead))))
			.withMessageContaining("PRESENCE_UPDATE")
			.withMessageContaining("4097 bytes")
			.withMessageContaining("at most 4096");
	}

	@Test
	@DisplayName("C33 the limit counts bytes, not characters")
	void limitCountsBytes() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.writer.write(playing("\u00fc".repeat(2100))))
			.withMessageContaining("at most 4096");
	}

	@Test
	void activitiesAreCopied() {
		List<Activity> activities = new ArrayList<>(List.of(Activity.playing("a")));
		UpdatePresence presence = new UpdatePresence(null, activities, UpdatePresence.Status.ONLINE, false);
		activities.clear();
		assertThat(presence.activities()).containsExactly(Activity.playing("a"));
	}

}
