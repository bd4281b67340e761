/**
 * From annotated methods to event handlers: finding {@code @GatewayListener}, checking
 * what such a method takes and returns, resolving its arguments and calling it, what
 * stands around the call (conditions, interceptors, retries, exception handlers), and
 * deriving the intents that all listeners need. A bean enters, a handler leaves into the
 * registry, where it is started, stopped, paused and resumed. When and on which thread a
 * handler is called is not its concern.
 */
@NullMarked
package io.github.discordgateway.listener;

import org.jspecify.annotations.NullMarked;
