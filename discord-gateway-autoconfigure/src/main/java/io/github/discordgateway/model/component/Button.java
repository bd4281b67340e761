package io.github.discordgateway.model.component;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.Kind;
import io.github.discordgateway.model.expression.Emoji;
import org.jspecify.annotations.Nullable;

/**
 * A button of a message, in a row or beside a section.
 *
 * @param type the kind of component
 * @param id number of the component in its message; {@code null} when absent
 * @param style its look, and with it what it does
 * @param label the text on it, at most 80 characters; {@code null} when absent
 * @param emoji the emoji on it; {@code null} when absent
 * @param customId the developer's own id, which a use of the button tells; {@code null}
 * for links and SKUs
 * @param skuId id of the SKU that it sells; only for the style PREMIUM; otherwise
 * {@code null}
 * @param url address that it opens; only for the style LINK; otherwise {@code null}
 * @param disabled whether it is greyed out, by default not; {@code false} when absent
 * @see <a href=
 * "https://discord.com/developers/docs/components/reference#button-button-structure">Discord's
 * documentation</a>
 */
@Kind("2")
public record Button(ComponentType type, @Nullable Integer id, ButtonStyle style, @Nullable String label,
		@Nullable Emoji emoji, @Nullable String customId, @Nullable Snowflake skuId, @Nullable String url,
		boolean disabled) implements MessageComponent {

	/**
	 * A button for the main action, in Discord's blue.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param label the text on it, at most 80 characters
	 * @return the button
	 */
	public static Button primary(String customId, String label) {
		return new Button(ComponentType.BUTTON, null, ButtonStyle.PRIMARY, label, null, customId, null, null, false);
	}

	/**
	 * A button for a further action, in grey.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param label the text on it, at most 80 characters
	 * @return the button
	 */
	public static Button secondary(String customId, String label) {
		return new Button(ComponentType.BUTTON, null, ButtonStyle.SECONDARY, label, null, customId, null, null, false);
	}

	/**
	 * A button that confirms or completes, in green.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param label the text on it, at most 80 characters
	 * @return the button
	 */
	public static Button success(String customId, String label) {
		return new Button(ComponentType.BUTTON, null, ButtonStyle.SUCCESS, label, null, customId, null, null, false);
	}

	/**
	 * A button for what cannot be undone, in red.
	 * @param customId the developer's own id, 1 to 100 characters
	 * @param label the text on it, at most 80 characters
	 * @return the button
	 */
	public static Button danger(String customId, String label) {
		return new Button(ComponentType.BUTTON, null, ButtonStyle.DANGER, label, null, customId, null, null, false);
	}

	/**
	 * A button that opens an address; no interaction comes of it.
	 * @param url the address
	 * @param label the text on it, at most 80 characters
	 * @return the button
	 */
	public static Button link(String url, String label) {
		return new Button(ComponentType.BUTTON, null, ButtonStyle.LINK, label, null, null, null, url, false);
	}

	/**
	 * The same button, greyed out.
	 * @return a changed copy
	 */
	public Button disable() {
		return new Button(this.type, this.id, this.style, this.label, this.emoji, this.customId, this.skuId, this.url,
				true);
	}

	/**
	 * The same button with an emoji.
	 * @param emoji the emoji on it
	 * @return a changed copy
	 */
	public Button withEmoji(Emoji emoji) {
		return new Button(this.type, this.id, this.style, this.label, emoji, this.customId, this.skuId, this.url,
				this.disabled);
	}

}
