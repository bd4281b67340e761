/**
 * What survives a connection, and with a store the process: the session's id, where to
 * resume it, how far it was handled and whose it is; and when the bot was started. It
 * keeps and hands out data; when a session is begun, resumed or dropped is the shard's
 * concern. It knows shard ids and the token.
 *
 * <p>
 * A {@link io.github.discordgateway.session.Session Session} is what RESUME needs, and
 * all that a shard has to know. Put away, it becomes a
 * {@link io.github.discordgateway.session.StoredSession StoredSession}: with it stands
 * whose it is and under which {@link io.github.discordgateway.session.SessionTerms terms}
 * it was begun, so that the next process can tell whether it may go on with it. Whoever
 * keeps sessions elsewhere implements
 * {@link io.github.discordgateway.session.SessionStore SessionStore}. Shards do not call
 * it themselves, but by way of {@link io.github.discordgateway.session.SessionStoreAccess
 * SessionStoreAccess}, which waits, tries again, gathers writes and reports failures, so
 * that a store needs none of that.
 */
@NullMarked
package io.github.discordgateway.session;

import org.jspecify.annotations.NullMarked;
