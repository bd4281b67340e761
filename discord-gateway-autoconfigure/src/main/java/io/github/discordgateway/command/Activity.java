package io.github.discordgateway.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * An activity as a bot may show it.
 *
 * @param name the name that is shown, not empty
 * @param type the kind of activity
 * @param state a further line; the text itself for {@link Type#CUSTOM}; {@code null} for
 * none
 * @param url where a stream is to be seen, on Twitch or YouTube; only for
 * {@link Type#STREAMING}
 */
@DiscordJson
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Activity(String name, Type type, @Nullable String state, @Nullable String url) {

	/**
	 * Checks what Discord demands.
	 * @throws IllegalArgumentException when the name is empty, the type is missing, or a
	 * URL is given for something that is not a stream
	 */
	public Activity {
		Assert.hasText(name, "The name of an activity must not be empty: give any text, for a custom status too");
		Assert.notNull(type, "An activity needs a type: give for example PLAYING");
		Assert.isTrue(url == null || type == Type.STREAMING,
				() -> "Only an activity of type STREAMING has a url, not one of type " + type + ": leave it out");
	}

	/**
	 * "Playing ...".
	 * @param name what is played
	 * @return the activity
	 */
	public static Activity playing(String name) {
		return new Activity(name, Type.PLAYING, null, null);
	}

	/**
	 * "Streaming ...".
	 * @param name what is streamed
	 * @param url where it is to be seen, on Twitch or YouTube
	 * @return the activity
	 */
	public static Activity streaming(String name, String url) {
		return new Activity(name, Type.STREAMING, null, url);
	}

	/**
	 * "Listening to ...".
	 * @param name what is listened to
	 * @return the activity
	 */
	public static Activity listening(String name) {
		return new Activity(name, Type.LISTENING, null, null);
	}

	/**
	 * "Watching ...".
	 * @param name what is watched
	 * @return the activity
	 */
	public static Activity watching(String name) {
		return new Activity(name, Type.WATCHING, null, null);
	}

	/**
	 * "Competing in ...".
	 * @param name what the bot competes in
	 * @return the activity
	 */
	public static Activity competing(String name) {
		return new Activity(name, Type.COMPETING, null, null);
	}

	/**
	 * A custom status.
	 * @param text the text
	 * @return the activity
	 */
	public static Activity custom(String text) {
		return new Activity("Custom Status", Type.CUSTOM, text, null);
	}

	/**
	 * Starts an activity.
	 * @param type the kind of activity
	 * @param name the name that is shown, not empty
	 * @return a builder
	 */
	public static Builder builder(Type type, String name) {
		return new Builder(type, name);
	}

	/**
	 * The kinds of activity, with which the client begins its text.
	 */
	public enum Type {

		/** "Playing ...". */
		PLAYING(0),

		/** "Streaming ...". */
		STREAMING(1),

		/** "Listening to ...". */
		LISTENING(2),

		/** "Watching ...". */
		WATCHING(3),

		/** A custom status: the state as it is, the name is not shown. */
		CUSTOM(4),

		/** "Competing in ...". */
		COMPETING(5);

		private final int value;

		Type(int value) {
			this.value = value;
		}

		/**
		 * The number on the wire.
		 * @return the value of {@code type}
		 */
		@JsonValue
		public int value() {
			return this.value;
		}

	}

	/**
	 * Puts an activity together. Not thread-safe.
	 */
	public static final class Builder {

		private final Type type;

		private final String name;

		private @Nullable String state;

		private @Nullable String url;

		private Builder(Type type, String name) {
			this.type = type;
			this.name = name;
		}

		/**
		 * Adds a further line.
		 * @param state the line; the text itself for {@link Type#CUSTOM}
		 * @return this builder
		 */
		public Builder state(String state) {
			this.state = state;
			return this;
		}

		/**
		 * Tells where a stream is to be seen; only for {@link Type#STREAMING}.
		 * @param url an address on Twitch or YouTube
		 * @return this builder
		 */
		public Builder url(String url) {
			this.url = url;
			return this;
		}

		/**
		 * Makes the activity.
		 * @return the activity
		 * @throws IllegalArgumentException when the name is empty, the type is missing,
		 * or a URL is given for something that is not a stream
		 */
		public Activity build() {
			return new Activity(this.name, this.type, this.state, this.url);
		}

	}

}
