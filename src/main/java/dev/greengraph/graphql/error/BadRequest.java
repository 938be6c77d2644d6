package dev.greengraph.graphql.error;

/** An argument that cannot be served. Nothing was sent upstream. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String argument;

    /**
     * Names the argument and what it must be; the caller's own value is not repeated.
     *
     * @param argument its name in the schema
     * @param required what it must be, such as "between 1 and 100"
     */
    public BadRequest(String argument, String required) {
        this(argument, argument + ": must be ", required);
    }

    private BadRequest(String argument, String begin, String end) {
        super(begin + end, null, false, false);
        this.argument = argument;
    }

    /** With a message of its own; it must not repeat the caller's value either. */
    public static BadRequest because(String argument, String message) {
        return new BadRequest(argument, "", message);
    }

    /** The name of the argument in the schema. */
    public String argument() {
        return argument;
    }
}
