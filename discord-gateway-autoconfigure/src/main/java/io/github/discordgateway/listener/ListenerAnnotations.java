package io.github.discordgateway.listener;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The annotations that apply to a method: its own, and that of its class for what its own
 * leaves open. At least one is there.
 *
 * @param onMethod the annotation of the method
 * @param onClass the annotation of the class
 */
record ListenerAnnotations(@Nullable GatewayListener onMethod, @Nullable GatewayListener onClass) {

	/**
	 * An attribute that is a text.
	 * @param attribute reads it
	 * @return the first that is not empty
	 */
	String text(Function<GatewayListener, String> attribute) {
		String own = (this.onMethod != null) ? attribute.apply(this.onMethod) : "";
		return (own.isEmpty() && this.onClass != null) ? attribute.apply(this.onClass) : own;
	}

	/**
	 * An attribute that is a list of texts.
	 * @param attribute reads it
	 * @return the first that is not empty
	 */
	String[] texts(Function<GatewayListener, String[]> attribute) {
		String[] own = (this.onMethod != null) ? attribute.apply(this.onMethod) : new String[0];
		return (own.length == 0 && this.onClass != null) ? attribute.apply(this.onClass) : own;
	}

	/**
	 * The annotations that name events: that of the method, or else that of the class.
	 * @param takesTypedEvent whether the method names its event by a parameter, so that
	 * it has no use for the names of its class
	 * @return the annotation that names events
	 */
	@Nullable GatewayListener naming(boolean takesTypedEvent) {
		if (this.onMethod != null && (this.onMethod.events().length > 0 || this.onMethod.types().length > 0)) {
			return this.onMethod;
		}
		return takesTypedEvent ? null : this.onClass;
	}

}
