package io.github.discordgateway.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.test.context.TestContextBootstrapper;

/**
 * {@link TestContextBootstrapper} for {@link GatewayTest @GatewayTest}.
 */
class GatewayTestContextBootstrapper extends TestSliceTestContextBootstrapper<GatewayTest> {

}
