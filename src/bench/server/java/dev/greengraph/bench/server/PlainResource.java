package dev.greengraph.bench.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Returns the JSON that it was given under a name, from memory: as it is, or from objects each time anew. */
@Path("/plain/{name}")
@NonBlocking
@Consumes("application/json")
@Produces("application/json")
public class PlainResource {

    private final ObjectMapper json;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Object> records = new ConcurrentHashMap<>();

    PlainResource(ObjectMapper json) {
        this.json = json;
    }

    /** From now on this is what is returned under that name. */
    @PUT
    public void keep(@PathParam("name") String name, String answer) throws JsonProcessingException {
        texts.put(name, answer);
        records.put(name, read(answer));
    }

    /** The text. */
    @GET
    @Path("text")
    public String text(@PathParam("name") String name) {
        return Objects.requireNonNull(texts.get(name));
    }

    /** The objects, written by Jackson. */
    @GET
    @Path("records")
    public Object records(@PathParam("name") String name) {
        return Objects.requireNonNull(records.get(name));
    }

    /** A history as records; what has other fields as maps. */
    private Object read(String answer) throws JsonProcessingException {
        try {
            return json.readerFor(Answer.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(answer);
        } catch (UnrecognizedPropertyException otherFields) {
            return json.readValue(answer, Map.class);
        }
    }
}
