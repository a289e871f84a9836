package org.redress.e2e.promql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads an expression; operators bind as in Prometheus. */
final class Parser {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[a-zA-Z_:][\\w:]*|\\d+(?:\\.\\d+)?[smhd]?"
                            + "|=~|!~|!=|==|>=|<=|[-+*/(){}\\[\\],=<>])\\s*");
    private static final Set<String> AGGREGATIONS = Set.of("sum", "max", "min", "count");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", ">", "<", ">=", "<=");
    private static final String END = "";

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Parser(String text) {
        this.text = text;
        var matcher = TOKEN.matcher(text);
        int from = 0;
        while (from < text.length() && matcher.find(from) && matcher.start() == from) {
            tokens.add(matcher.group(1));
            from = matcher.end();
        }
        if (from < text.length()) {
            throw refused(text.substring(from));
        }
    }

    Expression expression() {
        var whole = or();
        if (!peek().equals(END)) {
            throw refused(peek());
        }
        return whole;
    }

    private Expression or() {
        return chain(this::and, Set.of("or"));
    }

    private Expression and() {
        return chain(this::comparison, Set.of("and", "unless"));
    }

    private Expression comparison() {
        return chain(this::sum, COMPARISONS);
    }

    private Expression sum() {
        return chain(this::product, Set.of("+", "-"));
    }

    private Expression product() {
        return chain(this::primary, Set.of("*", "/"));
    }

    private Expression chain(Supplier<Expression> next, Set<String> operators) {
        var left = next.get();
        while (operators.contains(peek())) {
            left = new Expression.Binary(take(), left, next.get());
        }
        return left;
    }

    private Expression primary() {
        var token = take();
        if (token.equals("(")) {
            var inner = or();
            expect(")");
            return inner;
        }
        if (token.matches("\\d.*")) {
            return new Expression.Literal(Double.parseDouble(token));
        }
        if (AGGREGATIONS.contains(token)) {
            return aggregate(token);
        }
        if (peek().equals("(")) {
            return call(token);
        }
        if (!token.matches("[a-zA-Z_:].*")) {
            throw refused(token);
        }
        return selector(token);
    }

    private Expression aggregate(String operator) {
        var by = new ArrayList<String>();
        if (peek().equals("by")) {
            take();
            expect("(");
            do {
                by.add(take());
            } while (take().equals(","));
        }
        expect("(");
        var inner = or();
        expect(")");
        return new Expression.Aggregate(operator, by, inner);
    }

    private Expression call(String function) {
        expect("(");
        var selector = selector(take());
        expect(")");
        if (selector.range().isPresent() == function.equals("absent")) {
            throw refused(function);
        }
        return switch (function) {
            case "rate" -> new Expression.Growth(selector, true);
            case "increase" -> new Expression.Growth(selector, false);
            case "absent" -> new Expression.Absent(selector);
            default -> throw refused(function);
        };
    }

    private Expression.Selector selector(String name) {
        var matchers = new ArrayList<Expression.Matcher>();
        if (peek().equals("{")) {
            do {
                take();
                matchers.add(new Expression.Matcher(take(), take(), unquoted(take())));
            } while (peek().equals(","));
            expect("}");
        }
        Optional<Duration> range = Optional.empty();
        if (peek().equals("[")) {
            take();
            range = Optional.of(Duration.parse("PT" + take()));
            expect("]");
        }
        return new Expression.Selector(name, List.copyOf(matchers), range);
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private void expect(String token) {
        var taken = take();
        if (!taken.equals(token)) {
            throw refused(taken);
        }
    }

    private String take() {
        var token = peek();
        at++;
        return token;
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private IllegalArgumentException refused(String token) {
        return new IllegalArgumentException("'%s' is not understood in: %s".formatted(token, text));
    }
}
