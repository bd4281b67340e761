package io.github.discordgateway.event;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.internal.codec.EventDecoder;
import io.github.discordgateway.model.Field;
import io.github.discordgateway.model.auditlog.AuditLogChange;
import io.github.discordgateway.model.auditlog.ChangedRole;
import io.github.discordgateway.model.auditlog.CommandPermissionChange;
import io.github.discordgateway.model.auditlog.FieldChange;
import io.github.discordgateway.model.auditlog.MemberRolesChange;
import io.github.discordgateway.model.component.ActionRow;
import io.github.discordgateway.model.component.Button;
import io.github.discordgateway.model.component.ButtonStyle;
import io.github.discordgateway.model.component.ComponentType;
import io.github.discordgateway.model.component.MessageComponent;
import io.github.discordgateway.model.component.TextDisplay;
import io.github.discordgateway.model.component.UnknownComponent;
import io.github.discordgateway.model.guild.Permissions;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionData;
import io.github.discordgateway.model.interaction.ApplicationCommandInteractionDataOption;
import io.github.discordgateway.model.interaction.InteractionData;
import io.github.discordgateway.model.interaction.MessageComponentInteractionData;
import io.github.discordgateway.model.interaction.ModalSubmitInteractionData;
import io.github.discordgateway.model.interaction.OptionValue;
import io.github.discordgateway.model.interaction.UnknownInteractionData;
import io.github.discordgateway.model.message.Message;
import io.github.discordgateway.model.message.UnknownMessageInteractionMetadata;
import io.github.discordgateway.model.modal.LabelSubmit;
import io.github.discordgateway.model.modal.TextInputSubmit;
import io.github.discordgateway.model.modal.UnknownModalSubmitComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for objects of several kinds, and for fields that may be absent or null.
 */
class UnionTests {

	private final EventDecoder decoder = new EventDecoder(Payloads.MAPPER);

	@Test
	void tellsAComponentByItsTypeWhereverThatStands() throws Exception {
		List<MessageComponent> components = message(
				"{'components':[{'type':1,'components':[{'style':1,'label':'Go','type':2}]},"
						+ "{'id':3,'content':'# Hi','type':10}]}")
			.components();
		assertThat(((ActionRow) components.get(0)).components()).first()
			.isInstanceOfSatisfying(Button.class,
					(button) -> assertThat(button.style()).isEqualTo(ButtonStyle.PRIMARY));
		assertThat(components.get(1)).isEqualTo(new TextDisplay(ComponentType.TEXT_DISPLAY, 3, "# Hi"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':99,'id':7,'beam':{'power':[1]}}", "{'id':7}", "{'type':{'a':1},'id':7}",
			"{'type':null,'id':7}", "{'type':'words','id':7}" })
	void keepsAComponentOfAnUnknownKindAsItWasSent(String json) throws Exception {
		MessageComponent component = message("{'components':[" + json + ",{'type':10,'content':'next'}]}").components()
			.get(0);
		assertThat(component.id()).isEqualTo(7);
		assertThat(((UnknownComponent) component).json()).isEqualTo(Payloads.MAPPER.readTree(json.replace('\'', '"')));
		assertThat(component.type().value()).isEqualTo(json.contains("99") ? 99 : 0);
	}

	@Test
	void dropsWhatIsNoComponent() throws Exception {
		assertThat(message("{'components':[1,'text',[{'type':1}],null,{'type':10,'content':'left'}]}").components())
			.containsExactly(new TextDisplay(ComponentType.TEXT_DISPLAY, null, "left"));
	}

	@Test
	void tellsTheDataOfAnInteractionByTheTypeBesideThem() throws Exception {
		assertThat(data("{'data':{'id':'1','name':'roll'},'type':2}"))
			.isInstanceOf(ApplicationCommandInteractionData.class);
		assertThat(data("{'type':4,'data':{'id':'1','name':'roll'}}"))
			.isInstanceOf(ApplicationCommandInteractionData.class);
		assertThat(data("{'data':{'custom_id':'a','component_type':2},'type':3}"))
			.isInstanceOf(MessageComponentInteractionData.class);
		assertThat(data("{'data':{'custom_id':'a','beam':1},'type':6}")).isInstanceOf(UnknownInteractionData.class);
		assertThat(data("{'data':{'custom_id':'a'}}")).isInstanceOf(UnknownInteractionData.class);
	}

	@Test
	void readsWhatWasEnteredIntoAModal() throws Exception {
		ModalSubmitInteractionData modal = (ModalSubmitInteractionData) data(
				"{'type':5,'data':{'custom_id':'m','components':[{'type':18,'id':1,'component':"
						+ "{'type':4,'id':2,'custom_id':'name','value':'Ada'}},{'type':77,'id':3}]}}");
		assertThat(((LabelSubmit) modal.components().get(0)).component())
			.isEqualTo(new TextInputSubmit(ComponentType.TEXT_INPUT, 2, "name", "Ada"));
		assertThat(modal.components().get(1)).isInstanceOf(UnknownModalSubmitComponent.class);
		assertThat(modal.components().get(1).type()).isEqualTo(new ComponentType(77));
	}

	@Test
	void readsEachKindOfOptionValue() throws Exception {
		ApplicationCommandInteractionData command = (ApplicationCommandInteractionData) data(
				"{'type':2,'data':{'options':[{'name':'a','value':'x'},{'name':'b','value':-5},{'name':'c','value':0.5},"
						+ "{'name':'d','value':true},{'name':'e','value':[1]},{'name':'f','value':12345678901234567890123},"
						+ "{'name':'g'}]}}");
		assertThat(command.options()).extracting(ApplicationCommandInteractionDataOption::value)
			.startsWith(new OptionValue.StringValue("x"), new OptionValue.IntegerValue(-5),
					new OptionValue.NumberValue(0.5), new OptionValue.BooleanValue(true))
			.endsWith((OptionValue) null);
		assertThat(command.options().subList(0, 6))
			.extracting((option) -> Objects.requireNonNull(option.value()).asText())
			.containsExactly("x", "-5", "0.5", "true", "[1]", "12345678901234567890123");
	}

	@Test
	void keepsTheMetadataOfAnUnknownInteraction() throws Exception {
		assertThat(message("{'interaction_metadata':{'type':9,'id':'1','beam':2}}").interactionMetadata())
			.isInstanceOfSatisfying(UnknownMessageInteractionMetadata.class,
					(metadata) -> assertThat(metadata.type().value()).isEqualTo(9));
	}

	@Test
	void tellsAChangeOfTheAuditLogByItsKey() throws Exception {
		GuildAuditLogEntryCreate entry = (GuildAuditLogEntryCreate) decode(EventType.GUILD_AUDIT_LOG_ENTRY_CREATE,
				"{'changes':[{'new_value':[{'id':'5','name':'op'}],'key':'$add'},"
						+ "{'key':'1191234567890123456','old_value':{'id':'1191234567890123456','permission':true}},"
						+ "{'key':'nsfw','new_value':true}]}");
		List<AuditLogChange> changes = entry.changes();
		assertThat(changes.get(0))
			.isEqualTo(new MemberRolesChange("$add", List.of(new ChangedRole(Snowflake.of(5), "op")), List.of()));
		assertThat(((MemberRolesChange) changes.get(0)).added()).isTrue();
		assertThat(changes.get(1)).isInstanceOfSatisfying(CommandPermissionChange.class,
				(change) -> assertThat(Objects.requireNonNull(change.oldValue()).permission()).isTrue());
		assertThat(changes.get(2)).isInstanceOfSatisfying(FieldChange.class,
				(change) -> assertThat(Objects.requireNonNull(change.newValue()).booleanValue()).isTrue());
	}

	@Test
	void tellsWhatWasRefused() throws Exception {
		RateLimited known = (RateLimited) decode(EventType.RATE_LIMITED,
				"{'meta':{'guild_id':'7','nonce':'n'},'opcode':8,'retry_after':1.5}");
		assertThat(known.meta()).isEqualTo(new RequestGuildMembersRateLimitMetadata(Snowflake.of(7), "n"));
		RateLimited unknown = (RateLimited) decode(EventType.RATE_LIMITED, "{'meta':{'guild_id':'7'},'opcode':90}");
		assertThat(unknown.meta()).isInstanceOf(UnknownRateLimitMetadata.class);
		assertThat(unknown.guildId()).isEqualTo(Snowflake.of(7));
	}

	@Test
	void tellsAbsentFromNull() throws Exception {
		assertThat(message("{}").referencedMessage().isPresent()).isFalse();
		assertThat(message("{'referenced_message':null}").referencedMessage().isPresent()).isTrue();
		assertThat(message("{'referenced_message':null}").referencedMessage().value()).isNull();
		GuildMemberUpdate update = (GuildMemberUpdate) decode(EventType.GUILD_MEMBER_UPDATE,
				"{'nick':null,'communication_disabled_until':'2026-02-03T04:05:06+00:00'}");
		assertThat(update.nick()).isSameAs(Field.of(null)).isNotEqualTo(Field.absent());
		assertThat(update.premiumSince()).isSameAs(Field.absent());
		assertThat(update.communicationDisabledUntil()).isEqualTo(Field.of(Instant.parse("2026-02-03T04:05:06Z")));
		assertThat(Payloads.written(update).has("premium_since")).isFalse();
		assertThat(Payloads.written(update).get("nick").isNull()).isTrue();
	}

	@Test
	void takesAFieldOfAWrongTypeForAnAbsentOne() throws Exception {
		GuildMemberUpdate update = (GuildMemberUpdate) decode(EventType.GUILD_MEMBER_UPDATE,
				"{'nick':{},'premium_since':true}");
		assertThat(update.nick()).isSameAs(Field.absent());
		assertThat(update.premiumSince()).isSameAs(Field.absent());
	}

	@Test
	void keepsPermissionsAbove64Bits() throws Exception {
		BigInteger bits = BigInteger.ONE.shiftLeft(70).add(BigInteger.valueOf(8));
		GuildRoleUpdate update = (GuildRoleUpdate) decode(EventType.GUILD_ROLE_UPDATE,
				"{'role':{'permissions':'" + bits + "'}}");
		Permissions permissions = update.role().permissions();
		assertThat(permissions.contains(Permissions.ADMINISTRATOR)).isTrue();
		assertThat(permissions.contains(new Permissions(0, BigInteger.ONE.shiftLeft(6)))).isTrue();
		assertThat(permissions.contains(new Permissions(0, BigInteger.TEN))).isFalse();
		assertThat(permissions).hasToString("[ADMINISTRATOR, 0x400000000000000000]");
		assertThat(Payloads.written(update).at("/role/permissions").stringValue()).isEqualTo(bits.toString());
	}

	@Test
	void keepsTheTokenOfAVoiceServerOutOfItsText() throws Exception {
		GatewayEvent event = decode(EventType.VOICE_SERVER_UPDATE, "{'token':'s3cret','guild_id':'1','endpoint':null}");
		assertThat(((VoiceServerUpdate) event).token()).isEqualTo("s3cret");
		assertThat(event.toString()).doesNotContain("s3cret").contains("guildId=1");
	}

	private Message message(String json) throws Exception {
		return ((MessageCreate) decode(EventType.MESSAGE_CREATE, json)).message();
	}

	private InteractionData data(String json) throws Exception {
		return Objects
			.requireNonNull(((InteractionCreate) decode(EventType.INTERACTION_CREATE, json)).interaction().data());
	}

	private GatewayEvent decode(EventType type, String json) throws Exception {
		return Payloads.decode(this.decoder, type, Payloads.MAPPER.readTree(json.replace('\'', '"')));
	}

}
