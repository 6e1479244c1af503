/** A ticket in the same transaction as the host's own row, one program for each way to work with a database. */
@NullMarked
package io.crmkit.examples.host;

import org.jspecify.annotations.NullMarked;
