package io.github.discordgateway.model.auditlog;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.interaction.ApplicationCommandPermission;
import org.jspecify.annotations.Nullable;

/**
 * A permission to use a command that was given, changed or taken away.
 *
 * @param key id of the role, user or channel
 * @param newValue the permission after; {@code null} when there is none any more
 * @param oldValue the permission before; {@code null} when there was none
 */
@Kind(pattern = "\\d{1,20}")
public record CommandPermissionChange(String key, @Nullable ApplicationCommandPermission newValue,
		@Nullable ApplicationCommandPermission oldValue) implements AuditLogChange {

}
