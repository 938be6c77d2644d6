package dev.greengraph.simulator.world;

import dev.greengraph.simulator.content.Buttons;
import dev.greengraph.simulator.content.Cards;
import dev.greengraph.simulator.content.Events;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.MediaFile;
import dev.greengraph.simulator.content.Polls;
import dev.greengraph.simulator.content.Quote;
import dev.greengraph.simulator.content.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chat of the shop that holds every kind of message there is: the group {@value #CHAT}.
 *
 * <p>Each passage below is a theme. Nothing else is ever said in this group, so its history stays as written here; it
 * lies between two and four hours before the start of the simulator.
 */
final class Showcase {

    /** Id of the group. */
    static final String CHAT = "120363000000000101@g.us";

    private final Scene scene;
    private final String host;
    private final Person vera;
    private final Person dot;
    private final Person mila;
    private final long expiry;

    private Showcase(Cast cast, Instant begins) {
        Chat chat = cast.chat(CHAT);
        this.scene = new Scene(cast, chat, begins);
        this.host = cast.mediaHost();
        this.vera = chat.members().get(0);
        this.dot = chat.members().get(1);
        this.mila = chat.members().get(2);
        this.expiry = begins.plusSeconds(600_000).getEpochSecond();
    }

    /** Every kind of message that a chat's history can hold, oldest first. */
    static List<Entry> of(Cast cast, Instant begins) {
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
        scene.them(vera, Texts.plain("Good morning everyone! The glaze order goes out at noon.\nAnything to add?"));
        scene.them(mila, Texts.plain("Hello from a hidden number 🙈"));
        scene.typed("", Texts.plain("Typed on the phone, state not known yet"));
        scene.us(Texts.extended("Noon it is. Список закрою в 11:45."));
        scene.us("sent", Said.of(Texts.forwarded("Supplier: the next price list is valid from the 1st.")));
        scene.them(
                vera, Texts.preview("Look at this kiln\nhttps://kilns.example/k2", "Kiln K2", "A small electric kiln"));
        scene.them(dot, Texts.advertisement("Ten percent off all mugs", "Glina & Co", "https://ads.example/mugs"));
        scene.them(dot, Texts.innerOnly("Only the inner text is here"));
        scene.them(vera, Texts.plain("{{SWE001}}"));
        scene.them(dot, Texts.plain("{{SWE003}}"));
    }

    private void media() {
        scene.them(vera, Media.image(file("mugs", "jpg"), "Fresh from the kiln").content());
        scene.us(
                "read",
                Said.of(Media.video(elsewhere("tour.mp4"), "A tour of the workshop")
                        .content()));
        Media note = Media.video(file("note", "mp4"), "").look(Media.Look.ROUND);
        scene.them(dot, note.content());
        scene.them(
                vera,
                Media.video(MediaFile.tooLarge("party", "mp4"), "Far too long").content());
        scene.them(vera, Media.document(named("Смета №5 (итог).pdf"), "").content());
        scene.us(
                "delivered",
                Said.of(Media.document(named("price list.xlsx"), "Prices").content()));
        scene.them(dot, Media.audio(file("voice", "oga")).content().unmarked());
        scene.them(dot, Media.sticker(file("cat", "webp"), Media.Look.ANIMATED).content());
        scene.them(
                vera,
                Media.image(file("old", "jpg"), "").look(Media.Look.FORWARDED).content());
    }

    private void quotes() {
        Entry question = scene.us("read", Said.of(Texts.extended("Does Friday suit everybody?")));
        Quote quote = scene.quoteOf(question);
        scene.them(vera, Said.answering(Texts.reply("Friday is perfect", quote), quote));
        Entry photo = scene.them(
                vera, Media.image(file("shelf", "jpg"), "The new shelf").content());
        Quote lost = scene.quoteOf(
                photo, Media.image(file("shelf", "jpg"), "").withoutFile().content());
        scene.us("read", Said.answering(Texts.reply("Красота!", lost), lost));
        scene.us(
                "sent",
                Said.answering(Media.video(file("answer", "mp4"), "In motion").content(), scene.quoteOf(photo)));
        Quote unknown = Quote.unresolved("3EB05C9999999999999999", "70000001000@c.us");
        scene.them(dot, Said.answering(Texts.reply("About what was said last year", unknown), unknown));
    }

    private void cards() {
        Entry place = scene.them(vera, Cards.location("Glina & Co", "12 Sample Street, Demograd", 51.128, 71));
        scene.us("read", Said.answering(Cards.location("", "", 51.5, -0.25), scene.quoteOf(place)));
        scene.us(Cards.contact("Demo Courier", "70000001901"));
        scene.them(vera, Cards.contacts(List.of("Demo Packer", "70000001903", "Демо Мастер", "70000001904")));
        scene.them(vera, Cards.invite("120363000000000202@g.us", "Potters on the river", "Join us", expiry));
        scene.them(dot, Cards.inviteWithSplitExpiry("70000001001-1500000001@g.us", "Old style group", expiry));
    }

    private void polls() {
        List<String> days = List.of("Mon", "Tue", "Wed");
        Entry poll = scene.us(Polls.question("Which day for the market?", true, days));
        String id = poll.id().early();
        scene.them(vera, Polls.votes("Which day for the market?", id, true, tally(List.of(vera.id()))));
        scene.them(mila, Polls.votes("Which day for the market?", id, true, tally(List.of(vera.id(), mila.id()))));
        Quote quote = scene.quoteOf(poll, Polls.question("Which day for the market?", true, List.of()));
        scene.them(dot, Said.answering(Texts.reply("Any but Wednesday", quote), quote));
    }

    private static Map<String, List<String>> tally(List<String> forMonday) {
        Map<String, List<String>> votes = new LinkedHashMap<>();
        votes.put("Mon", forMonday);
        votes.put("Tue", List.of());
        votes.put("Wed", List.of());
        return votes;
    }

    private void reactions() {
        Entry news = scene.us(Texts.extended("We are open on Sunday as well"));
        scene.them(vera, Said.answering(Texts.reaction("👍🏽"), scene.referenceTo(news)));
        scene.them(dot, Said.answering(Texts.reaction("❤️"), scene.referenceTo(news)));
        scene.them(dot, Said.answering(Texts.reaction(""), scene.referenceTo(news)));
    }

    private void buttons() {
        Entry tea = scene.us(Buttons.buttons("Tea or coffee at the workshop?", "Tea", "Coffee"));
        scene.them(vera, Buttons.pressed(tea.id().early(), "1", "Tea"));
        Entry rating = scene.us(Buttons.template("How was your order?"));
        scene.them(vera, Buttons.templateReply(rating.id().early(), "good", "All good"));
        scene.them(dot, Buttons.templateReply(rating.id().early(), "good", ""));
        scene.us(Buttons.interactive("Order 1041", "Your parcel is on its way"));
        Entry offer = scene.us("read", Said.of(Buttons.interactiveReply("Shall we gift-wrap it?")));
        scene.them(vera, Buttons.interactiveAnswer(offer.id().early(), "yes", "Yes"));
    }

    private void lists() {
        Entry list = scene.us(Buttons.list("Glazes", "Pick a glaze"));
        scene.them(vera, Buttons.picked(list.id().early(), "sea", "Sea"));
        scene.them(dot, Buttons.pickedTheOldWay(list.id().early(), "sand", "Sand"));
    }

    private void changes() {
        Entry meeting = scene.them(vera, Texts.plain("See you at six"));
        Entry moved = scene.them(vera, Events.edited(meeting.id().early(), "See you at seven"));
        scene.edit(meeting, moved, Texts.plain("See you at seven"));
        Media invoice = Media.document(named("invoice 1041.pdf"), "Invoice");
        Entry bill = scene.us(invoice.content());
        Entry finalBill = scene.us(Events.recaptioned(bill.id().early(), "Final invoice"));
        scene.edit(bill, finalBill, invoice.caption("Final invoice").content());
        Entry slip = scene.us("sent", Said.of(Texts.extended("The code of the door is 0000")));
        Entry correction = scene.us("sent", Said.of(Events.edited(slip.id().early(), "Ask me for the door code")));
        scene.edit(slip, correction, Texts.extended("Ask me for the door code"));
        Entry removal = scene.us("sent", Said.of(Events.deleted(slip.id().early())));
        scene.delete(slip, removal);
        Entry mistake = scene.them(dot, Texts.plain("Wrong chat, sorry"));
        scene.delete(mistake, scene.them(dot, Events.deleted(mistake.id().early())));
    }

    private void unexplained() {
        scene.them(vera, Events.unexplained("productMessage"));
        scene.them(dot, Events.unexplained("orderMessage"));
        scene.them(vera, Texts.plain("That was every kind of message 🎉"));
    }

    private MediaFile file(String name, String extension) {
        return MediaFile.stored(host, "showcase-" + name, extension);
    }

    private MediaFile named(String fileName) {
        return MediaFile.named(host, "showcase-" + fileName, fileName);
    }

    private static MediaFile elsewhere(String fileName) {
        return MediaFile.elsewhere("https://files.example/original/" + fileName);
    }
}
