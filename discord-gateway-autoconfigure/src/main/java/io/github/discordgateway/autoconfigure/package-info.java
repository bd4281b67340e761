/**
 * The wiring: auto-configurations, the properties {@code discord.gateway.*}, and what an
 * application that does not start says about it. It may know everything, and decides
 * nothing that another room could.
 */
@NullMarked
package io.github.discordgateway.autoconfigure;

import org.jspecify.annotations.NullMarked;
