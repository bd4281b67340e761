/**
 * 
 */
@NullMarked
package io.github.discordgateway.actuate.metrics;

import org.jspecify.annotations.NullMarked;
