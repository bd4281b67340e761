package io.github.discordgateway.test;

import java.io.IOException;
import java.util.Set;

import io.github.discordgateway.listener.EventHandler;
import io.github.discordgateway.listener.GatewayEventHandler;
import io.github.discordgateway.listener.GatewayListener;
import io.github.discordgateway.listener.GatewayListeners;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * {@link TypeExcludeFilter} for {@link GatewayTest @GatewayTest}: lets in the listeners
 * that the test names, or else all of them. What extends the gateway in another way is
 * listed in {@code META-INF/spring/io.github.discordgateway.test.GatewayTest.includes}.
 */
class GatewayTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<GatewayTest> {

	private static final String LISTENER = GatewayListener.class.getName();

	private static final String LISTENERS = GatewayListeners.class.getName();

	private final Set<Class<?>> listeners;

	GatewayTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		this.listeners = Set.of(getAnnotation().getValue("listeners", Class[].class).orElse(new Class<?>[0]));
	}

	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return this.listeners;
	}

	@Override
	protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
		return super.defaultInclude(reader, factory)
				|| (this.listeners.isEmpty() && (isTypeOrAnnotated(reader, factory, EventHandler.class)
						|| isTypeOrAnnotated(reader, factory, GatewayEventHandler.class)
						|| isListener(reader, factory)));
	}

	/** A method counts also when a superclass or an interface has it. */
	private static boolean isListener(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
		AnnotationMetadata metadata = reader.getAnnotationMetadata();
		if (metadata.isAnnotated(LISTENER) || metadata.hasAnnotatedMethods(LISTENER)
				|| metadata.hasAnnotatedMethods(LISTENERS)) {
			return true;
		}
		for (String name : metadata.getInterfaceNames()) {
			if (isListener(name, factory)) {
				return true;
			}
		}
		return isListener(metadata.getSuperClassName(), factory);
	}

	private static boolean isListener(@Nullable String className, MetadataReaderFactory factory) throws IOException {
		return className != null && !className.startsWith("java.")
				&& isListener(factory.getMetadataReader(className), factory);
	}

}
