package io.github.discordgateway.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed type whose objects come in several kinds, each with a record of its own
 * that says so with {@link Kind @Kind}. The record without it takes what is not known.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Union {

	/**
	 * The property that tells the kind.
	 * @return the name on the wire; empty for single values, whose kind is told by how
	 * JSON writes them
	 */
	String discriminator() default "";

	/**
	 * Whether the property stands in the object around the one of several kinds.
	 * @return {@code false} when it stands in the object itself
	 */
	boolean enclosing() default false;

}
