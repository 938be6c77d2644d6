package dev.greengraph.upstream.shape;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The methods that go back some minutes. */
@Path("/waInstance{idInstance}")
@Produces(MediaType.APPLICATION_JSON)
public interface LastMinutesRest {

    /** What all chats received. */
    @GET
    @Path("/lastIncomingMessages/{apiTokenInstance}")
    Uni<Response> lastIncomingMessages(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);

    /** What was sent to all chats. */
    @GET
    @Path("/lastOutgoingMessages/{apiTokenInstance}")
    Uni<Response> lastOutgoingMessages(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);

    /** Statuses of contacts. */
    @GET
    @Path("/getIncomingStatuses/{apiTokenInstance}")
    Uni<Response> getIncomingStatuses(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);

    /** Calls by voice and video that the account received. */
    @GET
    @Path("/lastIncomingCalls/{apiTokenInstance}")
    Uni<Response> lastIncomingCalls(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);

    /** Calls by voice and video that it made. */
    @GET
    @Path("/lastOutgoingCalls/{apiTokenInstance}")
    Uni<Response> lastOutgoingCalls(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);

    /** Statuses that the account sent. */
    @GET
    @Path("/getOutgoingStatuses/{apiTokenInstance}")
    Uni<Response> getOutgoingStatuses(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);
}
