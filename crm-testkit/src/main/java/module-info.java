/** Contracts that adapters must pass. */
module io.crmkit.testkit {
    requires transitive io.crmkit.core;
    requires static org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports io.crmkit.testkit;

    opens io.crmkit.testkit to
            org.junit.platform.commons;
}
