package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The methods that are asked about one message. */
@Path("/waInstance{idInstance}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface MessageRest {

    /** Asks for the message with an account's credentials. */
    EndpointDefinition.Send<MessageRest, OneMessage> SEND = (rest, account, request) -> rest.getMessage(
            UpstreamEndpoint.address(account),
            account.idInstance(),
            account.apiToken().reveal(),
            new Body(request.chat().value(), request.message().value()));

    /** Asks for its file in the same way. */
    EndpointDefinition.Send<MessageRest, OneMessage> SEND_FILE = (rest, account, request) -> rest.downloadFile(
            UpstreamEndpoint.address(account),
            account.idInstance(),
            account.apiToken().reveal(),
            new Body(request.chat().value(), request.message().value()));

    /** The message itself. */
    @POST
    @Path("/getMessage/{apiTokenInstance}")
    Uni<Response> getMessage(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            Body body);

    /** Where its file is. */
    @POST
    @Path("/downloadFile/{apiTokenInstance}")
    Uni<Response> downloadFile(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            Body body);

    /** The body of the call. */
    record Body(String chatId, String idMessage) {}
}
