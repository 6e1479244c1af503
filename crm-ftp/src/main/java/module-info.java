/** Files on an FTP server. */
module io.crmkit.ftp {
    requires transitive io.crmkit.core;
    requires org.apache.commons.net;
    requires static org.jspecify;

    exports io.crmkit.ftp;
}
