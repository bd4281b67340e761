/**
 * A small bot that shows how listeners, outgoing commands and health look in an
 * application.
 */
@NullMarked
package io.github.discordgateway.demo;

import org.jspecify.annotations.NullMarked;
