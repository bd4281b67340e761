/**
 * Discord's objects about components, of which messages and modals are made: buttons,
 * menus, texts, pictures, fields. Records only, with the values that they hold: one for
 * each object that Discord documents, named as there. Nothing that acts on them enters
 * here.
 */
@NullMarked
package io.github.discordgateway.model.component;

import org.jspecify.annotations.NullMarked;
