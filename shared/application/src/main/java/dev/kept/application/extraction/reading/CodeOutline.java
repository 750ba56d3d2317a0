package dev.kept.application.extraction.reading;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Shortens code to its declarations, and finds what it declares.
public final class CodeOutline {
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^\\s*(?:export |default |public |private |protected |internal |static |async |inline |final |abstract |override |suspend |pub |template ?<.{0,80}> ?)*"
                    + "(?:function|class|interface|record|struct|enum|trait|impl|def|func|fn|fun|type|const|let|var|val|create (?:or replace )?(?:function|view|table)|module|macro_rules!|#define|\\\\\\w{0,3}[cC]ommand\\w{0,20}\\{|\\\\NewDocumentCommand\\{)"
                    + "\\s*(?:\\([^)]{0,80}\\)\\s*)?(?:<[^>]{0,60}>\\s*)?(\\\\?[A-Za-z_$][\\w$.]*)"
                    + "|^([A-Za-z_.]\\w*) <- function"
                    + "|^\\s*(?:[A-Za-z_][\\w:<>,*&]{0,40}\\s+[*&]?){1,3}([A-Za-z_]\\w*)\\([^;]{0,200}\\)\\s*\\{?$");

    private CodeOutline() {}

    /// The name that it declares first.
    public static Optional<String> name(String code) {
        Matcher matcher = DECLARATION.matcher(code);
        return matcher.find()
                ? Stream.of(1, 2, 3)
                        .map(matcher::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }

    /// Its declarations; or its beginning, when it declares nothing.
    ///
    /// @param characters how long it is at most
    public static String of(String code, int characters) {
        String declarations = code.lines()
                .filter(line -> DECLARATION.matcher(line).find())
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        return Wording.shortened(declarations.isEmpty() ? code : declarations, characters);
    }
}
