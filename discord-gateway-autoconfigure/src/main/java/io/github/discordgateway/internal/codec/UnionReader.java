package io.github.discordgateway.internal.codec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.github.discordgateway.internal.protocol.FrameParser;
import io.github.discordgateway.internal.protocol.PropertyNames;
import io.github.discordgateway.model.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads an object that comes in several kinds, each with a record of its own. The kind
 * mostly stands first; the buffer holds the whole object, so that it is looked for before
 * the object is read, wherever it stands.
 */
final class UnionReader extends ValueReader {

	/** Null when the object around this one tells the kind. */
	private final @Nullable PropertyNames discriminator;

	private final Map<String, ValueReader> kinds = new HashMap<>();

	private final Map<Pattern, ValueReader> patterns = new LinkedHashMap<>();

	private @Nullable ValueReader others;

	UnionReader(@Nullable PropertyNames discriminator) {
		this.discriminator = discriminator;
	}

	/**
	 * Adds a kind.
	 * @param kind what tells it; {@code null} for all that is not known
	 * @param reader reads its record
	 */
	void add(@Nullable Kind kind, ValueReader reader) {
		if (kind == null) {
			this.others = reader;
			return;
		}
		for (String value : kind.value()) {
			this.kinds.put(value, reader);
		}
		if (!kind.pattern().isEmpty()) {
			this.patterns.put(Pattern.compile(kind.pattern()), reader);
		}
	}

	@Override
	public @Nullable Object read(FrameParser parser, ReadContext context) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			return context.skip(parser);
		}
		String kind = (this.discriminator != null) ? parser.peek(this.discriminator) : context.kind();
		return reader((kind != null) ? kind : "").read(parser, context);
	}

	private ValueReader reader(String kind) {
		ValueReader reader = this.kinds.get(kind);
		if (reader != null) {
			return reader;
		}
		for (Map.Entry<Pattern, ValueReader> entry : this.patterns.entrySet()) {
			if (entry.getKey().matcher(kind).matches()) {
				return entry.getValue();
			}
		}
		return Objects.requireNonNull(this.others);
	}

}
