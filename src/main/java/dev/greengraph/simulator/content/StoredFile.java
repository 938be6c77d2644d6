package dev.greengraph.simulator.content;

import java.util.Map;

/**
 * Address and name of a file.
 *
 * @param downloadUrl address, or an error marker such as <code>{{SWE002}}</code>
 * @param fileName displayed name; generated unless it is a document
 * @param mimeType media type, possibly with parameters
 */
public record StoredFile(String downloadUrl, String fileName, String mimeType) {

    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "png", "image/png",
            "mp4", "video/mp4",
            "pdf", "application/pdf",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "oga", "audio/ogg; codecs=opus",
            "mp3", "audio/mpeg",
            "webp", "image/webp");

    /** A stored file with a generated name. */
    public static StoredFile stored(String host, String id, String extension) {
        String name = generated(id) + "." + extension;
        return new StoredFile(host + "/" + name, name, typeOf(extension));
    }

    /** A stored file with the name that its sender gave it. */
    public static StoredFile named(String host, String id, String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1);
        return new StoredFile(host + "/" + generated(id) + "." + extension, fileName, typeOf(extension));
    }

    /** A file at the address that its sender passed to the API. */
    public static StoredFile elsewhere(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        return new StoredFile(address, name, typeOf(name.substring(name.lastIndexOf('.') + 1)));
    }

    /** A file above 100 MB, which the upstream does not store. */
    public static StoredFile tooLarge(String id, String extension) {
        return new StoredFile("{{SWE002}}", generated(id) + "." + extension, typeOf(extension));
    }

    private static String generated(String id) {
        return String.format("0a%06x-0000-4000-8000-%012x", id.hashCode() & 0xffffff, id.hashCode() & 0x7fffffff);
    }

    /** The media type for the extension of a file name. */
    public static String typeOf(String extension) {
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
