/**
 * What happens to the shards, as application events for Spring's
 * {@link org.springframework.context.event.EventListener @EventListener}.
 */
@NullMarked
package io.github.discordgateway.event.lifecycle;

import org.jspecify.annotations.NullMarked;
