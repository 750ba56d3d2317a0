package dev.kept.application.context;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.kept.domain.error.InvalidRequest;
import java.io.Reader;
import java.util.List;
import java.util.Map;

/// A template of a user, in Mustache (https://mustache.github.io/mustache.5.html) without partials.
/// It sees the model of {@link TemplateModel} and nothing else, and can neither run long nor print
/// without end. What tags are made of has gone from the recalled text before it gets there, and the
/// fence's own tag from all that is printed.
final class OwnTemplate implements Template {
    private static final int CHARACTERS_MAX = 1_000_000;

    private final com.samskivert.mustache.Template compiled;
    private final TemplateModel model;

    private OwnTemplate(com.samskivert.mustache.Template compiled, TemplateModel model) {
        this.compiled = compiled;
        this.model = model;
    }

    /// @throws InvalidRequest with the line, when it is not Mustache
    static OwnTemplate compile(String text, TemplateModel model) {
        try {
            return new OwnTemplate(
                    Mustache.compiler()
                            .escapeHTML(false)
                            .emptyStringIsFalse(true)
                            .strictSections(true)
                            .withLoader(OwnTemplate::refuse)
                            .withCollector(new ModelOnly())
                            .compile(text),
                    model);
        } catch (MustacheException e) {
            throw invalid(e);
        }
    }

    @Override
    public Style style() {
        return new MarkdownStyle();
    }

    @Override
    public String body(Map<SectionName, List<Chosen>> sections) {
        Limited printed = new Limited(CHARACTERS_MAX);
        try {
            compiled.execute(model.of(sections), printed);
        } catch (MustacheException e) {
            throw invalid(e);
        }
        String body = RecalledText.withoutFence(printed.toString());
        return body.endsWith("\n") ? body : body + "\n";
    }

    private static Reader refuse(String name) {
        throw new MustacheException("a template cannot include another");
    }

    private static InvalidRequest invalid(MustacheException e) {
        String line = e instanceof MustacheException.Context at ? "line " + at.lineNo + ": " : "";
        return new InvalidRequest("text", "is not a template: " + line + e.getMessage());
    }
}
