package io.github.discordgateway.event;

import java.util.List;

import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.model.component.Container;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.user.DisplayNameEffect;
import io.github.discordgateway.model.user.DisplayNameFont;
import io.github.discordgateway.model.user.DisplayNameStyles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a record says of a field that was left out, and of the fields that only Discord's
 * OpenAPI description or the examples have.
 */
class ModelDefaultsTests {

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{}|false", "{'bot':null}|false", "{'bot':false}|false", "{'bot':true}|true",
					"{'bot':'yes'}|false" })
	@DisplayName("C46 C49 a boolean is false when it is absent, null or of a wrong type")
	void absentBooleanIsFalse(String author, boolean bot) throws Exception {
		Message message = message("{'author':" + author + "}");
		assertThat(message.author().bot()).isEqualTo(bot);
		assertThat(Payloads.written(new MessageCreate(message)).at("/author/bot").booleanValue()).isEqualTo(bot);
	}

	@Test
	@DisplayName("C49 a removal from a guild leaves 'unavailable' out, an outage does not")
	void removalFromAGuildIsNoOutage() throws Exception {
		GuildDelete removal = (GuildDelete) decode(EventType.GUILD_DELETE, "{'id':'1'}");
		GuildDelete outage = (GuildDelete) decode(EventType.GUILD_DELETE, "{'id':'1','unavailable':true}");
		assertThat(removal.unavailable()).isFalse();
		assertThat(outage.unavailable()).isTrue();
	}

	@Test
	@DisplayName("C49 lists are empty when they are absent")
	void absentListIsEmpty() throws Exception {
		Message message = message("{'id':'1'}");
		assertThat(message.mentions()).isEmpty();
		assertThat(message.components()).isEmpty();
	}

	@Test
	@DisplayName("C49 the style of a name is read and written, an unknown font and effect too")
	void readsTheStyleOfAName() throws Exception {
		Message message = message("{'author':{'display_name_styles':{'font_id':11,'effect_id':2,'colors':[1,2]}},"
				+ "'mentions':[{'display_name_styles':{'font_id':99,'effect_id':98,'colors':[]}},"
				+ "{'display_name_styles':null}]}");
		DisplayNameStyles styles = message.author().displayNameStyles();
		assertThat(styles).isNotNull();
		assertThat(styles.fontId()).isEqualTo(DisplayNameFont.DEFAULT);
		assertThat(styles.effectId()).isEqualTo(DisplayNameEffect.GRADIENT);
		assertThat(styles.colors()).containsExactly(1, 2);
		assertThat(message.mentions()).extracting((user) -> user.displayNameStyles())
			.containsExactly(new DisplayNameStyles(new DisplayNameFont(99), new DisplayNameEffect(98), List.of()),
					null);
		assertThat(Payloads.written(new MessageCreate(message)).at("/author/display_name_styles"))
			.isEqualTo(json("{'font_id':11,'effect_id':2,'colors':[1,2]}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"MESSAGE_CREATE|{'purchase_notification':{'type':0,'guild_product_purchase':{'listing_id':'7','product_name':'n'}}}",
			"MESSAGE_CREATE|{'lobby_member':{'additional_name':'n'}}",
			"MESSAGE_CREATE|{'interaction':{'name_localized':'n'}}", "GUILD_UPDATE|{'home_header':'h','nsfw':true}",
			"GUILD_UPDATE|{'premium_progress_bar_enabled_user_updated_at':'2026-03-01T10:00:00Z'}",
			"CHANNEL_UPDATE|{'default_tag_setting':'match_all'}",
			"ENTITLEMENT_CREATE|{'fulfilled_at':'2026-03-01T10:00:00Z','fulfillment_status':3,'gifter_user_id':'7','parent_id':'8'}",
			"GUILD_SCHEDULED_EVENT_CREATE|{'user_rsvp':{'guild_scheduled_event_id':'7','user_id':'8','response':1}}",
			"GUILD_SCHEDULED_EVENT_CREATE|{'guild_scheduled_event_exceptions':[{'event_id':'7','event_exception_id':'8','is_canceled':true}]}",
			"INTEGRATION_CREATE|{'application':{'type':4,'cover_image':'c','primary_sku_id':'7'}}",
			"MESSAGE_CREATE|{'application':{'type':4,'max_participants':-1}}",
			"GUILD_MEMBER_UPDATE|{'display_name_styles':{'font_id':3,'effect_id':6,'colors':[1]}}",
			"GUILD_MEMBER_ADD|{'display_name_styles':{'font_id':3,'effect_id':6,'colors':[1]}}",
			"PRESENCE_UPDATE|{'user':{'display_name_styles':{'font_id':3,'effect_id':6,'colors':[1]}}}" })
	@DisplayName("C49 fields beyond the catalogue are written back as they were read")
	void writesFieldsBeyondTheCatalogueBack(EventType type, String body) throws Exception {
		JsonNode sent = json(body);
		assertContains(Payloads.written(decode(type, body)), sent);
	}

	@Test
	@DisplayName("C49 an embed holds containers")
	void embedHoldsContainers() throws Exception {
		Message message = message("{'embeds':[{'components':[{'type':17,'id':1,'components':[]}]}]}");
		assertThat(message.embeds().get(0).components()).singleElement().isInstanceOf(Container.class);
	}

	private static void assertContains(JsonNode written, JsonNode sent) {
		if (sent.isObject()) {
			sent.properties().forEach((field) -> assertContains(written.path(field.getKey()), field.getValue()));
		}
		else if (sent.isArray()) {
			for (int i = 0; i < sent.size(); i++) {
				assertContains(written.path(i), sent.get(i));
			}
		}
		else {
			assertThat(written).isEqualTo(sent);
		}
	}

	private Message message(String body) throws Exception {
		return ((MessageCreate) decode(EventType.MESSAGE_CREATE, body)).message();
	}

	private GatewayEvent decode(EventType type, String body) throws Exception {
		return Payloads.decode(this.decoder, type, json(body));
	}

	private static JsonNode json(String text) {
		return Payloads.MAPPER.readTree(text.replace('\'', '"'));
	}

}
