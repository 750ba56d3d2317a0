package dev.kept.local.cli;

import java.time.InstantSource;

/// `./kept demo`
public final class Demo {
    private Demo() {}

    public static void main(String[] args) {
        Terminal.run(out -> {
            DemoOptions options = DemoOptions.parse(args);
            KeptApi api = new KeptApi(Terminal.stack(), Pause.SLEEP);
            new DemoCommand(api, InstantSource.system(), out).run(options);
        });
    }
}
