package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The REST interface of the queue of notifications. */
@Path("/waInstance{idInstance}")
@Produces(MediaType.APPLICATION_JSON)
interface NotificationQueueRest {

    /** Waits for the next one with an account's credentials. */
    EndpointDefinition.Send<NotificationQueueRest, NextNotification> RECEIVE =
            (rest, account, request) -> rest.receiveNotification(
                    UpstreamEndpoint.address(account),
                    account.idInstance(),
                    account.apiToken().reveal(),
                    request.waits().toSeconds());

    /** Deletes one with an account's credentials. */
    EndpointDefinition.Send<NotificationQueueRest, TakenNotification> DELETE =
            (rest, account, request) -> rest.deleteNotification(
                    UpstreamEndpoint.address(account),
                    account.idInstance(),
                    account.apiToken().reveal(),
                    request.receiptId());

    @GET
    @Path("/receiveNotification/{apiTokenInstance}")
    Uni<Response> receiveNotification(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("receiveTimeout") long receiveTimeout);

    @DELETE
    @Path("/deleteNotification/{apiTokenInstance}/{receiptId}")
    Uni<Response> deleteNotification(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @PathParam("receiptId") String receiptId);
}
