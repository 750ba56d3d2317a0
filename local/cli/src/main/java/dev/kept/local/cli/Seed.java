package dev.kept.local.cli;

import java.time.InstantSource;

/// `./kept seed`
public final class Seed {
    private Seed() {}

    public static void main(String[] args) {
        Terminal.run(out -> {
            if (args.length > 0) {
                throw new CommandFailed("Usage: ./kept seed");
            }
            KeptApi api = new KeptApi(Terminal.stack(), Pause.SLEEP);
            new SeedCommand(api, InstantSource.system(), out).run();
        });
    }
}
