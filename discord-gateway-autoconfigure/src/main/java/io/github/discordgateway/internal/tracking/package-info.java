/**
 * What is handled of that which came in an order, and up to where: the sequences of a
 * session, and the offsets of a partition.
 */
@NullMarked
package io.github.discordgateway.internal.tracking;

import org.jspecify.annotations.NullMarked;
