package dev.greengraph.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogLineTest {

    private static final String NAME = "log-line-test";

    private final List<String> lines = new ArrayList<>();
    private final java.util.logging.Logger target = java.util.logging.Logger.getLogger(NAME);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage() + " | " + MDC.get("account") + " " + MDC.get("cause"));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        target.addHandler(handler);
        target.setUseParentHandlers(false);
        target.setLevel(Level.INFO);
    }

    @AfterEach
    void forget() {
        target.removeHandler(handler);
        MDC.remove("account");
    }

    @Test
    void saysItsKeysInTextAndEachForItself() {
        LogLine.of("called the upstream")
                .with(LogKey.CAUSE, "TIMED_OUT")
                .with(LogKey.ACCOUNT, "main")
                .to(Logger.getLogger(NAME), Logger.Level.INFO);

        assertEquals(List.of("INFO called the upstream account=main cause=TIMED_OUT | main TIMED_OUT"), lines);
    }

    @Test
    void leavesNothingBehind() {
        MDC.put("account", "before");

        LogLine.of("x")
                .with(LogKey.CAUSE, "y")
                .with(LogKey.ACCOUNT, "main")
                .to(Logger.getLogger(NAME), Logger.Level.INFO);

        assertEquals("before", MDC.get("account"));
        assertNull(MDC.get("cause"));
    }

    @Test
    void saysNothingBelowTheLevel() {
        LogLine.of("x").with(LogKey.CAUSE, "y").to(Logger.getLogger(NAME), Logger.Level.DEBUG);

        assertEquals(List.of(), lines);
    }
}
