/**
 * Reads records straight from the parser, without the general machinery of data binding:
 * for each record a reader is generated once, from the record's own components. A value
 * of a wrong type costs the component it stands in. Which event a record belongs to is
 * not known here.
 */
@NullMarked
package io.github.discordgateway.internal.codec;

import org.jspecify.annotations.NullMarked;
