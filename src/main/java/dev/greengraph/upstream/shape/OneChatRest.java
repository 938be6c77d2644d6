package dev.greengraph.upstream.shape;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The methods that are asked about one chat; the body names it. */
@Path("/waInstance{idInstance}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface OneChatRest {

    /** The picture of a person or a group. */
    @POST
    @Path("/getAvatar/{apiTokenInstance}")
    Uni<Response> getAvatar(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            Map<String, String> body);

    /** What the messenger says about a group. */
    @POST
    @Path("/getGroupData/{apiTokenInstance}")
    Uni<Response> getGroupData(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            Map<String, String> body);

    /** What the messenger says about a person. */
    @POST
    @Path("/getContactInfo/{apiTokenInstance}")
    Uni<Response> getContactInfo(
            @Url String address,
            @PathParam("idInstance") String idInstance,
            @PathParam("apiTokenInstance") String apiTokenInstance,
            Map<String, String> body);
}
