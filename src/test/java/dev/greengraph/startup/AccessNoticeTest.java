package dev.greengraph.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.auth.AuthMode;
import dev.greengraph.testsupport.gateway.CapturedLog;
import io.quarkus.runtime.LaunchMode;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class AccessNoticeTest {

    @Test
    void anOpenGatewayInProductionSaysSoLoudly() {
        String warnings = warnings(AuthMode.OPEN, LaunchMode.NORMAL);

        assertTrue(warnings.contains("greengraph.auth.mode=open"), warnings);
    }

    @Test
    void elsewhereAndOtherwiseThereIsNothingToWarnOf() {
        assertEquals("", warnings(AuthMode.OPEN, LaunchMode.DEVELOPMENT));
        assertEquals("", warnings(AuthMode.API_KEY, LaunchMode.NORMAL));
        assertEquals("", warnings(AuthMode.OIDC, LaunchMode.NORMAL));
    }

    private static String warnings(AuthMode mode, LaunchMode launch) {
        try (CapturedLog log = new CapturedLog("dev.greengraph.startup")) {
            AccessNotice.tell(mode, launch);
            return log.text(Level.WARNING);
        }
    }
}
