/** Storage and files on the heap. */
module io.crmkit.storage.memory {
    requires transitive io.crmkit.core;
    requires static org.jspecify;
    requires org.pcollections;

    exports io.crmkit.storage.memory;
}
