package dev.greengraph.upstream.failure;

import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import java.util.Optional;

/**
 * An answer that says that the upstream does not have what was asked for: believed for a short time, also by other
 * replicas.
 */
public enum NegativeAnswer {
    /** {@link ChatNotFound}. */
    CHAT_NOT_FOUND {
        @Override
        public UpstreamFailure failure(UpstreamEndpoint endpoint) {
            return new ChatNotFound(endpoint);
        }
    },
    /** {@link MessageNotFound}. */
    MESSAGE_NOT_FOUND {
        @Override
        public UpstreamFailure failure(UpstreamEndpoint endpoint) {
            return new MessageNotFound(endpoint);
        }
    },
    /** {@link StatusesNotEnabled}. */
    STATUSES_NOT_ENABLED {
        @Override
        public UpstreamFailure failure(UpstreamEndpoint endpoint) {
            return new StatusesNotEnabled(endpoint);
        }
    };

    /** The failure that a call with this answer ends with. */
    public abstract UpstreamFailure failure(UpstreamEndpoint endpoint);

    /** What that failure says; empty if it says nothing about what the upstream has. */
    public static Optional<NegativeAnswer> of(Throwable failure) {
        if (failure instanceof ChatNotFound) {
            return Optional.of(CHAT_NOT_FOUND);
        }
        if (failure instanceof MessageNotFound) {
            return Optional.of(MESSAGE_NOT_FOUND);
        }
        return failure instanceof StatusesNotEnabled ? Optional.of(STATUSES_NOT_ENABLED) : Optional.empty();
    }
}
