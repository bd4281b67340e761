package io.github.discordgateway.test.app;

import org.springframework.stereotype.Component;

/**
 * A listener none of whose own methods shows that it is one.
 */
@Component
class InheritingListener extends NotingListener {

}
