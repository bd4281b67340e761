package io.github.discordgateway.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.discordgateway.ShardId;
import io.github.discordgateway.event.EventEnvelope;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Makes a method deal with failures of listeners: of those in the same bean, or of all
 * when the bean is a {@link GatewayAdvice @GatewayAdvice}. The method whose exception
 * type is nearest to what was thrown is called, or else to its cause, and so on; methods
 * of the bean come before advice. With that the event counts as handled without a
 * failure, unless the method throws: then what it throws, with the first failure attached
 * to it, goes to the error handler.
 *
 * <p>
 * A method may take, in any order: the exception, or one of its causes; the event (it is
 * then asked only about failures on such events, and only when the listener took it
 * decoded), the {@link io.github.discordgateway.event.EventEnvelope EventEnvelope}, the
 * {@link io.github.discordgateway.listener.EventHandler EventHandler} that failed,
 * {@link io.github.discordgateway.ShardId ShardId}, and what
 * {@link GatewayListenerArgumentResolver} beans provide. It returns what listeners may
 * return.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Reflective
public @interface GatewayExceptionHandler {

	/**
	 * The exceptions.
	 * @return types of exceptions; empty for those that the method takes
	 */
	Class<? extends Throwable>[] value() default {};

}
