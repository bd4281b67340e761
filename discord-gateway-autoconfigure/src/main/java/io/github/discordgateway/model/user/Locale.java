package io.github.discordgateway.model.user;

import io.github.discordgateway.model.TextValue;

/**
 * A language of the Discord client.
 *
 * @param value the text on the wire, known or not
 * @see <a href="https://discord.com/developers/docs/reference#Locales">Discord's
 * documentation</a>
 */
public record Locale(String value) implements TextValue {

	/** Indonesian. */
	public static final Locale ID = new Locale("id");

	/** Danish. */
	public static final Locale DA = new Locale("da");

	/** German. */
	public static final Locale DE = new Locale("de");

	/** English as in the United Kingdom. */
	public static final Locale EN_GB = new Locale("en-GB");

	/** English as in the United States. */
	public static final Locale EN_US = new Locale("en-US");

	/** Spanish as in Spain. */
	public static final Locale ES_ES = new Locale("es-ES");

	/** Spanish as in Latin America. */
	public static final Locale ES_419 = new Locale("es-419");

	/** French. */
	public static final Locale FR = new Locale("fr");

	/** Croatian. */
	public static final Locale HR = new Locale("hr");

	/** Italian. */
	public static final Locale IT = new Locale("it");

	/** Lithuanian. */
	public static final Locale LT = new Locale("lt");

	/** Hungarian. */
	public static final Locale HU = new Locale("hu");

	/** Dutch. */
	public static final Locale NL = new Locale("nl");

	/** Norwegian. */
	public static final Locale NO = new Locale("no");

	/** Polish. */
	public static final Locale PL = new Locale("pl");

	/** Portuguese as in Brazil. */
	public static final Locale PT_BR = new Locale("pt-BR");

	/** Romanian. */
	public static final Locale RO = new Locale("ro");

	/** Finnish. */
	public static final Locale FI = new Locale("fi");

	/** Swedish. */
	public static final Locale SV_SE = new Locale("sv-SE");

	/** Vietnamese. */
	public static final Locale VI = new Locale("vi");

	/** Turkish. */
	public static final Locale TR = new Locale("tr");

	/** Czech. */
	public static final Locale CS = new Locale("cs");

	/** Greek. */
	public static final Locale EL = new Locale("el");

	/** Bulgarian. */
	public static final Locale BG = new Locale("bg");

	/** Russian. */
	public static final Locale RU = new Locale("ru");

	/** Ukrainian. */
	public static final Locale UK = new Locale("uk");

	/** Hindi. */
	public static final Locale HI = new Locale("hi");

	/** Thai. */
	public static final Locale TH = new Locale("th");

	/** Chinese as in China. */
	public static final Locale ZH_CN = new Locale("zh-CN");

	/** Japanese. */
	public static final Locale JA = new Locale("ja");

	/** Chinese as in Taiwan. */
	public static final Locale ZH_TW = new Locale("zh-TW");

	/** Korean. */
	public static final Locale KO = new Locale("ko");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
