/** What the CRM refuses or fails to do. Branch on the type or the code, never on the message. */
@NullMarked
package io.crmkit.error;

import org.jspecify.annotations.NullMarked;
