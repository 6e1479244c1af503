package io.crmkit.ftp.internal;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to trust, and which versions of TLS to speak. Immutable. */
public final class Tls {
    private final TrustManager[] trusted;
    private final String[] protocols;

    private Tls(TrustManager[] trusted, String... protocols) {
        this.trusted = trusted;
        this.protocols = protocols;
    }

    /**
     * Trusts whom the key store trusts.
     *
     * @param trusted null for whom the Java platform trusts
     * @param newest whether to speak TLS 1.3 as well as 1.2
     * @throws IllegalStateException if the key store cannot be used
     */
    public static Tls trusting(@Nullable KeyStore trusted, boolean newest) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            String[] protocols = newest ? new String[] {"TLSv1.3", "TLSv1.2"} : new String[] {"TLSv1.2"};
            return new Tls(factory.getTrustManagers(), protocols);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key store of trusted certificates cannot be used", e);
        }
    }

    /** A context of its own for each connection: sessions are resumed within one, and are not mixed up. */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    String[] protocols() {
        return protocols.clone();
    }

    /**
     * Secures a data connection in the same way as its control connection, and with the same certificate, so that nobody
     * else gets between.
     */
    SSLSocket secure(SSLContext context, SSLSocket control, String host, Socket data) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(data, host, data.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(protocols);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (!certificate(socket).equals(certificate(control))) {
            throw new SSLPeerUnverifiedException("the data connection has another certificate");
        }
        return socket;
    }

    /**
     * Demands that a certificate is valid today: of one that is trusted by itself the platform does not look at the
     * dates.
     */
    static void checkDates(SSLSocket socket) throws SSLPeerUnverifiedException {
        try {
            ((X509Certificate) certificate(socket)).checkValidity();
        } catch (CertificateException e) {
            SSLPeerUnverifiedException failure = new SSLPeerUnverifiedException("the certificate is not valid today");
            failure.initCause(e);
            throw failure;
        }
    }

    private static Certificate certificate(SSLSocket socket) throws SSLPeerUnverifiedException {
        return socket.getSession().getPeerCertificates()[0];
    }
}
