package org.redress.platform.testing;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * The settings that a module's sources read: methods of a {@code @ConfigMapping}, parameters with a
 * {@code @ConfigProperty}, and <code>${name:default}</code> in an annotation. Sources are only
 * parsed, which takes no dependency and a second.
 */
final class SettingsInCode extends TreePathScanner<Void, Void> {
    private static final Pattern READS = Pattern.compile("@Config(Mapping|Property)\\(|\"\\$\\{");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([a-z.-]+)(?::(.+))?}");

    private final DocTrees docs;
    private final List<Setting> found = new ArrayList<>();

    private SettingsInCode(DocTrees docs) {
        this.docs = docs;
    }

    static List<Setting> of(Path module) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(module.resolve("src/main/java"))) {
            var readers = sources.filter(SettingsInCode::readsSettings).toList();
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(readers));
            var scanner = new SettingsInCode(DocTrees.instance(task));
            for (var unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return scanner.found;
        }
    }

    private static boolean readsSettings(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && READS.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        value(type.getModifiers(), "ConfigMapping", "prefix")
                .ifPresent(prefix -> mapping(getCurrentPath(), prefix, "", false));
        return super.visitClass(type, null);
    }

    @Override
    public Void visitVariable(VariableTree parameter, Void nothing) {
        value(parameter.getModifiers(), "ConfigProperty", "name")
                .ifPresent(name -> {
                    var type = new Type(parameter.getType());
                    var fallback =
                            value(parameter.getModifiers(), "ConfigProperty", "defaultValue")
                                    .orElse(null);
                    found.add(
                            new Setting(
                                    name, type.words(List.of()), fallback, type.isOptional(), ""));
                });
        return super.visitVariable(parameter, null);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        var expression = EXPRESSION.matcher(String.valueOf(literal.getValue()));
        if (expression.matches()) {
            found.add(new Setting(expression.group(1), "duration", expression.group(2), false, ""));
        }
        return super.visitLiteral(literal, null);
    }

    private void mapping(TreePath path, String prefix, String about, boolean optional) {
        var members = ((ClassTree) path.getLeaf()).getMembers();
        for (var member : members) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                var type = new Type(method.getReturnType());
                var name = name(method, prefix) + (type.isByKey() ? ".<key>" : "");
                var text = (about + " " + text(new TreePath(path, method))).strip();
                var nested = nested(members, type.inner());
                if (nested.isPresent() && nested.get().getKind() != Tree.Kind.ENUM) {
                    var inside = new TreePath(path, nested.get());
                    mapping(inside, name, text, optional || type.isOptional());
                } else {
                    found.add(
                            new Setting(
                                    name,
                                    type.words(nested.map(SettingsInCode::words).orElse(List.of())),
                                    value(method.getModifiers(), "WithDefault", "value")
                                            .orElse(null),
                                    optional || type.isOptional(),
                                    text));
                }
            }
        }
    }

    private static String name(MethodTree method, String prefix) {
        return annotation(method.getModifiers(), "WithParentName").isPresent()
                ? prefix
                : prefix
                        + "."
                        + method.getName()
                                .toString()
                                .replaceAll("([A-Z])", "-$1")
                                .toLowerCase(Locale.ROOT);
    }

    private String text(TreePath path) {
        var comment = docs.getDocComment(path);
        return comment == null
                ? ""
                : comment.replaceAll("\\{@\\w+ #?([^}]*)}", "$1").replaceAll("\\s+", " ").strip();
    }

    private static Optional<ClassTree> nested(List<? extends Tree> members, String name) {
        return members.stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getSimpleName().contentEquals(name))
                .findFirst();
    }

    /** The words of an enum. */
    private static List<String> words(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(word -> ((VariableTree) word).getName().toString())
                .toList();
    }

    private static Optional<AnnotationTree> annotation(ModifiersTree of, String name) {
        return of.getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> (AnnotationTree) annotation)
                .findFirst();
    }

    private static Optional<String> value(ModifiersTree of, String annotation, String argument) {
        return annotation(of, annotation).stream()
                .flatMap(found -> found.getArguments().stream())
                .filter(each -> nameOf(each).equals(argument))
                .map(each -> each instanceof AssignmentTree named ? named.getExpression() : each)
                .map(each -> String.valueOf(((LiteralTree) each).getValue()))
                .findFirst();
    }

    private static String nameOf(ExpressionTree argument) {
        return argument instanceof AssignmentTree named ? named.getVariable().toString() : "value";
    }

    /** A type as it is written, such as {@code Optional<List<String>>}. */
    private record Type(Tree written) {

        boolean isOptional() {
            return isA("Optional") || isA("Map");
        }

        boolean isByKey() {
            return isA("Map");
        }

        /** What it is in the end, of what there may be none, one or many. */
        String inner() {
            return written instanceof ParameterizedTypeTree many
                    ? new Type(many.getTypeArguments().getLast()).inner()
                    : written.toString();
        }

        private boolean isA(String name) {
            return written instanceof ParameterizedTypeTree many
                    && many.getType().toString().equals(name);
        }

        private boolean isList() {
            return isA("List")
                    || (written instanceof ParameterizedTypeTree many
                            && new Type(many.getTypeArguments().getLast()).isList());
        }

        String words(List<String> ofAnEnum) {
            var one =
                    switch (inner()) {
                        case "String" -> "text";
                        case "int", "long" -> "number";
                        case "boolean" -> "`true`, `false`";
                        case "Duration" -> "duration";
                        case "MemorySize" -> "bytes";
                        case "ZoneId" -> "time zone";
                        case "Path" -> "file";
                        case "Instant" -> "instant";
                        case "BigDecimal" -> "amount";
                        case "Unit" -> "unit";
                        default -> {
                            if (ofAnEnum.isEmpty()) {
                                throw new IllegalStateException("no word for " + written);
                            }
                            yield ofAnEnum.stream().collect(joining("`, `", "`", "`"));
                        }
                    };
            return isList() ? "list of " + one + "s" : one;
        }
    }
}
