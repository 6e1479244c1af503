/** Who acts: actors, roles, permissions and the policy that joins them. */
@NullMarked
package io.crmkit.actor;

import org.jspecify.annotations.NullMarked;
