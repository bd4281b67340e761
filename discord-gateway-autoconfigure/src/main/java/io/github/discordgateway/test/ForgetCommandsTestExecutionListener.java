package io.github.discordgateway.test;

import io.github.discordgateway.simulator.GatewaySimulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * {@link TestExecutionListener} that lets each test method begin without what the one
 * before has left: commands that it did not expect, all that it scripted, and shards that
 * have ended, for which the context is made anew.
 */
class ForgetCommandsTestExecutionListener extends AbstractTestExecutionListener {

	private static final Log logger = LogFactory.getLog(ForgetCommandsTestExecutionListener.class);

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 100;
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			ApplicationContext context = testContext.getApplicationContext();
			context.getBeanProvider(GatewaySimulator.class).stream().forEach((simulator) -> {
				simulator.undoScripts();
				String ended = simulator.takeFatalClose();
				if (ended != null) {
					logger.info("The context is closed after " + testContext.getTestMethod().getName() + ", since "
							+ ended + " and the shard has ended");
					testContext.markApplicationContextDirty(HierarchyMode.CURRENT_LEVEL);
					testContext.setAttribute(DependencyInjectionTestExecutionListener.REINJECT_DEPENDENCIES_ATTRIBUTE,
							Boolean.TRUE);
				}
			});
		}
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()) {
			ApplicationContext context = testContext.getApplicationContext();
			context.getBeanProvider(GatewaySimulator.class).stream().forEach(GatewaySimulator::forgetCommands);
		}
	}

}
