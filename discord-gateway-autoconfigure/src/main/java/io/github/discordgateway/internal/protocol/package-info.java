/**
 * The wire form of the protocol: the frame that carries everything, and what reads it. It
 * holds no behaviour of a session, knows only the words of the root package, and every
 * other package may use it.
 */
@NullMarked
package io.github.discordgateway.internal.protocol;

import org.jspecify.annotations.NullMarked;
