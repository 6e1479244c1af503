/** An embeddable CRM for crypto exchanges and wallets. */
module io.crmkit.core {
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires com.samskivert.jmustache;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires java.management;
    requires java.xml;
    requires org.apache.tika.core;
    requires owasp.java.html.sanitizer;
    requires static transitive org.jspecify;

    exports io.crmkit;
    exports io.crmkit.activity;
    exports io.crmkit.actor;
    exports io.crmkit.attachment;
    exports io.crmkit.audit;
    exports io.crmkit.automation;
    exports io.crmkit.customer;
    exports io.crmkit.error;
    exports io.crmkit.file;
    exports io.crmkit.id;
    exports io.crmkit.money;
    exports io.crmkit.imports;
    exports io.crmkit.note;
    exports io.crmkit.notification;
    exports io.crmkit.page;
    exports io.crmkit.report;
    exports io.crmkit.retention;
    exports io.crmkit.search;
    exports io.crmkit.spi.file;
    exports io.crmkit.spi.limit;
    exports io.crmkit.spi.notify;
    exports io.crmkit.spi.storage;
    exports io.crmkit.staff;
    exports io.crmkit.text;
    exports io.crmkit.ticket;
    exports io.crmkit.time;
}
