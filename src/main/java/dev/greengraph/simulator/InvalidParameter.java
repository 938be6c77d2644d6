package dev.greengraph.simulator;

/** A parameter is missing or wrong; the message is the one the upstream would give. */
final class InvalidParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidParameter(String message) {
        super(message, null, false, false);
    }

    static InvalidParameter field(String field, String reason) {
        return new InvalidParameter("Validation failed. Details: '" + field + "' " + reason);
    }
}
