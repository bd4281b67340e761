package io.github.discordgateway.internal.interaction;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

import io.github.discordgateway.listener.GatewayListener;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.util.ClassUtils;

/**
 * Keeps what is made of options in a native image: records of options, enums, and what
 * Spring converts from text. The methods themselves are kept as listeners.
 */
final class CommandRuntimeHints implements BeanRegistrationAotProcessor {

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		Class<?> beanClass = ClassUtils.getUserClass(registeredBean.getBeanClass());
		if (!AnnotationUtils.isCandidateClass(beanClass, GatewayListener.class)) {
			return null;
		}
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Method method : MethodIntrospector.selectMethods(beanClass, CommandRuntimeHints::takesInteractions)) {
			for (int i = 0; i < method.getParameterCount(); i++) {
				collect(ResolvableType.forMethodParameter(method, i, beanClass), types);
			}
		}
		return types.isEmpty() ? null
				: (context, code) -> types.forEach((type) -> keep(type, context.getRuntimeHints().reflection()));
	}

	private static boolean takesInteractions(Method method) {
		for (InteractionKind kind : InteractionKind.values()) {
			if (AnnotatedElementUtils.hasAnnotation(method, kind.annotation())) {
				return true;
			}
		}
		return false;
	}

	private static void collect(ResolvableType type, Set<Class<?>> types) {
		if (type.isArray()) {
			collect(type.getComponentType(), types);
			return;
		}
		Class<?> raw = type.resolve(Object.class);
		if (OptionParameter.isBundle(raw)) {
			types.add(raw);
			Constructor<?> constructor = OptionParameter.constructor(raw);
			for (int i = 0; i < constructor.getParameterCount(); i++) {
				collect(ResolvableType.forConstructorParameter(constructor, i), types);
			}
		}
		else if (isConverted(raw)) {
			types.add(raw);
		}
		for (ResolvableType generic : type.getGenerics()) {
			collect(generic, types);
		}
	}

	/** Whether values of a type are made of text by its own methods. */
	private static boolean isConverted(Class<?> type) {
		return !type.getName().startsWith("java.") && !type.isPrimitive()
				&& DefaultConversionService.getSharedInstance().canConvert(String.class, type);
	}

	private static void keep(Class<?> type, ReflectionHints hints) {
		if (OptionParameter.isBundle(type)) {
			hints.registerType(type, MemberCategory.ACCESS_DECLARED_FIELDS);
			hints.registerConstructor(OptionParameter.constructor(type), ExecutableMode.INVOKE);
		}
		else {
			hints.registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
		}
	}

}
