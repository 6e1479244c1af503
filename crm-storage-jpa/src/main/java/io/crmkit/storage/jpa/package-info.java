/**
 * Storage in a database of the host: PostgreSQL, MariaDB or H2, through Jakarta Persistence and Hibernate 6.6 to 7.4. Begin
 * with {@link io.crmkit.storage.jpa.JpaStorage#builder}.
 */
@NullMarked
package io.crmkit.storage.jpa;

import org.jspecify.annotations.NullMarked;
