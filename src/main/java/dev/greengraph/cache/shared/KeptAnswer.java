package dev.greengraph.cache.shared;

/** An answer in the form in which it is kept: small, while what it is read to may be large. */
@FunctionalInterface
public interface KeptAnswer {

    /** What it holds; takes long. Fails with a {@link RuntimeException} if it cannot be read. */
    SharedAnswer read();
}
