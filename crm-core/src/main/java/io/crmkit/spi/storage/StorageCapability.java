package io.crmkit.spi.storage;

/** Abilities that not every storage has. The contract tests each both ways. */
public enum StorageCapability {
    /** What was committed is there again after {@link CrmStorage#close()} and opening anew. */
    DURABLE
}
