package io.github.discordgateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Marks a test of {@code -Pthorough} only, since shorter tests, or a rehearsal, show each
 * part of what it shows.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "thorough", matches = "true", disabledReason = "shown in parts by shorter tests")
public @interface ThoroughOnly {

}
