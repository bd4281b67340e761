/**
 * Discord's objects about the audit log: entries, and the kinds of change that they tell
 * of. Records only, with the values that they hold: one for each object that Discord
 * documents, named as there. Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.auditlog;

import org.jspecify.annotations.NullMarked;
