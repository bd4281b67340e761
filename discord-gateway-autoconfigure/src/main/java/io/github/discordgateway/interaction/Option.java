package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Makes a parameter of a {@link SlashCommand @SlashCommand} method an option of the
 * command. Its type tells which kind: {@code String}, whole numbers, {@code double} and
 * {@code float}, {@code boolean}; {@code User} or {@code Member}, {@code Role},
 * {@code Channel}, {@code Attachment}; {@code Snowflake} for a user or role
 * (mentionable); an enum, whose constants are the choices; anything else that Spring
 * converts from text.
 *
 * <p>
 * An option is required unless its parameter is nullable ({@code @Nullable}, {@code ?} in
 * Kotlin), an {@link java.util.Optional Optional}, or has a {@link #defaultValue}. Many
 * options fit into a record whose components bear this annotation: a method takes the
 * record.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Option {

	/**
	 * The same as {@link #name()}.
	 * @return the name
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name: 1 to 32 letters, digits, {@code -} and {@code _}, in lower case.
	 * @return the name; empty for that of the parameter, {@code maxAge} as
	 * {@code max-age}
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * What the option is for, 1 to 100 characters.
	 * @return the text; empty for that of the application's {@code MessageSource}, or
	 * else the name
	 */
	String description() default "";

	/**
	 * The value when the option is left out, as text.
	 * @return the value; empty for none
	 */
	String defaultValue() default "";

	/**
	 * The smallest number.
	 * @return the number; negative infinity for any
	 */
	double min() default Double.NEGATIVE_INFINITY;

	/**
	 * The largest number.
	 * @return the number; infinity for any
	 */
	double max() default Double.POSITIVE_INFINITY;

	/**
	 * The shortest text.
	 * @return characters, 0 to 6000
	 */
	int minLength() default 0;

	/**
	 * The longest text.
	 * @return characters, 1 to 6000; 0 for any that Discord allows
	 */
	int maxLength() default 0;

	/**
	 * Texts or numbers to choose from, at most 25. Enums have their constants.
	 * @return the values; empty for any
	 */
	String[] choices() default {};

	/**
	 * The kinds of channels to choose from: names of the constants of
	 * {@link io.github.discordgateway.model.channel.ChannelType ChannelType}, for example
	 * {@code GUILD_TEXT}.
	 * @return names of kinds; empty for all
	 */
	String[] channelTypes() default {};

}
