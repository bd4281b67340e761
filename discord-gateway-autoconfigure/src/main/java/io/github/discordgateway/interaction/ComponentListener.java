package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.discordgateway.event.InteractionCreate;
import io.github.discordgateway.listener.GatewayListener;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a method of a bean the listener of buttons and select menus. A parameter of the
 * name of a variable takes its value, one with {@link Selected @Selected} what was
 * chosen, a {@link io.github.discordgateway.model.message.Message Message} is the one
 * that holds the component; else it takes and returns what a
 * {@link SlashCommand @SlashCommand} without options does. {@link Reply#update} changes
 * the component's message. Where nothing is returned, nothing is shown.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@GatewayListener(types = InteractionCreate.class)
public @interface ComponentListener {

	/**
	 * The {@code custom_id} of the component, 1 to 100 characters. {@code {name}} stands
	 * for one character or more, whose value goes to the parameter of that name:
	 * {@code "vote:{choice}"}. Of several listeners that match, the one with the most
	 * literal characters is called.
	 * @return one pattern or several
	 */
	String[] value();

	/**
	 * Whether the answers are shown to nobody but the user. It decides for a deferred
	 * answer; one in time may also say so itself.
	 * @return {@code false} unless set
	 */
	boolean ephemeral() default false;

	/**
	 * Whether the method is also called when it is too late for an answer: for
	 * interactions that were replayed after a pause of the connection, or took longer
	 * than 3 seconds to come. Its answers are then dropped.
	 * @return {@code false} unless set
	 */
	boolean evenWhenLate() default false;

	/**
	 * The unique name of the listener.
	 * @return the name; empty for one that is made of bean and method
	 */
	@AliasFor(annotation = GatewayListener.class)
	String id() default "";

	/**
	 * An expression that tells whether the method is called, as of
	 * {@link GatewayListener#condition()}. When it is not, nothing is answered.
	 * @return an expression; empty for always
	 */
	@AliasFor(annotation = GatewayListener.class)
	String condition() default "";

}
