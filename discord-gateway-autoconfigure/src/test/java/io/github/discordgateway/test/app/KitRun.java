package io.github.discordgateway.test.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes, some of which are to fail, and tells how each method ended.
 */
final class KitRun {

	private KitRun() {
	}

	static Map<String, TestExecutionResult> of(Map<String, String> parameters, Class<?>... testClasses) {
		LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
			.configurationParameters(parameters)
			.enableImplicitConfigurationParameters(false);
		for (Class<?> testClass : testClasses) {
			request.selectors(DiscoverySelectors.selectClass(testClass));
		}
		LauncherDiscoveryRequest built = request.build();
		Map<String, TestExecutionResult> results = new ConcurrentHashMap<>();
		LauncherConfig config = LauncherConfig.builder()
			.enableTestExecutionListenerAutoRegistration(false)
			.enableLauncherSessionListenerAutoRegistration(false)
			.build();
		LauncherFactory.create(config).execute(built, new TestExecutionListener() {

			@Override
			public void executionFinished(TestIdentifier test, TestExecutionResult result) {
				if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
					results.put(test.getDisplayName(), result);
				}
			}

		});
		return results;
	}

}
