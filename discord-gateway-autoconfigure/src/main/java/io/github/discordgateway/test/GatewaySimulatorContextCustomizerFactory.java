package io.github.discordgateway.test;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Customizes the context of a test that is annotated with
 * {@link AutoConfigureGatewaySimulator @AutoConfigureGatewaySimulator}.
 */
class GatewaySimulatorContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		if (!TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureGatewaySimulator.class)) {
			return null;
		}
		GatewayTest slice = TestContextAnnotationUtils.findMergedAnnotation(testClass, GatewayTest.class);
		return new GatewaySimulatorContextCustomizer((slice != null) ? Set.of(slice.listeners()) : Set.of());
	}

}
