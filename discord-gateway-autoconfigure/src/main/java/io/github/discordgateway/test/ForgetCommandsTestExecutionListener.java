package io.github.discordgateway.test;

import io.github.discordgateway.simulator.GatewaySimulator;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * {@link TestExecutionListener} that lets each test method begin without the commands
 * that the one before did not expect.
 */
class ForgetCommandsTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 100;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			ApplicationContext context = testContext.getApplicationContext();
			context.getBeanProvider(GatewaySimulator.class).stream().forEach(GatewaySimulator::forgetCommands);
		}
	}

}
