package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The REST interface of getIncomingStatuses. */
@Path("/waInstance{idInstance}/getIncomingStatuses/{apiTokenInstance}")
@Produces(MediaType.APPLICATION_JSON)
interface StatusesRest {

    /** Calls it with an account's credentials. */
    EndpointDefinition.Send<StatusesRest, LastMinutes> SEND = (rest, account, request) -> rest.getIncomingStatuses(
            UpstreamEndpoint.address(account),
            account.idInstance(),
            account.apiToken().reveal(),
            request.minutes());

    @GET
    Uni<Response> getIncomingStatuses(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            @QueryParam("minutes") int minutes);
}
