/**
 * How methods that are commands are found, called and answered: which interaction goes to
 * which method, what its parameters take, what becomes of what it returns, and what is
 * registered with Discord. Free to change in every release.
 */
@NullMarked
package io.github.discordgateway.internal.interaction;

import org.jspecify.annotations.NullMarked;
