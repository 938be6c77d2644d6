package dev.greengraph.layoutfixture.impl;

import io.smallrye.mutiny.Uni;
import java.util.logging.Logger;

public class ChatServiceImpl {
    final Logger logger = Logger.getLogger("wrong");
    final Object waited = Uni.createFrom().item(1).await().indefinitely();

    void print() {
        System.out.println("wrong");
    }
}
