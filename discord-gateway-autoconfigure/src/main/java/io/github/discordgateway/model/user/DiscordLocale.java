package io.github.discordgateway.model.user;

import io.github.discordgateway.model.TextValue;

/**
 * A language of the Discord client.
 *
 * @param value the text on the wire, known or not
 * @see <a href="https://discord.com/developers/docs/reference#Locales">Discord's
 * documentation</a>
 */
public record DiscordLocale(String value) implements TextValue {

	/** Indonesian. */
	public static final DiscordLocale ID = new DiscordLocale("id");

	/** Danish. */
	public static final DiscordLocale DA = new DiscordLocale("da");

	/** German. */
	public static final DiscordLocale DE = new DiscordLocale("de");

	/** English as in the United Kingdom. */
	public static final DiscordLocale EN_GB = new DiscordLocale("en-GB");

	/** English as in the United States. */
	public static final DiscordLocale EN_US = new DiscordLocale("en-US");

	/** Spanish as in Spain. */
	public static final DiscordLocale ES_ES = new DiscordLocale("es-ES");

	/** Spanish as in Latin America. */
	public static final DiscordLocale ES_419 = new DiscordLocale("es-419");

	/** French. */
	public static final DiscordLocale FR = new DiscordLocale("fr");

	/** Croatian. */
	public static final DiscordLocale HR = new DiscordLocale("hr");

	/** Italian. */
	public static final DiscordLocale IT = new DiscordLocale("it");

	/** Lithuanian. */
	public static final DiscordLocale LT = new DiscordLocale("lt");

	/** Hungarian. */
	public static final DiscordLocale HU = new DiscordLocale("hu");

	/** Dutch. */
	public static final DiscordLocale NL = new DiscordLocale("nl");

	/** Norwegian. */
	public static final DiscordLocale NO = new DiscordLocale("no");

	/** Polish. */
	public static final DiscordLocale PL = new DiscordLocale("pl");

	/** Portuguese as in Brazil. */
	public static final DiscordLocale PT_BR = new DiscordLocale("pt-BR");

	/** Romanian. */
	public static final DiscordLocale RO = new DiscordLocale("ro");

	/** Finnish. */
	public static final DiscordLocale FI = new DiscordLocale("fi");

	/** Swedish. */
	public static final DiscordLocale SV_SE = new DiscordLocale("sv-SE");

	/** Vietnamese. */
	public static final DiscordLocale VI = new DiscordLocale("vi");

	/** Turkish. */
	public static final DiscordLocale TR = new DiscordLocale("tr");

	/** Czech. */
	public static final DiscordLocale CS = new DiscordLocale("cs");

	/** Greek. */
	public static final DiscordLocale EL = new DiscordLocale("el");

	/** Bulgarian. */
	public static final DiscordLocale BG = new DiscordLocale("bg");

	/** Russian. */
	public static final DiscordLocale RU = new DiscordLocale("ru");

	/** Ukrainian. */
	public static final DiscordLocale UK = new DiscordLocale("uk");

	/** Hindi. */
	public static final DiscordLocale HI = new DiscordLocale("hi");

	/** Thai. */
	public static final DiscordLocale TH = new DiscordLocale("th");

	/** Chinese as in China. */
	public static final DiscordLocale ZH_CN = new DiscordLocale("zh-CN");

	/** Japanese. */
	public static final DiscordLocale JA = new DiscordLocale("ja");

	/** Chinese as in Taiwan. */
	public static final DiscordLocale ZH_TW = new DiscordLocale("zh-TW");

	/** Korean. */
	public static final DiscordLocale KO = new DiscordLocale("ko");

	/** Arabic. */
	public static final DiscordLocale AR = new DiscordLocale("ar");

	/** Hebrew. */
	public static final DiscordLocale HE = new DiscordLocale("he");

	/** The name of the constant, or the value when it is not known. */
	@Override
	public String toString() {
		return name();
	}

}
