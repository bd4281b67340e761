package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a parameter of a {@link ModalListener @ModalListener} method take what was
 * entered into a field of the modal: of a text a {@code String} or what Spring converts
 * from it, of a checkbox a {@code boolean}, of selects and groups what
 * {@link Selected @Selected} takes, of files {@code Attachment}. A field that was left
 * empty is {@code null} or an empty {@link java.util.Optional Optional} or list.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ModalField {

	/**
	 * The same as {@link #customId()}.
	 * @return the {@code custom_id} of the field
	 */
	@AliasFor("customId")
	String value() default "";

	/**
	 * The {@code custom_id} of the field.
	 * @return the id; empty for the name of the parameter
	 */
	@AliasFor("value")
	String customId() default "";

}
