package io.github.discordgateway.model.component;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A component of a kind that this version does not know.
 *
 * @param json the whole component as it was sent
 */
public record UnknownComponent(@JsonValue JsonNode json) implements MessageComponent {

	@Override
	public ComponentType type() {
		return new ComponentType(this.json.path("type").asInt(0));
	}

	@Override
	public @Nullable Integer id() {
		return this.json.path("id").isInt() ? this.json.path("id").intValue() : null;
	}

}
