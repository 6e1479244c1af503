/** Attachments from the first byte to the last: taken, looked at, kept, delivered, opened, compared with the store. */
@NullMarked
package io.crmkit.attachment.internal;

import org.jspecify.annotations.NullMarked;
