/**
 * The WebSocket to the gateway: which URL to open, and one connection with its
 * decompressed payloads in and its text out. Everything about sockets is in here and
 * nothing about the protocol spoken over them.
 */
@NullMarked
package io.github.discordgateway.internal.transport;

import org.jspecify.annotations.NullMarked;
