/** The CRM as its host sees it. */
@NullMarked
package io.crmkit;

import org.jspecify.annotations.NullMarked;
