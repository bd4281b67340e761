package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes the {@link SlashCommand @SlashCommand} methods of a class sub-commands: its name
 * stands before theirs. What it says about the command counts for all of them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.ANNOTATION_TYPE })
public @interface CommandGroup {

	/**
	 * The same as {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name of the command, {@code "tag"}, or of a group in it, {@code "tag admin"}.
	 * @return the name
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What the command, or the group, is for, 1 to 100 characters.
	 * @return the text; empty for that of the application's {@code MessageSource}, or
	 * else the name
	 */
	String description() default "";

	/**
	 * What a member must be permitted by default to see the command, as in
	 * {@link SlashCommand#permissions()}.
	 * @return names of permissions; empty for no demand
	 */
	String[] permissions() default {};

	/**
	 * Where the command may be used, as in {@link SlashCommand#contexts()}.
	 * @return names of contexts; empty for everywhere
	 */
	String[] contexts() default {};

	/**
	 * For which installations the command is there, as in
	 * {@link SlashCommand#integrationTypes()}.
	 * @return names of installations; empty for those of the application
	 */
	String[] integrationTypes() default {};

	/**
	 * Whether the command is for adults.
	 * @return {@code false} unless set
	 */
	boolean nsfw() default false;

}
