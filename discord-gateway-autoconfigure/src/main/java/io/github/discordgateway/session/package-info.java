/**
 * What survives a connection: the session's id, where to resume it, and how far it was
 * received. It holds data only; when a session is kept or dropped is the shard's concern.
 * It knows no other package.
 */
@NullMarked
package io.github.discordgateway.session;

import org.jspecify.annotations.NullMarked;
