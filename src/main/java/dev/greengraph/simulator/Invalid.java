package dev.greengraph.simulator;

/** A parameter is missing or wrong; the message is the one the upstream would give. */
final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Invalid(String message) {
        super(message, null, false, false);
    }

    static Invalid field(String field, String reason) {
        return new Invalid("Validation failed. Details: '" + field + "' " + reason);
    }
}
