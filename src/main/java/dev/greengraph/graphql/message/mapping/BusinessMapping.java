package dev.greengraph.graphql.message.mapping;

import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.kind.ButtonsMessage;
import dev.greengraph.graphql.message.kind.ButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsReplyMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ListMessage;
import dev.greengraph.graphql.message.kind.ListResponseMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.TemplateMessage;
import dev.greengraph.graphql.message.kind.TemplateReplyMessage;
import dev.greengraph.upstream.row.Payload;

/** Messages of businesses: buttons, menus, templates, and what was chosen of them. */
final class BusinessMapping {

    private BusinessMapping() {}

    static Message buttons(Envelope envelope, Payload.Buttons it) {
        return new ButtonsMessage(
                envelope, it.titleText(), it.contentText(), it.footer(), ContentMapping.buttons(it.buttons()));
    }

    static Message interactive(Envelope envelope, Payload.Buttons it) {
        return new InteractiveButtonsMessage(
                envelope, it.titleText(), it.contentText(), it.footer(), ContentMapping.buttons(it.buttons()));
    }

    static Message interactiveReply(Envelope envelope, Payload.Buttons it) {
        return new InteractiveButtonsReplyMessage(
                envelope, it.titleText(), it.contentText(), it.footer(), ContentMapping.buttons(it.buttons()));
    }

    static Message template(Envelope envelope, Payload.Template it, Payload flat) {
        return new TemplateMessage(
                envelope,
                it.titleText(),
                it.contentText(),
                it.footer(),
                TextMapping.withoutPlaceholder(TextMapping.first(it.mediaUrl(), flat.downloadUrl())),
                ContentMapping.templateButtons(it.buttons()));
    }

    static Message list(Envelope envelope, Payload.ListMenu it) {
        return new ListMessage(
                envelope,
                it.title(),
                it.contentText(),
                it.footer(),
                it.buttonText(),
                ContentMapping.sections(it.sections()));
    }

    static Message buttonsResponse(Envelope envelope, Payload.Selection it) {
        return new ButtonsResponseMessage(
                envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
    }

    static Message listResponse(Envelope envelope, Payload.Selection it) {
        return new ListResponseMessage(
                envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
    }

    static Message templateReply(Envelope envelope, Payload.Selection it) {
        return new TemplateReplyMessage(
                envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
    }

    static Message interactiveResponse(Envelope envelope, Payload.Selection it) {
        return new InteractiveButtonsResponseMessage(
                envelope, it.stanzaId(), ContentMapping.selectedId(it), ContentMapping.selectedText(it));
    }
}
