package io.crmkit.storage.jpa;

/** What a storage does about its tables when it starts. */
public enum SchemaMode {
    /** Makes and changes what is missing; several nodes may start at once. Needs the right to make tables if something is. */
    MIGRATE,
    /** Looks whether all is there, and refuses to start if not. Needs no right but to read. */
    VALIDATE,
    /** Trusts: looks at no table. */
    NONE
}
