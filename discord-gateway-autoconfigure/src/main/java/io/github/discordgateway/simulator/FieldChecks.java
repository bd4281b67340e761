package io.github.discordgateway.simulator;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the fields of a body, and gathers what is wrong with them under their paths, as
 * Discord does in "Invalid Form Body".
 *
 * @see <a href="https://discord.com/developers/docs/reference#error-messages">Error
 * messages</a>
 */
final class FieldChecks {

	private static final Pattern ID = Pattern.compile("\\d{1,20}");

	private final JsonNode body;

	private final ObjectNode errors = ObjectPayloads.template("{}");

	FieldChecks(JsonNode body) {
		this.body = body;
	}

	/** A text, absent or null included. */
	FieldChecks text(String path, int shortest, int longest) {
		return text(path, at(path), shortest, longest);
	}

	FieldChecks text(String path, JsonNode value, int shortest, int longest) {
		if (value.isMissingNode() || value.isNull()) {
			return this;
		}
		if (!value.isString()) {
			return wrong(path, "BASE_TYPE_BAD_TYPE", "Only text is allowed here.");
		}
		int length = value.asString().codePointCount(0, value.asString().length());
		if (shortest > 0 && (length < shortest || length > longest)) {
			return wrong(path, "BASE_TYPE_BAD_LENGTH",
					"Must be between " + shortest + " and " + longest + " in length.");
		}
		if (length > longest) {
			return wrong(path, "BASE_TYPE_MAX_LENGTH", "Must be " + longest + " or fewer in length.");
		}
		return this;
	}

	FieldChecks size(String path, JsonNode value, int least, int most) {
		if (value.isMissingNode() || value.isNull()) {
			return this;
		}
		if (!value.isArray()) {
			return wrong(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
		}
		if (value.size() < least || value.size() > most) {
			return wrong(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
		}
		return this;
	}

	FieldChecks size(String path, int least, int most) {
		return size(path, at(path), least, most);
	}

	FieldChecks number(String path, long least, long most) {
		return number(path, at(path), least, most);
	}

	FieldChecks number(String path, JsonNode value, long least, long most) {
		if (value.isMissingNode() || value.isNull()) {
			return this;
		}
		if (!value.isIntegralNumber()) {
			return wrong(path, "NUMBER_TYPE_COERCE", "Value \"" + value.asString("") + "\" is not int.");
		}
		if (value.longValue() < least) {
			return wrong(path, "NUMBER_TYPE_MIN", "int value should be greater than or equal to " + least + ".");
		}
		if (value.longValue() > most) {
			return wrong(path, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + most + ".");
		}
		return this;
	}

	FieldChecks id(String path) {
		JsonNode value = at(path);
		if (!value.isMissingNode() && !value.isNull() && !ID.matcher(value.asString("")).matches()) {
			return wrong(path, "NUMBER_TYPE_COERCE", "Value \"" + value.asString("") + "\" is not snowflake.");
		}
		return this;
	}

	FieldChecks required(String path) {
		return required(path, at(path));
	}

	FieldChecks required(String path, JsonNode value) {
		return (value.isMissingNode() || value.isNull()) ? wrong(path, "BASE_TYPE_REQUIRED", "This field is required")
				: this;
	}

	/**
	 * Notes that a field is wrong.
	 * @param path for example {@code embeds.0.title}
	 * @param code Discord's name of the mistake
	 * @param message what is wrong
	 * @return these checks
	 */
	FieldChecks wrong(String path, String code, String message) {
		ObjectNode node = this.errors;
		for (String segment : path.split("\\.")) {
			node = node.withObjectProperty(segment);
		}
		node.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
		return this;
	}

	/**
	 * Ends the checks.
	 * @throws RestRefusal when something was wrong
	 */
	void done() {
		if (!this.errors.isEmpty()) {
			ObjectNode refusal = ObjectPayloads.template("{}").put("message", "Invalid Form Body").put("code", 50035);
			refusal.set("errors", this.errors);
			throw new RestRefusal(400, refusal);
		}
	}

	private JsonNode at(String path) {
		JsonNode node = this.body;
		for (String segment : path.split("\\.")) {
			node = segment.chars().allMatch(Character::isDigit) ? node.path(Integer.parseInt(segment))
					: node.path(segment);
		}
		return node;
	}

	/**
	 * Reads a number of the query.
	 * @param value the text, or {@code null} for the default
	 * @throws RestRefusal when it is not a number within the limits
	 */
	static int queryNumber(String name, @Nullable String value, int otherwise, int least, int most) {
		if (value == null) {
			return otherwise;
		}
		FieldChecks checks = new FieldChecks(ObjectPayloads.NOTHING);
		try {
			int number = Integer.parseInt(value);
			if (number < least) {
				checks.wrong(name, "NUMBER_TYPE_MIN", "int value should be greater than or equal to " + least + ".");
			}
			if (number > most) {
				checks.wrong(name, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + most + ".");
			}
			checks.done();
			return number;
		}
		catch (NumberFormatException ex) {
			checks.wrong(name, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not int.").done();
			return otherwise;
		}
	}

}
