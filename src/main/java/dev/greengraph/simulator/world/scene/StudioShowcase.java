package dev.greengraph.simulator.world.scene;

import dev.greengraph.simulator.content.Cards;
import dev.greengraph.simulator.content.Media;
import dev.greengraph.simulator.content.QuotedContent;
import dev.greengraph.simulator.content.StoredFile;
import dev.greengraph.simulator.content.Texts;
import dev.greengraph.simulator.world.cast.Cast;
import dev.greengraph.simulator.world.cast.SimulatedChat;
import dev.greengraph.simulator.world.cast.SimulatedPerson;
import dev.greengraph.simulator.world.cast.StudioCast;
import dev.greengraph.simulator.world.entry.Entry;
import dev.greengraph.simulator.world.entry.EntryContent;
import java.time.Instant;
import java.util.List;

/** The group of the studio with every kind of message that MAX is known or expected to have. */
public final class StudioShowcase {

    private StudioShowcase() {}

    public static List<Entry> of(Cast cast, Instant begins) {
        SimulatedChat chat = cast.chat(StudioCast.SHOWCASE);
        Scene scene = new Scene(cast, chat, begins);
        SimulatedPerson vera = chat.members().get(0);
        SimulatedPerson oleg = chat.members().get(1);
        String host = cast.mediaHost();
        scene.outgoing("delivered", EntryContent.of(Texts.extended("Занятие в субботу переносится на 12:00")));
        Entry news = scene.outgoing("read", EntryContent.of(Texts.extended("The hall is warm again 🎉")));
        scene.incoming(oleg, Texts.plain("Понял, спасибо!"));
        scene.incoming(vera, image(host, "poster").content());
        Media clip = Media.video(StoredFile.elsewhere(host + "/original/video.mp4"), "Связка целиком");
        scene.outgoing("delivered", EntryContent.of(clip.onMax().content()));
        scene.incoming(
                vera,
                Media.document(StoredFile.named(host, "plan", "план.pdf"), "").content());
        scene.incoming(oleg, Media.audio(StoredFile.stored(host, "beat", "mp3")).content());
        scene.incoming(
                oleg,
                Media.sticker(StoredFile.stored(host, "dance", "webp"), Media.Look.STILL)
                        .content());
        scene.incoming(oleg, Cards.contact("Demo Tailor", "70000001906"));
        scene.incoming(oleg, Cards.location("", "", 55.75, 37.5));
        QuotedContent quote = scene.quoteOf(news);
        scene.incoming(vera, EntryContent.answering(Texts.reply("Наконец-то", quote), quote));
        scene.incoming(vera, EntryContent.answering(Texts.reaction("🔥"), scene.referenceTo(news)));
        return scene.entries();
    }

    private static Media image(String host, String name) {
        return Media.image(StoredFile.stored(host, name, "webp"), "").onMax();
    }
}
