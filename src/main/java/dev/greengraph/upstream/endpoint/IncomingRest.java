package dev.greengraph.upstream.endpoint;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The wire of lastIncomingMessages. */
@Path("/waInstance{idInstance}/lastIncomingMessages/{apiTokenInstance}")
@Produces(MediaType.APPLICATION_JSON)
interface IncomingRest {

    @GET
    Uni<Response> lastIncomingMessages(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);
}
