package io.github.discordgateway.listener;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A bean with annotated methods.
 *
 * @param name the name of the bean
 * @param bean the bean as it was found, which may be a proxy; {@code null} when it is
 * made for the first event
 * @param target gives the bean to call
 * @param targetClass the class of the bean, not of its proxy
 */
record ListenerBean(String name, @Nullable Object bean, Supplier<Object> target, Class<?> targetClass) {

}
