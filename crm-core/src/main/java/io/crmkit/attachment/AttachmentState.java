package io.crmkit.attachment;

/** Where the file of an attachment is. All four have passed an inspection when they came. */
public enum AttachmentState {
    /** In the spool directory of the node that took it, on its way to the file store. That node can open it, others cannot. */
    LOCAL,
    /** In the file store. */
    STORED,
    /** In the file store, and kept from everybody: a later version of the inspection does not let it in. */
    QUARANTINED,
    /** Nowhere: a sweep or another inspection found that the file store has it no more, or not as it was stored. */
    LOST
}
