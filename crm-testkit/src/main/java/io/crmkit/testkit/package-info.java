/** Contracts for adapters, and the fixtures they need. */
@NullMarked
package io.crmkit.testkit;

import org.jspecify.annotations.NullMarked;
