/** The one gate between services and storage: permission, reach, idempotency, audit, repetition of lost races. */
@NullMarked
package io.crmkit.internal.access;

import org.jspecify.annotations.NullMarked;
