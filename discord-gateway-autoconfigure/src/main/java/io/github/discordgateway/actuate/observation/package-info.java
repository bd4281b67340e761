/**
 * 
 */
@NullMarked
package io.github.discordgateway.actuate.observation;

import org.jspecify.annotations.NullMarked;
