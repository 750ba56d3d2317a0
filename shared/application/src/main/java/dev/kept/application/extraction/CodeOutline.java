package dev.kept.application.extraction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.stream.Collectors;

/// Shortens code to its declarations, and finds what it declares.
final class CodeOutline {
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^\\s*(?:export |public |private |protected |static |async |final |abstract |default |pub |template ?<.{0,80}> ?)*"
                    + "(?:function|class|interface|record|struct|enum|trait|impl|def|func|fn|fun|type|const|let|var|val|create (?:or replace )?(?:function|view|table)|module|macro_rules!)"
                    + "\\s+(?:\\([^)]{0,80}\\)\\s*)?([A-Za-z_$][\\w$.]*)");

    private CodeOutline() {}

    static Optional<String> name(String code) {
        Matcher matcher = DECLARATION.matcher(code);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String of(String code, int characters) {
        String declarations = code.lines()
                .filter(line -> DECLARATION.matcher(line).find())
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        return Wording.shortened(declarations.isEmpty() ? code : declarations, characters);
    }
}
