package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a parameter of a {@link ComponentListener @ComponentListener} method take what
 * was chosen in a select menu: a {@code List} or array of {@code String}, {@code User},
 * {@code Member}, {@code Role}, {@code Channel}, {@code Snowflake} (users and roles),
 * numbers, constants of an enum, or a single one of these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Selected {

}
