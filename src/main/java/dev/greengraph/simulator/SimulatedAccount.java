package dev.greengraph.simulator;

import dev.greengraph.account.Messenger;
import java.util.List;

/**
 * An account that the simulator has invented.
 *
 * @param name its name in the gateway's settings
 * @param messenger where it lives
 * @param idInstance its number upstream
 * @param token its token; opens nothing but the simulator
 */
public record SimulatedAccount(String name, Messenger messenger, long idInstance, String token) {

    /** A shop on WhatsApp. */
    public static final SimulatedAccount SHOP = new SimulatedAccount(
            "shop", Messenger.WHATSAPP, 7103000001L, "simulated-shop-token-that-opens-only-the-simulator");

    /** A studio on MAX. */
    public static final SimulatedAccount STUDIO = new SimulatedAccount(
            "studio", Messenger.MAX, 3100000001L, "simulated-studio-token-that-opens-only-the-simulator");

    /** All there are. */
    public static final List<SimulatedAccount> ALL = List.of(SHOP, STUDIO);

    @Override
    public String toString() {
        return name + " (" + (messenger == Messenger.MAX ? "MAX" : "WhatsApp") + " " + idInstance + ")";
    }
}
