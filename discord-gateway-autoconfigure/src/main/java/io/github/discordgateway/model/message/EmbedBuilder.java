package io.github.discordgateway.model.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Puts an {@link Embed} together. Not thread-safe. What Discord limits is checked where
 * the embed becomes part of a message.
 */
public final class EmbedBuilder {

	private @Nullable String title;

	private @Nullable String description;

	private @Nullable String url;

	private @Nullable Instant timestamp;

	private @Nullable Integer color;

	private @Nullable EmbedFooter footer;

	private @Nullable EmbedImage image;

	private @Nullable EmbedImage thumbnail;

	private @Nullable EmbedAuthor author;

	private final List<EmbedField> fields = new ArrayList<>();

	EmbedBuilder() {
	}

	/**
	 * Sets the title.
	 * @param title the title, at most 256 characters
	 * @return this builder
	 */
	public EmbedBuilder title(String title) {
		this.title = title;
		return this;
	}

	/**
	 * Sets the text.
	 * @param description the text, at most 4096 characters
	 * @return this builder
	 */
	public EmbedBuilder description(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Sets where the title leads to.
	 * @param url the address
	 * @return this builder
	 */
	public EmbedBuilder url(String url) {
		this.url = url;
		return this;
	}

	/**
	 * Sets the time that is shown.
	 * @param timestamp the time
	 * @return this builder
	 */
	public EmbedBuilder timestamp(Instant timestamp) {
		this.timestamp = timestamp;
		return this;
	}

	/**
	 * Sets the colour of the bar.
	 * @param color the colour, 0xRRGGBB
	 * @return this builder
	 */
	public EmbedBuilder color(int color) {
		this.color = color;
		return this;
	}

	/**
	 * Sets the text at its end.
	 * @param text the text, at most 2048 characters
	 * @return this builder
	 */
	public EmbedBuilder footer(String text) {
		this.footer = new EmbedFooter(text, null, null);
		return this;
	}

	/**
	 * Sets the large picture.
	 * @param url its address, or {@code attachment://} and the name of a file of the
	 * message
	 * @return this builder
	 */
	public EmbedBuilder image(String url) {
		this.image = picture(url);
		return this;
	}

	/**
	 * Sets the small picture.
	 * @param url its address, or {@code attachment://} and the name of a file of the
	 * message
	 * @return this builder
	 */
	public EmbedBuilder thumbnail(String url) {
		this.thumbnail = picture(url);
		return this;
	}

	private static EmbedImage picture(String url) {
		return new EmbedImage(url, null, null, null, null, null, null, null, null);
	}

	/**
	 * Sets who is shown as its author.
	 * @param name the name, at most 256 characters
	 * @return this builder
	 */
	public EmbedBuilder author(String name) {
		this.author = new EmbedAuthor(name, null, null, null);
		return this;
	}

	/**
	 * Adds a field.
	 * @param name its name, 1 to 256 characters
	 * @param value its text, 1 to 1024 characters
	 * @return this builder
	 */
	public EmbedBuilder field(String name, String value) {
		this.fields.add(new EmbedField(name, value, false));
		return this;
	}

	/**
	 * Adds a field that stands beside others.
	 * @param name its name, 1 to 256 characters
	 * @param value its text, 1 to 1024 characters
	 * @return this builder
	 */
	public EmbedBuilder inlineField(String name, String value) {
		this.fields.add(new EmbedField(name, value, true));
		return this;
	}

	/**
	 * Makes the embed.
	 * @return what was put together
	 */
	public Embed build() {
		return new Embed(this.title, null, this.description, this.url, this.timestamp, this.color, this.footer,
				this.image, this.thumbnail, null, null, this.author, this.fields, null, List.of());
	}

}
