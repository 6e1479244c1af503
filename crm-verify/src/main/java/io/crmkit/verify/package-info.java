/** What can only be checked where all modules are visible; all of it is in the tests. */
@NullMarked
package io.crmkit.verify;

import org.jspecify.annotations.NullMarked;
