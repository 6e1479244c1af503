/** Where the examples keep their records. */
@NullMarked
package io.crmkit.examples.storage;

import org.jspecify.annotations.NullMarked;
