package io.crmkit.search;

import io.crmkit.page.PageRequest;
import java.util.Optional;

/**
 * One page of texts that were listed anew.
 *
 * @param texts how many were looked at
 * @param next goes on with the texts behind these; empty when all are done
 */
public record RebuiltReferences(int texts, Optional<PageRequest> next) {}
