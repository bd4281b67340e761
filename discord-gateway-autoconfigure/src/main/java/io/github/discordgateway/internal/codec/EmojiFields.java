package io.github.discordgateway.internal.codec;

import java.util.List;

import io.github.discordgateway.model.expression.Emoji;
import io.github.discordgateway.model.presence.PresenceActivity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Leaves out of an emoji what Discord leaves out of it, which depends on where the emoji
 * stands. As one of a guild's it says whether it is managed; in a reaction, a poll or a
 * component it does not, nor any other of a guild's settings. An emoji of Unicode has
 * {@code null} as its id, but in an activity none.
 */
final class EmojiFields extends ValueSerializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier type,
			List<BeanPropertyWriter> properties) {
		if (type.getBeanClass() == Emoji.class) {
			properties.replaceAll((property) -> switch (property.getName()) {
				case "managed" -> new Managed(property);
				case "id" -> new Id(property);
				default -> property;
			});
		}
		return properties;
	}

	private static final class Managed extends BeanPropertyWriter {

		private static final long serialVersionUID = 1L;

		Managed(BeanPropertyWriter property) {
			super(property);
		}

		@Override
		public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
				throws Exception {
			Emoji emoji = (Emoji) bean;
			if (emoji.managed() || emoji.requireColons() != null || emoji.available() != null) {
				super.serializeAsProperty(bean, generator, context);
			}
		}

	}

	private static final class Id extends BeanPropertyWriter {

		private static final long serialVersionUID = 1L;

		Id(BeanPropertyWriter property) {
			super(property);
		}

		@Override
		public void serializeAsProperty(Object bean, JsonGenerator generator, SerializationContext context)
				throws Exception {
			TokenStreamContext around = generator.streamWriteContext().getParent();
			if (((Emoji) bean).id() != null || !(around.currentValue() instanceof PresenceActivity)) {
				super.serializeAsProperty(bean, generator, context);
			}
		}

	}

}
