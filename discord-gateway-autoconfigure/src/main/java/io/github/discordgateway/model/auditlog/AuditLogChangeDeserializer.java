package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.model.UnionDeserializer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/**
 * Tells the kind of an {@link AuditLogChange} by its key.
 */
final class AuditLogChangeDeserializer extends UnionDeserializer<AuditLogChange> {

	AuditLogChangeDeserializer() {
		super("key");
	}

	@Override
	protected AuditLogChange read(String key, JsonParser parser, DeserializationContext context) {
		return bind(kind(key), parser, context);
	}

	private static Class<? extends AuditLogChange> kind(String key) {
		if (key.equals("$add") || key.equals("$remove")) {
			return MemberRolesChange.class;
		}
		return key.matches("\\d{1,20}") ? CommandPermissionChange.class : FieldChange.class;
	}

}
