/**
 * Discord's objects about integrations of guilds with applications and services. Records
 * only, with the values that they hold: one for each object that Discord documents, named
 * as there. Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.integration;

import org.jspecify.annotations.NullMarked;
