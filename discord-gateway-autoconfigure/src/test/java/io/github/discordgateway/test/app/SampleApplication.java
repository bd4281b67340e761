package io.github.discordgateway.test.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application whose listeners the kit's own tests test.
 */
@SpringBootApplication
class SampleApplication {

}
