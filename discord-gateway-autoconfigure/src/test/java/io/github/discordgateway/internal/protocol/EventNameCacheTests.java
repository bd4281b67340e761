package io.github.discordgateway.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.event.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventNameCache}.
 */
class EventNameCacheTests {

	private final EventNameCache names = new EventNameCache();

	@Test
	void makesTheTextOfANameOnce() {
		assertThat(name("MESSAGE_CREATE")).isEqualTo("MESSAGE_CREATE").isSameAs(name("MESSAGE_CREATE"));
	}

	@Test
	void confusesNoNamesHoweverManyThereAre() {
		for (int round = 0; round < 2; round++) {
			for (EventType type : EventType.values()) {
				assertThat(name(type.name())).isEqualTo(type.name());
			}
			for (char first = 'A'; first <= 'Z'; first++) {
				for (char second = 'A'; second <= 'Z'; second++) {
					assertThat(name("" + first + second)).isEqualTo("" + first + second);
				}
			}
		}
	}

	@Test
	void keepsMostNamesOfEventsApart() {
		List<String> first = Stream.of(EventType.values()).map((type) -> name(type.name())).toList();
		long kept = first.stream().filter((name) -> name(name) == name).count();
		assertThat(kept).isGreaterThan(first.size() * 3L / 4);
	}

	@Test
	void takesAllLettersAndNothingBesides() {
		byte[] json = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_".getBytes(StandardCharsets.US_ASCII);
		assertThat(EventNameCache.end(json, 0, json.length)).isEqualTo(json.length);
		assertThat(EventNameCache.end(json, 0, 20)).isEqualTo(20);
		assertThat(EventNameCache.end(json, 20, 20)).isEqualTo(-1);
		for (char other : new char[] { '@', '[', 'a', '`', '^' }) {
			byte[] text = ("Z" + other).getBytes(StandardCharsets.US_ASCII);
			assertThat(EventNameCache.end(text, 0, text.length)).as("%s", other).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "\"", "1", "\\u0041" })
	void endsANameAtWhatIsNoLetterOfIt(String behind) {
		byte[] json = ("..THREAD_CREATE" + behind).getBytes(StandardCharsets.US_ASCII);
		assertThat(EventNameCache.end(json, 2, json.length)).isEqualTo("..THREAD_CREATE".length());
		assertThat(EventNameCache.end(json, 0, json.length)).isEqualTo(-1);
	}

	@Test
	void refusesWhatIsTooLongForAName() {
		byte[] json = "A".repeat(65).getBytes(StandardCharsets.US_ASCII);
		assertThat(EventNameCache.end(json, 0, json.length)).isEqualTo(-1);
		assertThat(EventNameCache.end(json, 1, json.length)).isEqualTo(json.length);
	}

	private String name(String name) {
		byte[] json = ("{" + name + "}").getBytes(StandardCharsets.US_ASCII);
		return this.names.of(json, 1, json.length - 1);
	}

}
