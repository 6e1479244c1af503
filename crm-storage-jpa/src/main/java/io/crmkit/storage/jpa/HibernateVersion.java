package io.crmkit.storage.jpa;

import java.util.List;
import org.hibernate.Version;

/** Which versions of Hibernate this storage was tested with. The host's own version is the one that runs. */
final class HibernateVersion {
    private static final System.Logger LOG = System.getLogger(JpaStorage.class.getName());
    private static final List<String> TESTED = List.of("6.6", "7.1", "7.2", "7.4");

    /** What Hibernate says when its manifest was lost, as in a jar that holds the jars of others unpacked. */
    private static final String UNKNOWN = "[WORKING]";

    private HibernateVersion() {}

    static void check() {
        check(Version.getVersionString());
    }

    static void check(String version) {
        if (TESTED.stream().anyMatch(line -> version.startsWith(line + "."))) {
            return;
        }
        String advice = "Crmkit was tested with Hibernate " + String.join(", ", TESTED) + ", and this is " + version;
        if (version.equals(UNKNOWN)) {
            LOG.log(System.Logger.Level.DEBUG, advice);
        } else if (version.startsWith("7.")) {
            LOG.log(System.Logger.Level.WARNING, advice + ": it may well work");
        } else {
            throw new IllegalStateException(advice + ": use one of those");
        }
    }
}
