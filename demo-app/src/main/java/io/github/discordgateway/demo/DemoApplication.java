package io.github.discordgateway.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A bot of three listeners. With {@code DISCORD_TOKEN} in the environment it runs on
 * Discord, without it on the simulator.
 */
@SpringBootApplication
public class DemoApplication {

	/**
	 * Starts the bot.
	 * @param args as for every Spring Boot application
	 */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(DemoApplication.class);
		if (System.getenv("DISCORD_TOKEN") == null) {
			application.setAdditionalProfiles("simulator");
		}
		application.run(args);
	}

}
