/** An embeddable CRM for crypto exchanges and wallets. */
module io.crmkit.core {
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires com.samskivert.jmustache;
    requires de.siegmar.fastcsv;
    requires owasp.java.html.sanitizer;
    requires static transitive org.jspecify;
}
