/** What is searched by, over all kinds of records. */
@NullMarked
package io.crmkit.search;

import org.jspecify.annotations.NullMarked;
