/** Says of files whether the rules of attachments let them in. */
@NullMarked
package io.crmkit.examples.inspect;

import org.jspecify.annotations.NullMarked;
