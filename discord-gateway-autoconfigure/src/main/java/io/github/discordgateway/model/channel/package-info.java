/**
 * Discord's objects about channels and threads, which share one flat shape. Records only,
 * with the values that they hold: one for each object that Discord documents, named as
 * there. Nothing that acts on them enters here.
 */
@NullMarked
package io.github.discordgateway.model.channel;

import org.jspecify.annotations.NullMarked;
