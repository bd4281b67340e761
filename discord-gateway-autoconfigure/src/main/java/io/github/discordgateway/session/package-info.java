/**
 * What survives a connection, and with a store the process: the session's id, where to
 * resume it, how far it was handled and whose it is; and when the bot was started. It
 * keeps and hands out data; when a session is begun, resumed or dropped is the shard's
 * concern. It knows shard ids and the token.
 */
@NullMarked
package io.github.discordgateway.session;

import org.jspecify.annotations.NullMarked;
