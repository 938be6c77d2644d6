package dev.greengraph.account;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mounted file that holds a secret. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * What it holds, without white space around it and without a byte order mark; fails with a message that names the
     * setting.
     *
     * @param what it should hold, such as {@code the token}
     */
    public static String read(String setting, String file, String what) {
        try {
            return withoutByteOrderMark(Files.readString(Path.of(file))).strip();
        } catch (IOException | RuntimeException unreadable) {
            throw new ConfigurationException(setting + ": must be the path of a readable file that holds " + what);
        }
    }

    /** Editors on Windows write one in front of the text. */
    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
