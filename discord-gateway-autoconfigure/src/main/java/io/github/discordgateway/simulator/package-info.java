/**
 * An embedded gateway on a loopback port that speaks Discord's protocol, for the demo,
 * for this project's tests and for the tests of its users. It holds the server's side of
 * the protocol, a small world to talk about, and the means to script both from Java. Only
 * the protocol's vocabulary may enter: nothing of the client that it is there to test.
 */
@NullMarked
package io.github.discordgateway.simulator;

import org.jspecify.annotations.NullMarked;
