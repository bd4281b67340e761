package io.github.discordgateway.internal.codec;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.discordgateway.event.Payloads;
import io.github.discordgateway.event.Payloads.Sample;
import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.GatewayJsonMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReflectiveRecordReader}: a native image, where no code can be
 * generated, reads every event as the generated readers do.
 */
class ReflectiveRecordReaderTests {

	private static final List<String> WRONG = List.of("null", "{\"a\":[1]}", "[{}]", "-1", "\"x\"");

	private final JsonMapper mapper = GatewayJsonMapper.builder().build();

	private final RecordReaders generated = new RecordReaders(this.mapper, true);

	private final RecordReaders reflective = new RecordReaders(this.mapper, false);

	@Test
	void readsEachEventAsAGeneratedReaderDoes() {
		assertThat(Payloads.fixtures()).hasSizeGreaterThan(70);
		samples().forEach((sample) -> compare(sample, sample.body()));
	}

	@Test
	void losesAndReportsWhatAGeneratedReaderDoes() {
		samples().forEach((sample) -> {
			for (String name : List.copyOf(sample.body().propertyNames())) {
				for (String wrong : WRONG) {
					ObjectNode changed = (ObjectNode) sample.body().deepCopy();
					compare(sample, changed.set(name, this.mapper.readTree(wrong)));
				}
				compare(sample, ((ObjectNode) sample.body().deepCopy()).without(name));
			}
		});
	}

	private static Stream<Sample> samples() {
		return Stream.concat(Payloads.fixtures().stream(), Payloads.examples().stream());
	}

	private void compare(Sample sample, JsonNode body) {
		List<String> mistyped = new ArrayList<>();
		List<String> mistypedOfGenerated = new ArrayList<>();
		Type type = sample.type().eventClass();
		assertThat(read(this.reflective, type, body, mistyped)).as("%s: %s", sample, body)
			.isEqualTo(read(this.generated, type, body, mistypedOfGenerated));
		assertThat(mistyped).as("%s: %s", sample, body).isEqualTo(mistypedOfGenerated);
	}

	private @Nullable Object read(RecordReaders readers, Type type, JsonNode body, List<String> mistyped) {
		byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
		try (FrameParser parser = GatewayJsonMapper.createParser(this.mapper, json)) {
			parser.nextToken();
			return readers.of(type).read(parser, new ReadContext(parser, mistyped::add));
		}
	}

}
