package io.github.discordgateway.internal.interaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A pattern of a {@code custom_id}: literal text, and variables in braces that stand for
 * one character or more.
 */
final class CustomIdPattern implements Comparable<CustomIdPattern> {

	private static final int MAX_LENGTH = 100;

	private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");

	private final String text;

	private final Pattern pattern;

	private final List<String> variables = new ArrayList<>();

	private final int literals;

	/**
	 * Reads a pattern.
	 * @param text for example {@code vote:{choice}}
	 * @throws IllegalArgumentException when it matches nothing that Discord allows, or
	 * has a variable twice
	 */
	CustomIdPattern(String text) {
		this.text = text;
		StringBuilder regex = new StringBuilder();
		Matcher matcher = VARIABLE.matcher(text);
		int end = 0;
		int characters = 0;
		while (matcher.find()) {
			characters += literal(text.substring(end, matcher.start()), regex);
			String name = matcher.group(1);
			Assert.isTrue(!name.isEmpty() && !this.variables.contains(name),
					() -> "each variable has a name of its own, not '" + name + "'");
			this.variables.add(name);
			regex.append("(.+?)");
			end = matcher.end();
		}
		characters += literal(text.substring(end), regex);
		int shortest = characters + this.variables.size();
		Assert.isTrue(shortest >= 1 && shortest <= MAX_LENGTH,
				() -> "a custom_id has 1 to " + MAX_LENGTH + " characters, not " + shortest);
		this.literals = characters;
		this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
	}

	private static int literal(String text, StringBuilder regex) {
		regex.append(text.isEmpty() ? "" : Pattern.quote(text));
		return text.codePointCount(0, text.length());
	}

	/**
	 * Compares a {@code custom_id} with the pattern.
	 * @param customId the id
	 * @return the values of the variables; {@code null} when it does not match
	 */
	@Nullable Map<String, String> match(String customId) {
		Matcher matcher = this.pattern.matcher(customId);
		if (!matcher.matches()) {
			return null;
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < this.variables.size(); i++) {
			values.put(this.variables.get(i), matcher.group(i + 1));
		}
		return values;
	}

	List<String> variables() {
		return this.variables;
	}

	/** What two patterns have in common that match the same. */
	String shape() {
		return this.pattern.pattern();
	}

	/** The more literal characters, the earlier; of as many, the fewer variables. */
	@Override
	public int compareTo(CustomIdPattern other) {
		int byLiterals = Integer.compare(other.literals, this.literals);
		return (byLiterals != 0) ? byLiterals : Integer.compare(this.variables.size(), other.variables.size());
	}

	@Override
	public boolean equals(@Nullable Object object) {
		return object instanceof CustomIdPattern other && this.text.equals(other.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
