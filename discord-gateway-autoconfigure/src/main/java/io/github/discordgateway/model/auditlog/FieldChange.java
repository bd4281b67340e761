package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.model.RecordValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that has changed. Its values have the type of that field in the object, as far
 * as Discord keeps to it, so they are left as they were sent.
 *
 * @param key the name of the field
 * @param newValue the value after; {@code null} when there is none any more
 * @param oldValue the value before; {@code null} when there was none
 */
public record FieldChange(String key, @Nullable JsonNode newValue,
		@Nullable JsonNode oldValue) implements AuditLogChange {

	public FieldChange {
		newValue = RecordValues.treeOrNull(newValue);
		oldValue = RecordValues.treeOrNull(oldValue);
	}

}
