package io.github.discordgateway.interaction;

import java.util.List;
import java.util.Map;

import io.github.discordgateway.Snowflake;
import io.github.discordgateway.rest.CommandRequest;

/**
 * The commands of the application, as its annotated methods define them: for those who
 * register them elsewhere. A bean.
 */
public interface CommandDefinitions {

	/**
	 * The commands for all guilds.
	 * @return the commands, in the order of their names
	 */
	List<CommandRequest> global();

	/**
	 * The commands that name guilds.
	 * @return the commands by guild, in the order of their names
	 */
	Map<Snowflake, List<CommandRequest>> ofGuilds();

	/**
	 * Commands as Discord wants them for a bulk overwrite.
	 * @param commands the commands
	 * @return an array in JSON
	 */
	String toJson(List<CommandRequest> commands);

}
