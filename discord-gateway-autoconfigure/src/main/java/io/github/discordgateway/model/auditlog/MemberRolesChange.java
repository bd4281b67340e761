package io.github.discordgateway.model.auditlog;

import java.util.List;

import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.RecordValues;

/**
 * Roles that were given to a member or taken away.
 *
 * @param key {@code $add} or {@code $remove}
 * @param newValue the roles; empty when absent
 * @param oldValue not used by Discord; empty when absent
 */
@Kind({ "$add", "$remove" })
public record MemberRolesChange(String key, List<ChangedRole> newValue,
		List<ChangedRole> oldValue) implements AuditLogChange {

	public MemberRolesChange {
		newValue = RecordValues.listOrEmpty(newValue);
		oldValue = RecordValues.listOrEmpty(oldValue);
	}

	/**
	 * Whether the roles were given.
	 * @return {@code true} when they were given, {@code false} when they were taken away
	 */
	public boolean added() {
		return "$add".equals(this.key);
	}

}
