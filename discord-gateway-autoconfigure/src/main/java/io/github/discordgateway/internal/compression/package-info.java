/**
 * Transport compression: the streams that turn what a connection receives into payloads.
 * One stream lives exactly as long as its connection. It knows bytes only, no frames and
 * no sockets.
 */
@NullMarked
package io.github.discordgateway.internal.compression;

import org.jspecify.annotations.NullMarked;
