package io.github.discordgateway.internal.protocol;

import java.util.Objects;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * What the gateway's mapper makes of annotations. It writes Discord's JSON by its own
 * rules, which a customizer may change, and so passes over the serializer by which other
 * mappers do.
 */
final class GatewayAnnotations extends JacksonAnnotationIntrospector {

	private static final long serialVersionUID = 1L;

	private static final Class<?> FOR_OTHERS = Objects
		.requireNonNull(DiscordJson.class.getAnnotation(JsonSerialize.class))
		.using();

	@Override
	public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
		Object serializer = super.findSerializer(config, annotated);
		return (serializer != FOR_OTHERS) ? serializer : null;
	}

}
