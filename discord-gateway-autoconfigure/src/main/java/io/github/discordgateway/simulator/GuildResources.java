package io.github.discordgateway.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Guilds, their audit log, users, and the bot itself.
 *
 * @see <a href="https://discord.com/developers/docs/resources/guild">Guild</a>
 */
final class GuildResources {

	private static final String[] FIELDS = { "name", "verification_level", "default_message_notifications",
			"explicit_content_filter", "afk_channel_id", "afk_timeout", "icon", "splash", "discovery_splash", "banner",
			"system_channel_id", "system_channel_flags", "rules_channel_id", "public_updates_channel_id",
			"preferred_locale", "features", "description", "premium_progress_bar_enabled", "safety_alerts_channel_id" };

	private static final ObjectNode APPLICATION = ObjectPayloads.template(
			"""
					{"id": "", "name": "simulated-bot", "icon": null, "description": "", "summary": "", "type": null,
					"bot_public": true, "bot_require_code_grant": false, "verify_key": "0", "flags": 565248, "hook": true,
					"is_monetized": false, "storefront_available": false, "tags": [], "redirect_uris": [],
					"interactions_endpoint_url": null, "role_connections_verification_url": null,
					"approximate_user_install_count": 0, "interactions_event_types": [], "interactions_version": 1,
					"explicit_content_filter": 0, "rpc_application_state": 0, "creator_monetization_state": 1,
					"verification_state": 1, "integration_public": true, "integration_require_code_grant": false,
					"discoverability_state": 1, "discovery_eligibility_flags": 0, "monetization_state": 1,
					"monetization_eligibility_flags": 0, "internal_guild_restriction": 1, "team": null, "flags_new": "565248", "approximate_guild_count": 1,
					"approximate_user_authorization_count": 0, "eligible_oauth2_scopes": []}""");

	private final RestWorld world;

	GuildResources(RestWorld world, RestRoutes routes) {
		this.world = world;
		routes.add("GET", "/guilds/{guild}", this::get);
		routes.add("PATCH", "/guilds/{guild}", this::edit);
		routes.add("GET", "/guilds/{guild}/audit-logs", this::auditLog);
		routes.add("GET", "/users/@me", (request) -> RestAnswer.of(ObjectPayloads.botUser().put("locale", "en-US")));
		routes.add("GET", "/users/{user}",
				(request) -> RestAnswer.of(ObjectPayloads.user(this.world.user(request.id("user")))));
		routes.add("GET", "/users/@me/guilds", this::own);
		routes.add("DELETE", "/users/@me/guilds/{guild}", this::leave);
		routes.add("GET", "/applications/@me", (request) -> RestAnswer.of(application()));
		routes.add("GET", "/oauth2/applications/@me", (request) -> RestAnswer.of(application()));
	}

	private static ObjectNode json(SimulatedGuild guild, boolean counts) {
		ObjectNode json = ObjectPayloads.guildWithoutContents(guild);
		if (counts) {
			json.put("approximate_member_count", guild.members().size());
			json.put("approximate_presence_count",
					guild.members().stream().filter(SimulatedGuild.Member::online).count());
		}
		return json;
	}

	private RestAnswer get(RestRequest request) {
		return RestAnswer.of(json(this.world.guild(request), request.flag("with_counts")));
	}

	private RestAnswer edit(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_GUILD);
		ObjectNode body = request.object();
		new FieldChecks(body).text("name", 2, 100)
			.text("description", 0, 300)
			.number("verification_level", 0, 4)
			.number("default_message_notifications", 0, 1)
			.number("explicit_content_filter", 0, 2)
			.done();
		ObjectNode changes = request.only(FIELDS);
		for (String field : List.of("afk_channel_id", "system_channel_id", "rules_channel_id")) {
			JsonNode channel = changes.path(field);
			if (channel.isString() && guild.findChannel(Snowflake.of(channel.asString())) == null) {
				throw RestRefusal.unknownChannel();
			}
		}
		guild.change(changes);
		this.world.audit(guild, AuditLogEvent.GUILD_UPDATE, guild.id(), changes, request.reason());
		this.world.happen("GUILD_UPDATE", json(guild, false));
		return RestAnswer.of(json(guild, false));
	}

	private RestAnswer auditLog(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.VIEW_AUDIT_LOG);
		@Nullable String type = request.query().get("action_type");
		Snowflake user = request.queryId("user_id");
		Snowflake target = request.queryId("target_id");
		Snowflake before = request.queryId("before");
		Snowflake after = request.queryId("after");
		ObjectNode answer = ObjectPayloads.template("{}");
		ArrayNode entries = answer.putArray("audit_log_entries");
		Set<Snowflake> users = new LinkedHashSet<>();
		guild.records()
			.auditLog()
			.stream()
			.filter((entry) -> type == null || entry.path("action_type").asString("").equals(type))
			.filter((entry) -> user == null || id(entry, "user_id").equals(user))
			.filter((entry) -> target == null || id(entry, "target_id").equals(target))
			.filter((entry) -> before == null || id(entry, "id").compareTo(before) < 0)
			.filter((entry) -> after == null || id(entry, "id").compareTo(after) > 0)
			.limit(request.limit(50, 100))
			.forEach((entry) -> {
				entries.add(entry);
				users.add(id(entry, "user_id"));
				users.add(id(entry, "target_id"));
			});
		ArrayNode shown = answer.putArray("users");
		users.stream()
			.map(this.world.world()::findUser)
			.filter((found) -> found != null)
			.forEach((found) -> shown.add(ObjectPayloads.user(found)));
		for (String none : List.of("webhooks", "integrations", "threads", "application_commands",
				"auto_moderation_rules", "guild_scheduled_events")) {
			answer.putArray(none);
		}
		return RestAnswer.of(answer);
	}

	private static Snowflake id(JsonNode entry, String field) {
		return Snowflake.of(entry.path(field).asString("0"));
	}

	private RestAnswer own(RestRequest request) {
		Snowflake before = request.queryId("before");
		Snowflake after = request.queryId("after");
		return RestAnswer.list(this.world.world()
			.allGuilds()
			.stream()
			.filter((guild) -> !guild.hasLeft(SimulatedWorld.BOT_ID))
			.filter((guild) -> after == null || guild.id().compareTo(after) > 0)
			.filter((guild) -> before == null || guild.id().compareTo(before) < 0)
			.limit(request.limit(200, 200))
			.map((guild) -> partial(guild, request.flag("with_counts")))
			.toList());
	}

	private static ObjectNode partial(SimulatedGuild guild, boolean counts) {
		return json(guild, counts)
			.retain("id", "name", "icon", "banner", "features", "approximate_member_count",
					"approximate_presence_count")
			.put("owner", false)
			.put("permissions", Long.toUnsignedString(RestWorld.permissions(guild, null)));
	}

	private RestAnswer leave(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request);
		guild.removeMember(SimulatedWorld.BOT_ID);
		this.world.world().remove(guild);
		this.world.happen("GUILD_DELETE", ObjectPayloads.template("{}").put("id", guild.id().toString()));
		return RestAnswer.NO_CONTENT;
	}

	private static ObjectNode application() {
		ObjectNode application = APPLICATION.deepCopy().put("id", SimulatedWorld.BOT_ID.toString());
		application.set("bot", ObjectPayloads.user(SimulatedGuild.botMember()));
		SimulatedGuild.Member owner = new SimulatedGuild.Member(Snowflake.of(SimulatedWorld.BOT_ID.value() - 1),
				"developer", false, null, false, true, null);
		application.set("owner", ObjectPayloads.user(owner));
		application.putObject("integration_types_config").putObject("0");
		return application;
	}

}
