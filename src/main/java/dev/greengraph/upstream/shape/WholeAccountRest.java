package dev.greengraph.upstream.shape;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The methods that take no arguments. */
@Path("/waInstance{idInstance}")
@Produces(MediaType.APPLICATION_JSON)
public interface WholeAccountRest {

    /** Whether the account works. */
    @GET
    @Path("/getStateInstance/{apiTokenInstance}")
    Uni<Response> getStateInstance(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance);

    /** All chats. */
    @GET
    @Path("/getChats/{apiTokenInstance}")
    Uni<Response> getChats(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance);
}
