/** Lists and rules as JSON: the only package that knows Jackson. */
@NullMarked
package io.crmkit.storage.jpa.internal.json;

import org.jspecify.annotations.NullMarked;
