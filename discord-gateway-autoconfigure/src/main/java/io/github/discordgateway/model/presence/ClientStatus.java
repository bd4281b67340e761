package io.github.discordgateway.model.presence;

import org.jspecify.annotations.Nullable;

/**
 * Status per platform; absent means offline.
 *
 * @param desktop desktop app; {@code null} when absent
 * @param mobile mobile app; {@code null} when absent
 * @param web browser or bot; {@code null} when absent
 * @param vr VR client; {@code null} when absent
 */
public record ClientStatus(@Nullable PresenceStatus desktop, @Nullable PresenceStatus mobile,
		@Nullable PresenceStatus web, @Nullable PresenceStatus vr) {

}
