package io.github.discordgateway.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.internal.codec.LazyEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.IntNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link LazyEvent}.
 */
class LazyEventTests {

	private static final String BODY = "{\"embeds\":[{\"title\":\"a\"},{\"title\":\"b\",\"color\":7}],"
			+ "\"author\":{\"id\":\"42\",\"bot\":true,\"name\":null},\"a/b\":\"slash\",\"type\":19,\"flags\":\"4\","
			+ "\"timestamp\":\"2026-02-03T06:05:06+02:00\",\"content\":\"hi\"}";

	private final LazyEvents events = new LazyEvents(new EventDecoder(Payloads.MAPPER));

	private final LazyEvent event = lazy("MESSAGE_CREATE", BODY);

	@Test
	void readsSingleValuesByTheirPlace() {
		assertThat(this.event.snowflake("/author/id")).isEqualTo(Snowflake.of(42));
		assertThat(this.event.text("/embeds/1/title")).isEqualTo("b");
		assertThat(this.event.text("/a~1b")).isEqualTo("slash");
		assertThat(this.event.text("/type")).isEqualTo("19");
		assertThat(this.event.number("/flags")).isEqualTo(4);
		assertThat(this.event.bool("/author/bot")).isTrue();
		assertThat(this.event.instant("/timestamp")).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
		assertThat(this.event.tree("/embeds/1/color")).isEqualTo(IntNode.valueOf(7));
		assertThat(this.event.tree("")).isEqualTo(Payloads.MAPPER.readTree(BODY));
	}

	@Test
	void readsNothingWhereTheValueIsAbsentNullOrOfAnotherType() {
		assertThat(this.event.text("/absent")).isNull();
		assertThat(this.event.text("/embeds/9/title")).isNull();
		assertThat(this.event.text("/content/deeper")).isNull();
		assertThat(this.event.text("/author")).isNull();
		assertThat(this.event.text("/author/name")).isNull();
		assertThat(this.event.snowflake("/content")).isNull();
		assertThat(this.event.number("/content")).isNull();
		assertThat(this.event.bool("/content")).isNull();
		assertThat(this.event.instant("/content")).isNull();
		assertThat(this.event.tree("/absent")).isNull();
		assertThat(this.event.has("/author/name")).isTrue();
		assertThat(this.event.has("/author/absent")).isFalse();
	}

	@Test
	void readsNoFurtherThanItMust() {
		LazyEvent broken = lazy("MESSAGE_CREATE", "{\"guild_id\":\"5\",\"content\":]}");
		assertThat(broken.snowflake("/guild_id")).isEqualTo(Snowflake.of(5));
		assertThatExceptionOfType(EventDecodeException.class).isThrownBy(broken::event)
			.withMessageContaining("MESSAGE_CREATE");
	}

	@Test
	void decodesTheWholeEventOnce() throws Exception {
		MessageCreate decoded = this.event.as(MessageCreate.class);
		assertThat(decoded.message().content()).isEqualTo("hi");
		assertThat(this.event.event()).isSameAs(decoded);
	}

	@Test
	void refusesAnotherRecordAnUnknownEventAndABrokenPointer() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.event.as(GuildCreate.class))
			.withMessageContaining("MessageCreate")
			.withMessageContaining("GuildCreate");
		assertThatIllegalArgumentException().isThrownBy(() -> lazy("NOBODY_KNOWS", "{}").event())
			.withMessageContaining("NOBODY_KNOWS");
		assertThatIllegalArgumentException().isThrownBy(() -> this.event.text("content"));
	}

	@Test
	void keepsTheBodyOutOfItsText() {
		assertThat(lazy("MESSAGE_CREATE", "{\"token\":\"s3cret\"}")).hasToString("LazyEvent[MESSAGE_CREATE, 18 bytes]");
	}

	private LazyEvent lazy(String name, String body) {
		return this.events.of(new RawEvent(name, body.getBytes(StandardCharsets.UTF_8)));
	}

}
