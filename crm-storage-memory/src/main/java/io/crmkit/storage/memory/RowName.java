package io.crmkit.storage.memory;

/** Names a row by its key, or a unique key by its group. What is locked. */
record RowName(Layout<?> layout, String key) {}
