/**
 * The test kit for applications: {@link io.github.discordgateway.test.GatewayTest} runs
 * listeners against the simulator, and
 * {@link io.github.discordgateway.test.AutoConfigureGatewaySimulator} does so in any test
 * of a whole application. Nothing here is loaded unless a test asks for it: the libraries
 * for tests that it needs are not there in production.
 */
@NullMarked
package io.github.discordgateway.test;

import org.jspecify.annotations.NullMarked;
