package io.github.discordgateway.model.component;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A component of a kind that this version does not know.
 *
 * @param json the whole component as it was sent
 */
@JsonDeserialize
public record UnknownComponent(@JsonValue JsonNode json) implements Component {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public UnknownComponent {
	}

	@Override
	public ComponentType type() {
		return new ComponentType(this.json.path("type").asInt(0));
	}

	@Override
	public @Nullable Integer id() {
		return this.json.path("id").isInt() ? this.json.path("id").intValue() : null;
	}

}
