/// The readers of turns: by rules, stage by stage, with users' own where they have some; and by a
/// model, whose proposals are held to what the turns say. They put the other rooms together.
@NullMarked
package dev.kept.application.extraction.pipeline;

import org.jspecify.annotations.NullMarked;
