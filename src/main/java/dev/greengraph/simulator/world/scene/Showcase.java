package dev.greengraph.simulator.world.scene;

import dev.greengraph.simulator.content.ButtonMessages;
import dev.greengraph.simulator.content.Cards;
import dev.greengraph.simulator.content.Events;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.Polls;
import dev.greengraph.simulator.content.QuotedContent;
import dev.greengraph.simulator.content.StoredFile;
import dev.greengraph.simulator.content.Texts;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.ShopCast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryContent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chat of the shop with every kind of message: the group {@link ShopCast#SHOWCASE}.
 *
 * <p>Each method below is a theme. No other messages are added to this group; its history is fixed and lies between two
 * and four hours before the start of the simulator.
 */
public final class Showcase {

    private final Scene scene;
    private final String host;
    private final SimulatedPerson vera;
    private final SimulatedPerson dot;
    private final SimulatedPerson mila;
    private final long expiry;

    private Showcase(Cast cast, Instant begins) {
        SimulatedChat chat = cast.chat(ShopCast.SHOWCASE);
        this.scene = new Scene(cast, chat, begins);
        this.host = cast.mediaHost();
        this.vera = chat.members().get(0);
        this.dot = chat.members().get(1);
        this.mila = chat.members().get(2);
        this.expiry = begins.plusSeconds(600_000).getEpochSecond();
    }

    /** One message of each kind that a history can contain, oldest first. */
    public static List<Entry> of(Cast cast, Instant begins) {
        Showcase showcase = new Showcase(cast, begins);
        showcase.texts();
        showcase.media();
        showcase.quotes();
        showcase.cards();
        showcase.polls();
        showcase.reactions();
        showcase.buttons();
        showcase.lists();
        showcase.changes();
        showcase.unexplained();
        return showcase.scene.entries();
    }

    private void texts() {
        scene.incoming(vera, Texts.plain("Good morning everyone! The glaze order goes out at noon.\nAnything to add?"));
        scene.incoming(mila, Texts.plain("Hello from a hidden number 🙈"));
        scene.typed("", Texts.plain("Typed on the phone, state not known yet"));
        scene.outgoing(Texts.extended("Noon it is. Список закрою в 11:45."));
        scene.outgoing(
                "sent", EntryContent.of(Texts.forwarded("Supplier: the next price list is valid from the 1st.")));
        scene.incoming(
                vera, Texts.preview("Look at this kiln\nhttps://kilns.example/k2", "Kiln K2", "A small electric kiln"));
        scene.incoming(
                dot,
                Texts.advertisement(
                        "Ten percent off all mugs",
                        "Glina & Co",
                        "https://ads.example/mugs",
                        host + "/ads/t.jpg?x=1&y=2"));
        scene.incoming(dot, Texts.innerOnly("Only the inner text is here"));
        scene.incoming(vera, Texts.plain("{{SWE001}}"));
        scene.incoming(dot, Texts.plain("{{SWE003}}"));
    }

    private void media() {
        scene.incoming(
                vera, Media.image(file("mugs", "jpg"), "Fresh from the kiln").content());
        scene.outgoing(
                "read",
                EntryContent.of(Media.video(elsewhere("tour.mp4"), "A tour of the workshop")
                        .content()));
        Media note = Media.video(file("note", "mp4"), "").look(Media.Look.ROUND);
        scene.incoming(dot, note.content());
        scene.incoming(
                vera,
                Media.video(StoredFile.tooLarge("party", "mp4"), "Far too long").content());
        scene.incoming(vera, Media.document(named("Смета №5 (итог).pdf"), "").content());
        scene.outgoing(
                "delivered",
                EntryContent.of(
                        Media.document(named("price list.xlsx"), "Prices").content()));
        scene.incoming(dot, Media.audio(file("voice", "oga")).content().unmarked());
        scene.incoming(
                dot, Media.sticker(file("cat", "webp"), Media.Look.ANIMATED).content());
        scene.incoming(
                vera,
                Media.image(file("old", "jpg"), "").look(Media.Look.FORWARDED).content());
    }

    private void quotes() {
        Entry question = scene.outgoing("read", EntryContent.of(Texts.extended("Does Friday suit everybody?")));
        QuotedContent quote = scene.quoteOf(question);
        scene.incoming(vera, EntryContent.answering(Texts.reply("Friday is perfect", quote), quote));
        Entry photo = scene.incoming(
                vera, Media.image(file("shelf", "jpg"), "The new shelf").content());
        QuotedContent lost = scene.quoteOf(
                photo, Media.image(file("shelf", "jpg"), "").withoutFile().content());
        scene.outgoing("read", EntryContent.answering(Texts.reply("Красота!", lost), lost));
        scene.outgoing(
                "sent",
                EntryContent.answering(
                        Media.video(file("answer", "mp4"), "In motion").content(), scene.quoteOf(photo)));
        QuotedContent unknown = QuotedContent.unresolved("3EB05C9999999999999999", "70000001000@c.us");
        scene.incoming(dot, EntryContent.answering(Texts.reply("About what was said last year", unknown), unknown));
    }

    private void cards() {
        Entry place = scene.incoming(vera, Cards.location("Glina & Co", "12 Sample Street, Demograd", 51.128, 71));
        scene.outgoing("read", EntryContent.answering(Cards.location("", "", 51.5, -0.25), scene.quoteOf(place)));
        scene.outgoing(Cards.contact("Demo Courier", "70000001901"));
        scene.incoming(vera, Cards.contacts(List.of("Demo Packer", "70000001903", "Демо Мастер", "70000001904")));
        scene.incoming(vera, Cards.invite("120363000000000202@g.us", "Potters on the river", "Join us", expiry));
        scene.incoming(dot, Cards.inviteWithSplitExpiry("70000001001-1500000001@g.us", "Old style group", expiry));
    }

    private void polls() {
        List<String> days = List.of("Mon", "Tue", "Wed");
        Entry poll = scene.outgoing(Polls.question("Which day for the market?", true, days));
        String id = poll.id().early();
        scene.incoming(vera, Polls.votes("Which day for the market?", id, true, tally(List.of(vera.id()))));
        scene.incoming(mila, Polls.votes("Which day for the market?", id, true, tally(List.of(vera.id(), mila.id()))));
        QuotedContent quote = scene.quoteOf(poll, Polls.question("Which day for the market?", true, List.of()));
        scene.incoming(dot, EntryContent.answering(Texts.reply("Any but Wednesday", quote), quote));
    }

    private static Map<String, List<String>> tally(List<String> forMonday) {
        Map<String, List<String>> votes = new LinkedHashMap<>();
        votes.put("Mon", forMonday);
        votes.put("Tue", List.of());
        votes.put("Wed", List.of());
        return votes;
    }

    private void reactions() {
        Entry news = scene.outgoing(Texts.extended("We are open on Sunday as well"));
        scene.incoming(vera, EntryContent.answering(Texts.reaction("👍🏽"), scene.referenceTo(news)));
        scene.incoming(dot, EntryContent.answering(Texts.reaction("❤️"), scene.referenceTo(news)));
        scene.incoming(dot, EntryContent.answering(Texts.reaction(""), scene.referenceTo(news)));
    }

    private void buttons() {
        Entry tea = scene.outgoing(ButtonMessages.buttons("Tea or coffee at the workshop?", "Tea", "Coffee"));
        scene.incoming(vera, ButtonMessages.pressed(tea.id().early(), "1", "Tea"));
        Entry rating = scene.outgoing(ButtonMessages.template("How was your order?"));
        scene.incoming(vera, ButtonMessages.templateReply(rating.id().early(), "good", "All good"));
        scene.incoming(dot, ButtonMessages.templateReply(rating.id().early(), "good", ""));
        scene.outgoing(ButtonMessages.interactive("Order 1041", "Your parcel is on its way"));
        Entry offer =
                scene.outgoing("read", EntryContent.of(ButtonMessages.interactiveReply("Shall we gift-wrap it?")));
        scene.incoming(vera, ButtonMessages.interactiveAnswer(offer.id().early(), "yes", "Yes"));
    }

    private void lists() {
        Entry list = scene.outgoing(ButtonMessages.list("Glazes", "Pick a glaze"));
        scene.incoming(vera, ButtonMessages.picked(list.id().early(), "sea", "Sea"));
        scene.incoming(dot, ButtonMessages.pickedTheOldWay(list.id().early(), "sand", "Sand"));
    }

    private void changes() {
        Entry meeting = scene.incoming(vera, Texts.plain("See you at six"));
        Entry moved = scene.incoming(vera, Events.edited(meeting.id().early(), "See you at seven"));
        scene.edit(meeting, moved, Texts.plain("See you at seven"));
        Media invoice = Media.document(named("invoice 1041.pdf"), "Invoice");
        Entry bill = scene.outgoing(invoice.content());
        Entry finalBill = scene.outgoing(Events.recaptioned(bill.id().early(), "Final invoice"));
        scene.edit(bill, finalBill, invoice.caption("Final invoice").content());
        Entry slip = scene.outgoing("sent", EntryContent.of(Texts.extended("The code of the door is 0000")));
        Entry correction =
                scene.outgoing("sent", EntryContent.of(Events.edited(slip.id().early(), "Ask me for the door code")));
        scene.edit(slip, correction, Texts.extended("Ask me for the door code"));
        Entry removal =
                scene.outgoing("sent", EntryContent.of(Events.deleted(slip.id().early())));
        scene.delete(slip, removal);
        Entry mistake = scene.incoming(dot, Texts.plain("Wrong chat, sorry"));
        scene.delete(mistake, scene.incoming(dot, Events.deleted(mistake.id().early())));
    }

    private void unexplained() {
        scene.incoming(vera, Events.unexplained("productMessage"));
        scene.incoming(dot, Events.unexplained("orderMessage"));
        scene.incoming(vera, Texts.plain("That was every kind of message 🎉"));
    }

    private StoredFile file(String name, String extension) {
        return StoredFile.stored(host, "showcase-" + name, extension);
    }

    private StoredFile named(String fileName) {
        return StoredFile.named(host, "showcase-" + fileName, fileName);
    }

    private StoredFile elsewhere(String fileName) {
        return StoredFile.elsewhere(host + "/original/" + fileName);
    }
}
