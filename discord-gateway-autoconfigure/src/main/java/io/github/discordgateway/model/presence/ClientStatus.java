package io.github.discordgateway.model.presence;

import io.github.discordgateway.DiscordJson;
import org.jspecify.annotations.Nullable;

/**
 * Where a user is online.
 *
 * @param desktop status on the desktop; {@code null} when offline there
 * @param mobile status on mobile devices; {@code null} when offline there
 * @param web status in a browser, or of a bot; {@code null} when offline there
 * @param vr status in virtual reality; {@code null} when offline there
 */
@DiscordJson
public record ClientStatus(@Nullable PresenceStatus desktop, @Nullable PresenceStatus mobile,
		@Nullable PresenceStatus web, @Nullable PresenceStatus vr) {

}
