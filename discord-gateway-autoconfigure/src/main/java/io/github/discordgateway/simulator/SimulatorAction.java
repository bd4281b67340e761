package io.github.discordgateway.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that can be done to a simulator by its name, from outside of the process or
 * from a page.
 *
 * @param name for example {@code drop}
 * @param text what it does
 * @param arguments the names of its arguments, each with the value that it has when it is
 * left out
 * @see SimulatorControl
 */
public record SimulatorAction(String name, String text, Map<String, String> arguments) {

	/**
	 * Makes an action.
	 */
	public SimulatorAction {
		arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
	}

}
