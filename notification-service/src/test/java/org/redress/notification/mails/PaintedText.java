package org.redress.notification.mails;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Each piece of text of a mail or page with the colours it is painted in: as far as our own
 * templates go in CSS, with selectors of tags and classes, variables, and one query for the dark.
 *
 * @param path the elements around it, for whoever has to find it
 */
record PaintedText(String path, String text, String ink, String ground) {
    private static final Pattern STYLE = Pattern.compile("(?s)<style[^>]*>(.*?)</style>");
    private static final Pattern DARK =
            Pattern.compile("(?s)@media \\(prefers-color-scheme: dark\\) \\{(.*?\\})\\s*\\}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern PIECE = Pattern.compile("(?s)<(/?)([a-z0-9]+)([^>]*)>|([^<]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(class|style)=\"([^\"]*)\"");
    private static final List<String> VOID = List.of("br", "meta");

    /** All text of the body, as it is seen in the light or in the dark. */
    static List<PaintedText> of(String html, boolean dark) {
        var style = STYLE.matcher(html);
        var css = style.find() ? style.group(1) : "";
        var query = DARK.matcher(css);
        var inTheDark = query.find() ? query.group(1) : "";
        var rules = rules(query.replaceAll(""));
        if (dark) {
            rules.addAll(rules(inTheDark));
        }
        return paint(html.substring(html.indexOf("<body")), rules);
    }

    /** How much the ink stands out from its ground (WCAG 2.2, contrast ratio), 1 to 21. */
    double contrast() {
        var a = luminance(ink);
        var b = luminance(ground);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static List<PaintedText> paint(String body, List<Rule> rules) {
        var texts = new ArrayList<PaintedText>();
        Deque<Element> open = new ArrayDeque<>();
        open.push(new Element("", List.of(), variables(rules)));
        var piece = PIECE.matcher(body);
        while (piece.find()) {
            var tag = piece.group(2);
            if (tag == null) {
                if (!piece.group(4).isBlank()) {
                    texts.add(open.peek().paint(piece.group(4).strip()));
                }
            } else if (!piece.group(1).isEmpty()) {
                open.pop();
            } else if (!VOID.contains(tag)) {
                open.push(open.peek().child(tag, piece.group(3), rules));
            }
        }
        return texts;
    }

    private static Map<String, String> variables(List<Rule> rules) {
        var variables = new HashMap<String, String>();
        rules.stream()
                .filter(rule -> rule.selector.equals(":root"))
                .forEach(rule -> variables.putAll(rule.declarations));
        return variables;
    }

    private static List<Rule> rules(String css) {
        var rules = new ArrayList<Rule>();
        var rule = RULE.matcher(css);
        while (rule.find()) {
            rules.add(new Rule(rule.group(1).strip(), declarations(rule.group(2))));
        }
        return rules;
    }

    private static Map<String, String> declarations(String text) {
        var declarations = new HashMap<String, String>();
        for (var declaration : text.split(";", -1)) {
            var colon = declaration.indexOf(':');
            if (colon > 0) {
                declarations.put(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
        return declarations;
    }

    private static double luminance(String colour) {
        if (!colour.matches("#[0-9a-f]{6}")) {
            throw new AssertionError("not a colour: " + colour);
        }
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear((rgb >> 16) & 255)
                + 0.7152 * linear((rgb >> 8) & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private record Rule(String selector, Map<String, String> declarations) {

        /** Tags and classes, one within the other; the last one is the element itself. */
        boolean fits(List<String> path) {
            var parts = selector.split(" ", -1);
            var at = path.size() - 1;
            if (!fits(parts[parts.length - 1], path.get(at))) {
                return false;
            }
            for (var part = parts.length - 2; part >= 0; part--) {
                do {
                    at--;
                } while (at >= 0 && !fits(parts[part], path.get(at)));
            }
            return at >= 0;
        }

        private static boolean fits(String part, String element) {
            var wanted = (part.startsWith(".") ? "*" + part : part).split("\\.", -1);
            var found = List.of(element.split("\\.", -1));
            return (wanted[0].equals("*") || wanted[0].equals(found.getFirst()))
                    && found.containsAll(List.of(wanted).subList(1, wanted.length));
        }
    }

    /** An open element with what it inherits and declares: variables, ink and ground. */
    private record Element(String name, List<String> path, Map<String, String> look) {

        Element child(String tag, String attributes, List<Rule> rules) {
            var found = new HashMap<String, String>();
            var attribute = ATTRIBUTE.matcher(attributes);
            while (attribute.find()) {
                found.put(attribute.group(1), attribute.group(2));
            }
            var element =
                    String.join(
                            ".",
                            (tag + " " + found.getOrDefault("class", "")).strip().split(" ", -1));
            var within = new ArrayList<>(path);
            within.add(element);
            var inherited = new HashMap<>(look);
            var fitting = rules.stream().filter(rule -> rule.fits(within)).toList();
            fitting.forEach(rule -> take(rule.declarations, inherited, false));
            take(declarations(found.getOrDefault("style", "")), inherited, false);
            fitting.forEach(rule -> take(rule.declarations, inherited, true));
            return new Element(element, within, inherited);
        }

        private static void take(
                Map<String, String> declared, Map<String, String> look, boolean important) {
            for (var property : List.of("color", "background")) {
                var value = declared.get(property);
                if (value != null && (!important || value.endsWith("!important"))) {
                    look.put(property, resolved(value.replace("!important", "").strip(), look));
                }
            }
        }

        private static String resolved(String value, Map<String, String> look) {
            return value.startsWith("var(")
                    ? look.getOrDefault(value.substring(4, value.length() - 1), value)
                    : value;
        }

        PaintedText paint(String text) {
            return new PaintedText(
                    String.join(" ", path),
                    text,
                    look.getOrDefault("color", "none"),
                    look.getOrDefault("background", "none"));
        }
    }
}
