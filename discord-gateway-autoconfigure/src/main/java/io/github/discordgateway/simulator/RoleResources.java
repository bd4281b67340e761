package io.github.discordgateway.simulator;

import java.util.ArrayList;
import java.util.List;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.model.auditlog.AuditLogEvent;
import io.github.discordgateway.model.guild.Permissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Roles.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Permissions</a>
 */
final class RoleResources {

	private static final String[] FIELDS = { "name", "permissions", "color", "colors", "hoist", "icon", "unicode_emoji",
			"mentionable" };

	private final RestWorld world;

	RoleResources(RestWorld world, RestRoutes routes) {
		this.world = world;
		String roles = "/guilds/{guild}/roles";
		routes.add("GET", roles, (request) -> RestAnswer.list(this.world.guild(request).roles().values()));
		routes.add("GET", roles + "/{role}",
				(request) -> RestAnswer.of(this.world.role(this.world.guild(request), request.id("role"))));
		routes.add("POST", roles, this::create);
		routes.add("PATCH", roles, this::move);
		routes.add("PATCH", roles + "/{role}", this::edit);
		routes.add("DELETE", roles + "/{role}", this::delete);
	}

	/**
	 * Makes sure that the bot is above a role.
	 * @throws RestRefusal when it is not
	 */
	static void below(SimulatedGuild guild, ObjectNode role) {
		if (role.path("position").asInt(0) >= RestWorld.rank(guild, SimulatedWorld.BOT_ID)) {
			throw RestRefusal.missingPermissions();
		}
	}

	private static void check(ObjectNode body) {
		FieldChecks checks = new FieldChecks(body).text("name", 0, 100).number("color", 0, 0xFFFFFF);
		JsonNode permissions = body.path("permissions");
		if (permissions.isString() && !permissions.asString().matches("\\d{1,19}")) {
			checks.wrong("permissions", "PERMISSIONS_TYPE_COERCE", "Value is not a valid set of permissions.");
		}
		checks.done();
	}

	private RestAnswer create(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_ROLES);
		check(request.object());
		if (guild.roles().size() >= 250) {
			throw RestRefusal.of(400, 30005, "Maximum number of guild roles reached (250)");
		}
		Snowflake id = guild.nextId();
		ObjectNode role = ObjectPayloads.role(id, "new role", 1);
		ObjectNode fields = request.only(FIELDS);
		role.setAll(fields);
		colors(role, fields);
		// The new one is lowest, and those above it move up.
		for (ObjectNode other : List.copyOf(guild.roles().values())) {
			int position = other.path("position").asInt(0);
			if (position > 0) {
				guild.putRole(Snowflake.of(other.path("id").asString()),
						other.deepCopy().put("position", position + 1));
			}
		}
		guild.putRole(id, role);
		this.world.audit(guild, AuditLogEvent.ROLE_CREATE, id, fields, request.reason());
		happen("GUILD_ROLE_CREATE", guild, role);
		return RestAnswer.of(role);
	}

	private static void colors(ObjectNode role, ObjectNode changes) {
		if (changes.has("color") && !changes.has("colors")) {
			role.withObjectProperty("colors").set("primary_color", role.path("color"));
		}
		else if (changes.path("colors").isObject()) {
			role.set("color", role.path("colors").path("primary_color"));
			for (String other : List.of("secondary_color", "tertiary_color")) {
				if (!role.path("colors").has(other)) {
					role.withObjectProperty("colors").putNull(other);
				}
			}
		}
	}

	private void happen(String event, SimulatedGuild guild, ObjectNode role) {
		ObjectNode body = ObjectPayloads.template("{}").put("guild_id", guild.id().toString());
		body.set("role", role.deepCopy());
		this.world.happen(event, body);
	}

	private RestAnswer edit(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_ROLES);
		Snowflake id = request.id("role");
		ObjectNode role = this.world.role(guild, id).deepCopy();
		below(guild, role);
		check(request.object());
		ObjectNode changes = request.only(FIELDS);
		role.setAll(changes);
		colors(role, changes);
		guild.putRole(id, role);
		this.world.audit(guild, AuditLogEvent.ROLE_UPDATE, id, changes, request.reason());
		happen("GUILD_ROLE_UPDATE", guild, role);
		return RestAnswer.of(role);
	}

	private RestAnswer move(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_ROLES);
		List<ObjectNode> changed = new ArrayList<>();
		for (JsonNode position : request.body()) {
			ObjectNode role = this.world.role(guild, Snowflake.of(position.path("id").asString("0"))).deepCopy();
			below(guild, role);
			if (position.path("position").isIntegralNumber()) {
				role.put("position", position.path("position").asInt());
				below(guild, role);
			}
			changed.add(role);
		}
		for (ObjectNode role : changed) {
			guild.putRole(Snowflake.of(role.path("id").asString()), role);
			happen("GUILD_ROLE_UPDATE", guild, role);
		}
		return RestAnswer.list(guild.roles().values());
	}

	private RestAnswer delete(RestRequest request) {
		SimulatedGuild guild = this.world.guild(request, Permissions.MANAGE_ROLES);
		Snowflake id = request.id("role");
		ObjectNode role = this.world.role(guild, id);
		below(guild, role);
		if (role.path("managed").asBoolean(false) || id.equals(guild.id())) {
			throw RestRefusal.of(400, 50028, "Invalid Role");
		}
		guild.removeRole(id);
		this.world.audit(guild, AuditLogEvent.ROLE_DELETE, id, ObjectPayloads.NOTHING, request.reason());
		this.world.happen("GUILD_ROLE_DELETE",
				ObjectPayloads.template("{}").put("guild_id", guild.id().toString()).put("role_id", id.toString()));
		return RestAnswer.NO_CONTENT;
	}

}
