package io.github.discordgateway.model.user;

import io.github.discordgateway.model.TextValue;

/**
 * Locale.
 *
 * @param value the text on the wire, known or not
 * @see <a href="https://discord.com/developers/docs/reference#Locales">Discord's
 * documentation</a>
 */
public record Locale(String value) implements TextValue {

	/** Id. */
	public static final Locale ID = new Locale("id");

	/** Da. */
	public static final Locale DA = new Locale("da");

	/** De. */
	public static final Locale DE = new Locale("de");

	/** En gb. */
	public static final Locale EN_GB = new Locale("en-GB");

	/** En us. */
	public static final Locale EN_US = new Locale("en-US");

	/** Es es. */
	public static final Locale ES_ES = new Locale("es-ES");

	/** Es 419. */
	public static final Locale ES_419 = new Locale("es-419");

	/** Fr. */
	public static final Locale FR = new Locale("fr");

	/** Hr. */
	public static final Locale HR = new Locale("hr");

	/** It. */
	public static final Locale IT = new Locale("it");

	/** Lt. */
	public static final Locale LT = new Locale("lt");

	/** Hu. */
	public static final Locale HU = new Locale("hu");

	/** Nl. */
	public static final Locale NL = new Locale("nl");

	/** No. */
	public static final Locale NO = new Locale("no");

	/** Pl. */
	public static final Locale PL = new Locale("pl");

	/** Pt br. */
	public static final Locale PT_BR = new Locale("pt-BR");

	/** Ro. */
	public static final Locale RO = new Locale("ro");

	/** Fi. */
	public static final Locale FI = new Locale("fi");

	/** Sv se. */
	public static final Locale SV_SE = new Locale("sv-SE");

	/** Vi. */
	public static final Locale VI = new Locale("vi");

	/** Tr. */
	public static final Locale TR = new Locale("tr");

	/** Cs. */
	public static final Locale CS = new Locale("cs");

	/** El. */
	public static final Locale EL = new Locale("el");

	/** Bg. */
	public static final Locale BG = new Locale("bg");

	/** Ru. */
	public static final Locale RU = new Locale("ru");

	/** Uk. */
	public static final Locale UK = new Locale("uk");

	/** Hi. */
	public static final Locale HI = new Locale("hi");

	/** Th. */
	public static final Locale TH = new Locale("th");

	/** Zh cn. */
	public static final Locale ZH_CN = new Locale("zh-CN");

	/** Ja. */
	public static final Locale JA = new Locale("ja");

	/** Zh tw. */
	public static final Locale ZH_TW = new Locale("zh-TW");

	/** Ko. */
	public static final Locale KO = new Locale("ko");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
