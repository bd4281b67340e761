package io.github.discordgateway.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which kinds of a {@link Union @Union} a record is for.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {

	/**
	 * The values of the discriminator.
	 * @return the values, numbers as text
	 */
	String[] value() default {};

	/**
	 * The form of further values of the discriminator.
	 * @return a regular expression; empty when there are none
	 */
	String pattern() default "";

}
