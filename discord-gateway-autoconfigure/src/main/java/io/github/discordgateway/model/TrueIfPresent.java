package io.github.discordgateway.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Marks a boolean that is true when its key is present, whose only value is {@code null},
 * and false when it is absent. The tags of a role are sent so.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER })
@JacksonAnnotationsInside
@JsonSerialize(using = TrueIfPresent.Writer.class)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public @interface TrueIfPresent {

	/** Writes the key. */
	final class Writer extends ValueSerializer<Boolean> {

		Writer() {
		}

		@Override
		public void serialize(Boolean value, JsonGenerator generator, SerializationContext context) {
			generator.writeNull();
		}

	}

}
