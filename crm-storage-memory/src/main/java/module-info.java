/** Storage and files on the heap. */
module io.crmkit.storage.memory {
    requires io.crmkit.core;
    requires static org.jspecify;
    requires org.pcollections;
}
