/** Where a text was found, and by what: shared by all searches in texts. */
@NullMarked
package io.crmkit.text;

import org.jspecify.annotations.NullMarked;
