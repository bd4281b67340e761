/**
 * Discord's objects about voice states and stages. Records only, with the values that
 * they hold: one for each object that Discord documents, named as there. Nothing that
 * acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.voice;

import org.jspecify.annotations.NullMarked;
