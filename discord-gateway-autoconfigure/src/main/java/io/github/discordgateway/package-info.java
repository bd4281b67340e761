/**
 * 
 */
@NullMarked
package io.github.discordgateway;

import org.jspecify.annotations.NullMarked;
