package dev.greengraph.simulator.world;

import dev.greengraph.simulator.content.Cards;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.MediaFile;
import dev.greengraph.simulator.content.Quote;
import dev.greengraph.simulator.content.Texts;
import java.time.Instant;
import java.util.List;

/** The group of the studio that holds every kind of message MAX is known or expected to have. */
final class StudioShowcase {

    /** Id of the group. */
    static final String CHAT = "-70000000000001";

    private StudioShowcase() {}

    static List<Entry> of(Cast cast, Instant begins) {
        Chat chat = cast.chat(CHAT);
        Scene scene = new Scene(cast, chat, begins);
        Person vera = chat.members().get(0);
        Person oleg = chat.members().get(1);
        String host = cast.mediaHost();
        scene.us("delivered", Said.of(Texts.extended("Занятие в субботу переносится на 12:00")));
        Entry news = scene.us("read", Said.of(Texts.extended("The hall is warm again 🎉")));
        scene.them(oleg, Texts.plain("Понял, спасибо!"));
        scene.them(vera, image(host, "poster").content());
        Media clip = Media.video(MediaFile.elsewhere("https://files.example/original/video.mp4"), "Связка целиком");
        scene.us("delivered", Said.of(clip.onMax().content()));
        scene.them(
                vera,
                Media.document(MediaFile.named(host, "plan", "план.pdf"), "").content());
        scene.them(oleg, Media.audio(MediaFile.stored(host, "beat", "mp3")).content());
        scene.them(
                oleg,
                Media.sticker(MediaFile.stored(host, "dance", "webp"), Media.Look.STILL)
                        .content());
        scene.them(oleg, Cards.contact("Demo Tailor", "70000001906"));
        scene.them(oleg, Cards.location("", "", 55.75, 37.5));
        Quote quote = scene.quoteOf(news);
        scene.them(vera, Said.answering(Texts.reply("Наконец-то", quote), quote));
        scene.them(vera, Said.answering(Texts.reaction("🔥"), scene.referenceTo(news)));
        return scene.entries();
    }

    private static Media image(String host, String name) {
        return Media.image(MediaFile.stored(host, name, "webp"), "").onMax();
    }
}
