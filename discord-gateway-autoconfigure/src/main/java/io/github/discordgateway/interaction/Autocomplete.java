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
 * Makes a method of a bean offer choices while a user types an option of a slash command.
 * A {@code String} parameter takes what was typed so far, {@link Option @Option}
 * parameters what the options hold by now, which may be nothing; else it takes what a
 * {@link SlashCommand @SlashCommand} does.
 *
 * <p>
 * It returns the choices: {@link io.github.discordgateway.rest.CommandChoice
 * CommandChoice}, text, numbers or constants of an enum, in a collection, an array, a
 * {@code Flux} or a {@code Mono} of a list and so on, as values of the option's type. The
 * first 25 are shown; one that Discord would refuse, such as one of more than 100
 * characters, is logged and left out. When the method fails, none are shown.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@GatewayListener(types = InteractionCreate.class)
public @interface Autocomplete {

	/**
	 * The command whose option it is, with its groups: {@code "tag show"}. That of a
	 * {@link CommandGroup @CommandGroup} on the class stands before it.
	 * @return the name of the command
	 */
	String command();

	/**
	 * The option.
	 * @return the name of the option
	 */
	String option();

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
