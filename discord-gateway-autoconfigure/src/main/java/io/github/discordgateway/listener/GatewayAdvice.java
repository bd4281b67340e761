package io.github.discordgateway.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A component whose {@link GatewayExceptionHandler @GatewayExceptionHandler} methods deal
 * with failures of all listeners that the listener's own bean does not deal with. Several
 * are asked in the order of {@link org.springframework.core.annotation.Order @Order}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
public @interface GatewayAdvice {

	/**
	 * The name of the bean.
	 * @return a name; empty for one made of the class
	 */
	@AliasFor(annotation = Component.class, attribute = "value")
	String value() default "";

}
