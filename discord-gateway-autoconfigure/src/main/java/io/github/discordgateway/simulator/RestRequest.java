package io.github.discordgateway.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that an operation was found for.
 *
 * @param variables what stands in the places of the path that are named
 * @param query the parameters
 * @param headers the headers; their names compare without regard to case
 * @param body the JSON of the body; a missing node when there is none
 * @param files what was uploaded
 */
record RestRequest(Map<String, String> variables, Map<String, String> query, Map<String, String> headers, JsonNode body,
		List<RestBody.File> files) {

	String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * An id in the path.
	 * @throws RestRefusal when it is none
	 */
	Snowflake id(String name) {
		return id(name, variable(name));
	}

	@Nullable Snowflake queryId(String name) {
		String value = this.query.get(name);
		return (value != null) ? id(name, value) : null;
	}

	private static Snowflake id(String name, String value) {
		try {
			return Snowflake.of(value);
		}
		catch (NumberFormatException ex) {
			FieldChecks checks = new FieldChecks(ObjectPayloads.NOTHING);
			checks.wrong(name, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not snowflake.").done();
			throw ex;
		}
	}

	int limit(int otherwise, int most) {
		return FieldChecks.queryNumber("limit", this.query.get("limit"), otherwise, 1, most);
	}

	boolean flag(String name) {
		return Boolean.parseBoolean(this.query.get(name));
	}

	/**
	 * The body of a request that needs one.
	 * @throws RestRefusal when it is not an object
	 */
	ObjectNode object() {
		if (this.body instanceof ObjectNode object) {
			return object;
		}
		if (this.body.isMissingNode()) {
			return ObjectPayloads.template("{}");
		}
		throw RestRefusal.of(400, 50035, "Invalid Form Body");
	}

	/** Why it is done, for the audit log. */
	@Nullable String reason() {
		String header = this.headers.get("X-Audit-Log-Reason");
		return (header != null) ? URLDecoder.decode(header, StandardCharsets.UTF_8) : null;
	}

	/** Those of {@code fields} that the body has, also as null. */
	ObjectNode only(String... fields) {
		ObjectNode taken = ObjectPayloads.template("{}");
		ObjectNode object = object();
		for (String field : fields) {
			if (object.has(field)) {
				taken.set(field, object.get(field));
			}
		}
		return taken;
	}

}
