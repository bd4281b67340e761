package io.github.discordgateway.test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import io.github.discordgateway.simulator.GatewaySimulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

/**
 * {@link TestExecutionListener} that lets each test method have the simulator to itself,
 * and begin without what the one before has left: commands that it did not expect, all
 * that it scripted, and shards that have ended, for which the context is made anew. A
 * listener that has failed fails the test.
 */
class GatewaySimulatorTestExecutionListener extends AbstractTestExecutionListener {

	private static final Log logger = LogFactory.getLog(GatewaySimulatorTestExecutionListener.class);

	/** Test classes with the same context have the same simulator. */
	private static final Map<GatewaySimulator, RunningTest> RUNNING = Collections.synchronizedMap(new WeakHashMap<>());

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 100;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		RunningTest test = RunningTest.of(testContext);
		for (GatewaySimulator simulator : simulators(testContext)) {
			RunningTest other = RUNNING.putIfAbsent(simulator, test);
			if (other != null && !other.equals(test)) {
				throw new IllegalStateException(test.name() + " cannot run while " + other.name()
						+ " does: they share a simulator, so that each would see the guilds, commands and scripts of the"
						+ " other. Let one run after the other, for example with"
						+ " @Execution(ExecutionMode.SAME_THREAD), or give them contexts of their own");
			}
			simulator.forgetCommands();
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		RunningTest test = RunningTest.of(testContext);
		@Nullable AssertionError failure = null;
		for (GatewaySimulator simulator : simulators(testContext)) {
			if (test.equals(RUNNING.get(simulator))) {
				failure = endTest(simulator, testContext, failure);
				RUNNING.remove(simulator);
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private static @Nullable AssertionError endTest(GatewaySimulator simulator, TestContext testContext,
			@Nullable AssertionError before) {
		AssertionError failure = before;
		try {
			simulator.expectNoFailure();
		}
		catch (AssertionError ex) {
			failure = ex;
		}
		simulator.undoScripts();
		String ended = simulator.takeFatalClose();
		if (ended != null) {
			logger.info("The context is closed after " + testContext.getTestMethod().getName() + ", since " + ended
					+ " and the shard has ended");
			testContext.markApplicationContextDirty(HierarchyMode.CURRENT_LEVEL);
			testContext.setAttribute(DependencyInjectionTestExecutionListener.REINJECT_DEPENDENCIES_ATTRIBUTE,
					Boolean.TRUE);
		}
		return failure;
	}

	private static List<GatewaySimulator> simulators(TestContext testContext) {
		return testContext.hasApplicationContext()
				? testContext.getApplicationContext().getBeanProvider(GatewaySimulator.class).stream().toList()
				: List.of();
	}

	/**
	 * A test method at work.
	 *
	 * @param name as a person would look for it
	 * @param thread where it runs
	 */
	private record RunningTest(String name, Thread thread) {

		static RunningTest of(TestContext testContext) {
			return new RunningTest(
					testContext.getTestClass().getSimpleName() + "." + testContext.getTestMethod().getName(),
					Thread.currentThread());
		}

	}

}
