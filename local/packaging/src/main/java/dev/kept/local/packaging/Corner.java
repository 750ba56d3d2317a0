package dev.kept.local.packaging;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A library of which we use a corner, by the classes that we enter it with.
///
/// Lucene's analysis of words is all that search and extraction take of it: not its index, which is nine tenths.
/// Attributes are listed because Lucene finds their implementations by name. Of Jedis it is a connection: not the
/// commands of Redis' modules, pools, and what fails over between servers.
enum Corner {
    LUCENE(
            "lucene-(core|analysis-common)-.*",
            "org/apache/lucene/analysis/([^/]+|tokenattributes/.*|standard/.*|en/(EnglishPossessive|PorterStem)[^/]*)"
                    + "|org/tartarus/snowball/ext/EnglishStemmer"),
    /// One connection and what it says.
    JEDIS("jedis-.*", "redis/clients/jedis/(Connection|DefaultJedis(ClientConfig|SocketFactory))");

    private final Pattern jars;
    private final Pattern entered;

    Corner(String jars, String entered) {
        this.jars = Pattern.compile(jars);
        this.entered = Pattern.compile("(?:" + entered + ")\\.class");
    }

    /// Says which entries of a jar are needed.
    static Predicate<String> of(String name, ZipFile jar) throws IOException {
        Optional<Corner> corner = Arrays.stream(values())
                .filter(one -> one.jars.matcher(name).matches())
                .findFirst();
        if (corner.isEmpty()) {
            return _ -> true;
        }
        Set<String> needed = corner.get().needed(jar);
        return entry -> !entry.endsWith(".class") || needed.contains(entry);
    }

    private Set<String> needed(ZipFile jar) throws IOException {
        List<String> classes = jar.stream()
                .map(ZipEntry::getName)
                .filter(entry -> entered.matcher(entry).matches())
                .map(entry -> entry.substring(0, entry.length() - ".class".length()))
                .toList();
        return Reachable.from(classes, jar);
    }
}
