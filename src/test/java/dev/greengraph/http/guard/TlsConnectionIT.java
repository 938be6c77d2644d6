package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that ends TLS itself and has no other port. */
class TlsConnectionIT {

    private static final String PASSWORD = "for-a-test-only";
    /** Shorter than the 10 s after which the TLS of the platform gives up by itself. */
    private static final int PATIENCE_MILLIS = 6_000;

    private static final int FIRST_BYTE_OF_A_HANDSHAKE = 0x16;

    @TempDir
    Path folder;

    @Test
    void cutsOffAPeerThatDoesNotGoOn() throws IOException, InterruptedException {
        try (GatewayProcess gateway = GatewayProcess.start(Map.of(
                "greengraph.accounts.main.id-instance", "7103000001",
                "greengraph.accounts.main.api-token", "secret-token-0123456789",
                "greengraph.accounts.main.api-url", "http://127.0.0.1:1",
                "greengraph.limits.receive-time", "500ms",
                "greengraph.limits.request-time", "500ms",
                "quarkus.http.insecure-requests", "disabled",
                "quarkus.http.ssl-port", "0",
                "quarkus.http.ssl.certificate.key-store-file", keyStore().toString(),
                "quarkus.http.ssl.certificate.key-store-password", PASSWORD))) {
            URI address = gateway.uri("/");

            // The server tells of itself before its connections are timed: the first one may be older than that.
            boolean isCutOff = isCutOff(address);
            assertTrue(isCutOff || isCutOff(address));
        }
    }

    private static boolean isCutOff(URI address) throws IOException {
        try (Socket silent = new Socket(address.getHost(), address.getPort())) {
            silent.setSoTimeout(PATIENCE_MILLIS);
            silent.getOutputStream().write(FIRST_BYTE_OF_A_HANDSHAKE);
            return silent.getInputStream().read() == -1;
        } catch (SocketTimeoutException stillThere) {
            return false;
        }
    }

    private Path keyStore() throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gateway",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        return store;
    }
}
