/**
 * Methods that are slash commands, context menus, buttons, selects, modals and
 * autocompletion, and what they answer. Here are the annotations, the answers, and what
 * an application replaces about them. How a method is found and called does not enter:
 * they are listeners, see {@link io.github.discordgateway.listener.GatewayListener}.
 */
@NullMarked
package io.github.discordgateway.interaction;

import org.jspecify.annotations.NullMarked;
