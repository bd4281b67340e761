package io.github.discordgateway.interaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a parameter take that on which the user has used a command of a context menu: of
 * a {@link UserCommand @UserCommand} a {@code User} or {@code Member}, of a
 * {@link MessageCommand @MessageCommand} a {@code PartialMessage}. Without it a
 * {@code User} is who used the command.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CommandTarget {

}
