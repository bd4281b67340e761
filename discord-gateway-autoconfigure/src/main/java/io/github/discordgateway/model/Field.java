package io.github.discordgateway.model;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A field of which it matters whether it was left out or sent as {@code null}: left out
 * of an update it has not changed, or is not known; {@code null} means that there is
 * nothing now. Both are shared instances and cost no memory.
 *
 * @param <T> the type of the value
 */
@JsonSerialize(using = FieldSerializer.class)
public final class Field<T> {

	private static final Field<?> ABSENT = new Field<>(null);

	private static final Field<?> NULL = new Field<>(null);

	private final @Nullable T value;

	private Field(@Nullable T value) {
		this.value = value;
	}

	/**
	 * A field that was left out.
	 * @param <T> the type of the value
	 * @return the shared instance
	 */
	@SuppressWarnings("unchecked")
	public static <T> Field<T> absent() {
		return (Field<T>) ABSENT;
	}

	/**
	 * A field that was sent.
	 * @param <T> the type of the value
	 * @param value its value
	 * @return the field; the shared instance for {@code null}
	 */
	@SuppressWarnings("unchecked")
	public static <T> Field<T> of(@Nullable T value) {
		return (value != null) ? new Field<>(value) : (Field<T>) NULL;
	}

	/**
	 * For the constructors of records.
	 * @param <T> the type of the value
	 * @param field the field; {@code null} when the reader knows of none
	 * @return the field, never {@code null}
	 */
	public static <T> Field<T> orAbsent(@Nullable Field<T> field) {
		return (field != null) ? field : absent();
	}

	/**
	 * Whether the field was sent, with a value or as {@code null}.
	 * @return {@code false} when it was left out
	 */
	public boolean isPresent() {
		return this != ABSENT;
	}

	/**
	 * The value.
	 * @return the value; {@code null} when the field was left out or {@code null} was
	 * sent
	 */
	public @Nullable T value() {
		return this.value;
	}

	/** Fields are equal when the same was sent. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (this.value != null && other instanceof Field<?> that && this.value.equals(that.value));
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.value);
	}

	@Override
	public String toString() {
		return isPresent() ? String.valueOf(this.value) : "absent";
	}

	/**
	 * Keeps fields that were left out from being written: for the class annotation of
	 * records that have such.
	 */
	public static final class Absent {

		/** Made by Jackson. */
		public Absent() {
		}

		/** Equal to what is not to be written. */
		@Override
		public boolean equals(@Nullable Object other) {
			return other == ABSENT;
		}

		@Override
		public int hashCode() {
			return 0;
		}

	}

}
