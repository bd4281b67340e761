/**
 * Discord's objects about auto moderation: rules, what they look for and what they do.
 * Records only, with the values that they hold: one for each object that Discord
 * documents, named as there. Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.automoderation;

import org.jspecify.annotations.NullMarked;
