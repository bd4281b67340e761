package io.github.discordgateway.event;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.discordgateway.Thoroughness;
import io.github.discordgateway.event.Payloads.Sample;
import io.github.discordgateway.internal.codec.EventDecoder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes one field after the other in bodies of events: removes it, sets it to null and
 * to values of wrong types. It costs at most that field.
 */
class LeniencyTests {

	private static final String[] WRONG_VALUES = { "{}", "{\"a\":[1]}", "[]", "[{\"a\":1},[2]]", "\"\"", "\"words\"",
			"true", "1.5", "-1", "12345678901234567890123", "1e40" };

	/** A thousand members are all alike. */
	private static final int MANY_FIELDS = 800;

	private static final int USUAL_FIELDS = 150;

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	static List<Sample> fixtures() {
		return Payloads.fixtures();
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	@DisplayName("C46 a field that is absent, null or of a wrong type costs no more than itself")
	void losesOnlyAFieldThatIsAbsentNullOrOfAWrongType(Sample sample, TestReporter reporter) throws Exception {
		JsonNode whole = written(sample.type(), sample.body());
		JsonNode body = sample.body().deepCopy();
		List<List<Object>> paths = paths(body);
		int tried = 0;
		for (List<Object> path : paths) {
			JsonNode expected = without(whole.deepCopy(), path);
			ObjectNode holder = (ObjectNode) at(body, path.subList(0, path.size() - 1));
			String name = (String) path.get(path.size() - 1);
			JsonNode kept = holder.get(name);
			for (String change : changes(tried, paths.size())) {
				change(holder, name, change);
				assertThat(without(written(sample.type(), body), path)).as("%s at %s", change, path)
					.isEqualTo(expected);
				tried++;
			}
			holder.set(name, kept);
		}
		reporter.publishEntry("changed bodies", Integer.toString(tried));
	}

	@Test
	@DisplayName("C46 no field of an example costs the event by being absent, null or of a wrong type")
	void survivesEachChangeOfTheExamples(TestReporter reporter) throws Exception {
		List<Sample> examples = Payloads.examples();
		Assumptions.assumeFalse(examples.isEmpty(), "No examples beside the checkout");
		int tried = 0;
		for (Sample sample : examples) {
			JsonNode body = sample.body().deepCopy();
			List<List<Object>> paths = paths(body);
			for (List<Object> path : paths) {
				ObjectNode holder = (ObjectNode) at(body, path.subList(0, path.size() - 1));
				String name = (String) path.get(path.size() - 1);
				JsonNode kept = holder.get(name);
				for (String change : changes(tried, paths.size())) {
					change(holder, name, change);
					assertThat(Payloads.decode(this.decoder, sample.type(), body))
						.as("%s: %s at %s", sample, change, path)
						.isInstanceOf(sample.type().eventClass());
					tried++;
				}
				holder.set(name, kept);
			}
		}
		assertThat(tried).isGreaterThan(Thoroughness.of(4_000, 40_000));
		reporter.publishEntry("changed examples", Integer.toString(tried));
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	@DisplayName("C46 unknown fields, wherever they stand, change nothing")
	void ignoresUnknownFieldsAtEachLevel(Sample sample) throws Exception {
		JsonNode changed = sample.body().deepCopy();
		for (ObjectNode object : objects(changed)) {
			object.putObject("field_of_tomorrow").put("id", 1).putArray("d");
		}
		JsonNode written = written(sample.type(), changed);
		// What is kept as a tree keeps its unknown fields, too.
		objects(written).forEach((object) -> object.remove("field_of_tomorrow"));
		assertThat(written).isEqualTo(written(sample.type(), sample.body()));
	}

	/**
	 * No field, null, and two wrong values, which are others at each place; as a rule, in
	 * a large body, one of these at each place.
	 */
	private static List<String> changes(int tried, int places) {
		int index = tried / 4 * 2;
		List<String> all = List.of("", "null", WRONG_VALUES[index % WRONG_VALUES.length],
				WRONG_VALUES[(index + 1) % WRONG_VALUES.length]);
		boolean few = places > Thoroughness.of(Thoroughness.PLAIN_PARSER ? 0 : 50, Integer.MAX_VALUE);
		return few ? List.of(all.get(tried % all.size())) : all;
	}

	private static void change(ObjectNode holder, String name, String change) {
		if (change.isEmpty()) {
			holder.remove(name);
		}
		else {
			holder.set(name, Payloads.MAPPER.readTree(change));
		}
	}

	private JsonNode written(EventType type, JsonNode body) throws Exception {
		return Payloads.written(Payloads.decode(this.decoder, type, body));
	}

	private static JsonNode at(JsonNode root, List<Object> path) {
		JsonNode node = root;
		for (Object step : path) {
			node = (step instanceof Integer index) ? node.path(index) : node.path((String) step);
		}
		return node;
	}

	/**
	 * The JSON without one field, and without the objects around it that hold nothing
	 * else.
	 */
	private static JsonNode without(JsonNode root, List<Object> path) {
		if (at(root, path.subList(0, path.size() - 1)) instanceof ObjectNode holder) {
			holder.remove((String) path.get(path.size() - 1));
		}
		return withoutNothing(root);
	}

	/**
	 * The places of all fields. As a rule, of elements that are alike, each field counts
	 * where it is met first, and of hundreds only some; otherwise, too, in a body with
	 * thousands of fields.
	 */
	private static List<List<Object>> paths(JsonNode root) {
		List<List<Object>> paths = new ArrayList<>();
		collect(root, List.of(), paths);
		if (Thoroughness.THOROUGH && paths.size() < MANY_FIELDS) {
			return paths;
		}
		Set<List<Object>> met = new HashSet<>();
		List<List<Object>> different = paths.stream()
			.filter((path) -> met.add(path.stream().map((step) -> (step instanceof Integer) ? "[]" : step).toList()))
			.toList();
		int every = Thoroughness.of(1 + different.size() / USUAL_FIELDS, 1);
		return IntStream.range(0, different.size()).filter((i) -> i % every == 0).mapToObj(different::get).toList();
	}

	private static void collect(JsonNode node, List<Object> path, List<List<Object>> paths) {
		node.properties().forEach((field) -> {
			List<Object> place = with(path, field.getKey());
			paths.add(place);
			collect(field.getValue(), place, paths);
		});
		for (int i = 0; node.isArray() && i < node.size(); i++) {
			collect(node.get(i), with(path, i), paths);
		}
	}

	private static List<Object> with(List<Object> path, Object step) {
		List<Object> longer = new ArrayList<>(path);
		longer.add(step);
		return longer;
	}

	private static List<ObjectNode> objects(JsonNode node) {
		List<ObjectNode> objects = new ArrayList<>();
		if (node instanceof ObjectNode object) {
			objects.add(object);
		}
		node.forEach((child) -> objects.addAll(objects(child)));
		return objects;
	}

	/**
	 * Drops null fields, those that are false as if absent, and objects and lists that
	 * are empty; brings time stamps into one form.
	 */
	private static JsonNode withoutNothing(JsonNode node) {
		if (node instanceof ObjectNode object) {
			ObjectNode copy = Payloads.MAPPER.createObjectNode();
			object.properties().forEach((field) -> {
				JsonNode value = withoutNothing(field.getValue());
				boolean isFalse = value.isBoolean() && !value.booleanValue();
				if (!value.isNull() && !isFalse && !(value.isContainer() && value.isEmpty())) {
					copy.set(field.getKey(), value);
				}
			});
			return copy;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode copy = Payloads.MAPPER.createArrayNode();
			array.forEach((element) -> copy.add(withoutNothing(element)));
			return copy;
		}
		if (node.isString() && node.stringValue().matches("\\d{4}-\\d\\d-\\d\\dT.*")) {
			return StringNode.valueOf(OffsetDateTime.parse(node.stringValue()).toInstant().toString());
		}
		return node;
	}

}
