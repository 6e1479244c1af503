/** The scripts that make the tables, and what runs, checks and prints them. */
@NullMarked
package io.crmkit.storage.jpa.internal.schema;

import org.jspecify.annotations.NullMarked;
