package io.github.discordgateway.listener;

import java.util.function.Supplier;

/**
 * A bean with annotated methods.
 *
 * @param name the name of the bean
 * @param bean the bean as it was found, which may be a proxy
 * @param target gives the bean to call
 * @param targetClass the class of the bean, not of its proxy
 */
record ListenerBean(String name, Object bean, Supplier<Object> target, Class<?> targetClass) {

}
