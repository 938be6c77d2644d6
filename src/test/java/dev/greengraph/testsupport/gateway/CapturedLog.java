package dev.greengraph.testsupport.gateway;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Every record that the process logs, at every level, as long as it is open; the console keeps its usual level.
 *
 * <p>A record is kept with its parameters and the whole stack trace, whatever a formatter would make of them.
 */
public final class CapturedLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    /** Held, so that a logger and its level do not get lost. */
    private final Map<Logger, Level> levels = new HashMap<>();

    private final Map<Handler, Level> handlers = new HashMap<>();

    /** Begins. */
    public CapturedLog(String... categories) {
        for (Handler handler : ROOT.getHandlers()) {
            handlers.put(handler, handler.getLevel());
            handler.setLevel(Level.WARNING);
        }
        for (String category : categories) {
            Logger logger = Logger.getLogger(category);
            levels.put(logger, logger.getLevel());
            logger.setLevel(Level.ALL);
        }
        setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (record instanceof ExtLogRecord extended) {
            extended.copyMdc(); // as it is on this thread
        }
        records.add(record);
    }

    /** All records of a level or above, each line with its logger and level. */
    public String text(Level least) {
        return records.stream()
                .filter(record -> record.getLevel().intValue() >= least.intValue())
                .flatMap(record -> content(record)
                        .lines()
                        .map(line -> record.getLoggerName() + " " + record.getLevel() + " " + line))
                .collect(Collectors.joining("\n"));
    }

    private static String content(LogRecord record) {
        StringWriter content = new StringWriter();
        content.write(record.getMessage() + " " + Arrays.toString(record.getParameters()) + context(record) + "\n");
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(content, true));
        }
        return content.toString();
    }

    /** What the place in the code said of itself, such as the id of the request. */
    private static String context(LogRecord record) {
        return record instanceof ExtLogRecord extended
                ? extended.getMdcCopy().entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining())
                : "";
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
        levels.forEach(Logger::setLevel);
        handlers.forEach(Handler::setLevel);
    }
}
