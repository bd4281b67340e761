package io.github.discordgateway.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Connects the application of a test to a
 * {@link io.github.discordgateway.simulator.GatewaySimulator GatewaySimulator} of its
 * own, which can be injected: on a free port, in a world that is empty until the test
 * fills it. Sessions are kept in memory, and a lost connection is taken up again at once.
 * For tests with {@code @SpringBootTest}; {@link GatewayTest @GatewayTest} brings it
 * along.
 *
 * <p>
 * All of it is set by properties ({@code discord.gateway.simulator.*} and others), which
 * win over the application's own and yield to those of the test.
 *
 * <p>
 * A listener that fails fails the test method, unless
 * {@link io.github.discordgateway.simulator.GatewaySimulator#expectFailure expectFailure}
 * has expected it. Where JUnit runs tests in parallel, those with a simulator run one
 * after the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ResourceLock("io.github.discordgateway.simulator.GatewaySimulator")
public @interface AutoConfigureGatewaySimulator {

}
