package dev.kept.application.extraction.model;

import dev.kept.domain.spending.Spending;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a model may take.
///
/// @param perSession for one session, as long as it lasts
/// @param perOwnerDay for all sessions of an owner on one day in UTC
/// @param perDay for the whole deployment on one day in UTC
public record BudgetLimits(Spending perSession, Spending perOwnerDay, Spending perDay) {
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,12})/(\\d{1,9}(?:\\.\\d{1,6})?)");

    /// @param text tokens and cost, e.g. `200000/0.50`
    public static Spending limit(String text) {
        Matcher parts = LIMIT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a budget is tokens/cost, such as 200000/0.50");
        }
        long micros = new BigDecimal(parts.group(2)).movePointRight(6).longValueExact();
        return new Spending(Long.parseLong(parts.group(1)), micros);
    }
}
