/** What customers did in the host's system, as the host reports it. */
@NullMarked
package io.crmkit.activity;

import org.jspecify.annotations.NullMarked;
