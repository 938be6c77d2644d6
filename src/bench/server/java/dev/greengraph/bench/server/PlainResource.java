package dev.greengraph.bench.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Returns the JSON that it was given, from memory: as it is, or from records each time anew. */
@Path("/plain")
@NonBlocking
@Consumes("application/json")
@Produces("application/json")
public class PlainResource {

    private final ObjectMapper json;
    private volatile String text = "";
    private volatile @Nullable Answer records;

    PlainResource(ObjectMapper json) {
        this.json = json;
    }

    /** From now on this is what is returned. */
    @PUT
    public void keep(String answer) throws JsonProcessingException {
        records = json.readValue(answer, Answer.class);
        text = answer;
    }

    /** The text. */
    @GET
    @Path("text")
    public String text() {
        return text;
    }

    /** The records, written by Jackson. */
    @GET
    @Path("records")
    public Answer records() {
        return Objects.requireNonNull(records);
    }
}
