package org.redress.notification.acknowledge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.notification.links.AcknowledgeLinks;
import org.redress.notification.links.LinkVerdict;
import org.redress.notification.messages.Acknowledgments;
import org.redress.notification.messages.PagedMessage;
import org.redress.platform.web.Problem;
import org.redress.platform.web.limits.RateLimited;

/**
 * Acknowledging by the link of a page's mail (NO-06). Reading never acknowledges: scanners read.
 */
@Path("/a/{token}")
@PermitAll
@RunOnVirtualThread
@RateLimited
@Tag(name = "Acknowledge", description = "The link in a page's mail; no login")
class AcknowledgeResource {
    private final AcknowledgeLinks links;
    private final Acknowledgments acknowledgments;
    private final AcknowledgeAnswers answers;

    @Context HttpHeaders headers;

    AcknowledgeResource(
            AcknowledgeLinks links, Acknowledgments acknowledgments, AcknowledgeAnswers answers) {
        this.links = links;
        this.acknowledgments = acknowledgments;
        this.answers = answers;
    }

    /** Shows what the link acknowledges, and whether that has been done. */
    @GET
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "Show what the link acknowledges; changes nothing")
    @APIResponse(
            responseCode = "200",
            description =
                    "The confirmation page, or the state as JSON; of a mail with several pages the state of each")
    @APIResponse(responseCode = "404", description = "Not a link of ours")
    @APIResponse(responseCode = "410", description = "The link is over")
    public Response show(@PathParam("token") String token) {
        return answer(token, UnaryOperator.identity());
    }

    /** Acknowledges: the first time it stops every further step, again it tells when it was. */
    @POST
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(summary = "Acknowledge; repeating it changes nothing")
    @APIResponse(responseCode = "200", description = "Acknowledged, now or earlier, and by whom")
    @APIResponse(responseCode = "404", description = "Not a link of ours")
    @APIResponse(responseCode = "410", description = "The link is over")
    public Response acknowledge(@PathParam("token") String token) {
        return answer(token, page -> acknowledgments.acknowledge(page.id()).orElse(page));
    }

    private Response answer(String token, UnaryOperator<PagedMessage> effect) {
        return switch (links.judge(token)) {
            case LinkVerdict.Valid(var messageId) ->
                    acknowledgments
                            .find(messageId)
                            .map(page -> answer(page, effect))
                            .orElseGet(() -> answer(acknowledgments.bundle(messageId), effect));
            case LinkVerdict.Expired(_) -> answers.expired(headers);
            case LinkVerdict.Forged() -> answers.unknown(headers);
        };
    }

    private Response answer(List<PagedMessage> bundle, UnaryOperator<PagedMessage> effect) {
        return bundle.isEmpty()
                ? answers.unknown(headers)
                : answers.reader(bundle.getFirst())
                        .map(reader ->
                                answers.states(
                                        bundle.stream().map(effect).toList(), reader, headers))
                        .orElseGet(() -> answers.expired(headers));
    }

    /** Who has left since takes no call any more. */
    private Response answer(PagedMessage page, UnaryOperator<PagedMessage> effect) {
        return answers.reader(page)
                .map(reader -> answers.state(effect.apply(page), reader, headers))
                .orElseGet(() -> answers.expired(headers));
    }
}
