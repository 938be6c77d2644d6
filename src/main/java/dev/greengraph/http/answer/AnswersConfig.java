package dev.greengraph.http.answer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Answers that are sent again without executing their operation. */
@ConfigMapping(prefix = "greengraph.answers")
public interface AnswersConfig {

    /** Most memory for remembered answers, estimated; 0 remembers none, so that every operation is executed. */
    @WithDefault("16M")
    MemorySize maxMemory();
}
