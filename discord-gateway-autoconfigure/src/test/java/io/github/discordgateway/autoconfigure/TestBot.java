package io.github.discordgateway.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Marks the application of a test: with all auto-configuration, as users have it, and in
 * a package that holds nothing. Each start looks through the package of its application,
 * and the one of the tests holds hundreds of classes. An application that extends one
 * marked so is marked as well, as with what the annotation stands for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "io.github.discordgateway.autoconfigure.empty")
@interface TestBot {

}
