/** Ids: how they are made and how they read, and references to objects of the CRM or of the host. */
@NullMarked
package io.crmkit.id;

import org.jspecify.annotations.NullMarked;
