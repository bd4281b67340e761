package io.github.discordgateway.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.discordgateway.DiscordJson;

/**
 * A set of flags, of which Discord adds new ones at any time. A record with the bits and
 * a constant for each known flag keeps the unknown ones.
 *
 * @param <F> the record itself
 */
@DiscordJson
public interface Flags<F extends Flags<F>> {

	/**
	 * The set as a number.
	 * @return all bits, to be read as unsigned
	 */
	@JsonValue
	long bits();

	/**
	 * Whether all of some flags are set.
	 * @param flags one flag or several
	 * @return {@code true} when none of them is missing
	 */
	default boolean contains(F flags) {
		return (bits() & flags.bits()) == flags.bits();
	}

	/**
	 * What Discord calls the flags that are set.
	 * @return the names of the constants, then the bits that are not known in hexadecimal
	 */
	default List<String> names() {
		List<String> names = new ArrayList<>();
		long unknown = bits();
		for (Map.Entry<Object, String> entry : Constants.of(getClass()).names().entrySet()) {
			long flag = (Long) entry.getKey();
			if ((bits() & flag) == flag) {
				names.add(entry.getValue());
				unknown &= ~flag;
			}
		}
		if (unknown != 0) {
			names.add("0x" + Long.toHexString(unknown));
		}
		return names;
	}

}
