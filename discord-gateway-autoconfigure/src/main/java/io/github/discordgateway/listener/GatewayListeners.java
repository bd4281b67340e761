package io.github.discordgateway.listener;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Holds several {@link GatewayListener @GatewayListener} of one method, each of which is
 * a listener of its own. The compiler makes it when the annotation is repeated.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Reflective
public @interface GatewayListeners {

	/**
	 * The annotations.
	 * @return one for each listener
	 */
	GatewayListener[] value();

}
