package io.crmkit.ftp.internal;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;

/** The two kinds of control connections of the library, with what it keeps to itself. */
interface Control {
    FTPClient client();

    /** Says whether there is an answer to nothing: then answers and commands are out of step. */
    boolean hasUnread() throws IOException;

    /** The socket under TLS; empty without. */
    Optional<SSLSocket> secured();

    /** Without TLS. */
    final class Plain extends FTPClient implements Control {
        @Override
        public FTPClient client() {
            return this;
        }

        @Override
        public boolean hasUnread() throws IOException {
            return _controlInput_.ready();
        }

        @Override
        public Optional<SSLSocket> secured() {
            return Optional.empty();
        }
    }

    /** Begins without TLS and asks for it before anything else. */
    final class Secured extends FTPSClient implements Control {
        Secured(SSLContext context, Tls tls) {
            super(false, context);
            setEnabledProtocols(tls.protocols());
            setEndpointCheckingEnabled(true);
        }

        @Override
        protected void execAUTH() throws IOException {
            if (!Replies.done(getReplyCode()) || !Replies.done(execAUTH("TLS"))) {
                throw new NoTls(getReplyCode());
            }
        }

        @Override
        public FTPClient client() {
            return this;
        }

        @Override
        public boolean hasUnread() throws IOException {
            return _controlInput_.ready();
        }

        @Override
        public Optional<SSLSocket> secured() {
            Socket socket = _socket_;
            return socket instanceof SSLSocket secured ? Optional.of(secured) : Optional.empty();
        }
    }

    /** The server does not speak TLS, or says nothing sensible at all. */
    final class NoTls extends ProtocolException {
        private static final long serialVersionUID = 1L;

        private final int code;

        NoTls(int code) {
            super("the server answers " + code + " to AUTH");
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
