package io.crmkit.verify.planted.ticket;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.crmkit.verify.planted.Root;
import io.crmkit.verify.planted.spi.Store;
import io.crmkit.verify.planted.ticket.internal.DefaultPlanted;
import java.net.URI;
import java.time.Instant;

/** Breaks most rules at once: an API class that knows everything. */
@SuppressWarnings({"NonFinalStaticField", "JavaTimeDefaultTimeZone"})
public final class Leaky {
    static int counter = 1;
    static final ThreadLocal<String> USER = new ThreadLocal<>();
    final Thread thread = new Thread(() -> {});

    /** Knows the root, the SPI, an internal class, a library, the network, the console, the system's clock. */
    public String all(Store store, PhoneNumberUtil phones, URI uri) {
        thread.start();
        if (Instant.now().equals(Instant.EPOCH)) {
            System.exit(1);
        }
        return new Root().name() + new DefaultPlanted().name() + store + phones + uri + counter + USER + thread;
    }
}
