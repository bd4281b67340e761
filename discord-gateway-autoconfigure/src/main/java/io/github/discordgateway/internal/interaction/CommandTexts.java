package io.github.discordgateway.internal.interaction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

/**
 * The texts of commands: those of annotations, and those of the application's
 * {@code MessageSource}. The languages are named, since a {@code MessageSource} does not
 * tell which it has: it answers for any, with another one.
 */
public final class CommandTexts {

	private static final String PREFIX = "discord.commands.";

	private final MessageSource messages;

	private final List<String> locales;

	/**
	 * Makes texts.
	 * @param messages has the texts of the application
	 * @param locales languages of Discord's, for example {@code de} and {@code pt-BR}
	 */
	public CommandTexts(MessageSource messages, List<String> locales) {
		this.messages = messages;
		this.locales = List.copyOf(locales);
	}

	/**
	 * A text in the default language.
	 * @param code what follows the common prefix
	 * @param given the text of the annotation; empty for none
	 * @param fallback the text when there is none anywhere
	 * @return the text
	 */
	String text(String code, String given, String fallback) {
		String found = given.isEmpty() ? message(code, Locale.ROOT) : given;
		return (found != null) ? found : fallback;
	}

	/**
	 * A text in the other languages.
	 * @param code what follows the common prefix
	 * @param text the text in the default language
	 * @return the texts by language; those that are the same are left out
	 */
	Map<String, String> localizations(String code, String text) {
		Map<String, String> texts = new TreeMap<>();
		for (String locale : this.locales) {
			String found = message(code, Locale.forLanguageTag(locale));
			if (found != null && !found.equals(text)) {
				texts.put(locale, found);
			}
		}
		return texts;
	}

	private @Nullable String message(String code, Locale locale) {
		String found = this.messages.getMessage(PREFIX + code, null, null, locale);
		return (found != null && !found.isBlank() && !found.equals(PREFIX + code)) ? found : null;
	}

}
