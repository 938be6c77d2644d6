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

    /** The settings of the account. */
    @GET
    @Path("/getSettings/{apiTokenInstance}")
    Uni<Response> getSettings(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance);

    /** What the messenger says of the account; MAX alone has it. */
    @GET
    @Path("/getAccountSettings/{apiTokenInstance}")
    Uni<Response> getAccountSettings(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance);

    /** What waits to be sent. */
    @GET
    @Path("/showMessagesQueue/{apiTokenInstance}")
    Uni<Response> showMessagesQueue(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance);

    /** The address book. */
    @GET
    @Path("/getContacts/{apiTokenInstance}")
    Uni<Response> getContacts(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance);
}
