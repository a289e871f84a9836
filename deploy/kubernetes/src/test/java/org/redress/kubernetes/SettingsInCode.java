package org.redress.kubernetes;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The settings that sources name: {@code @ConfigProperty} and {@code @ConfigMapping}. */
final class SettingsInCode extends TreeScanner<@Nullable Void, @Nullable Void> {

    /**
     * A setting.
     *
     * @param name with {@code *} for the keys of a map
     * @param required whether the service does not start without it
     */
    record Setting(String name, boolean required, Optional<String> byDefault) {}

    private final List<Setting> found = new ArrayList<>();

    private SettingsInCode() {}

    static List<Setting> below(Path folder) {
        List<Path> files =
                Disk.below(folder, ".java").stream()
                        .filter(file -> Disk.text(file).contains("@Config"))
                        .toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            SettingsInCode scanner = new SettingsInCode();
            scanner.scan(task.parse(), null);
            return List.copyOf(scanner.found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
        arguments(variable.getModifiers().getAnnotations(), "ConfigProperty")
                .ifPresent(told -> {
                    Optional<String> byDefault = Optional.ofNullable(told.get("defaultValue"));
                    boolean optional = variable.getType().toString().startsWith("Optional");
                    found.add(
                            new Setting(
                                    told.get("name"), byDefault.isEmpty() && !optional, byDefault));
                });
        return super.visitVariable(variable, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        arguments(type.getModifiers().getAnnotations(), "ConfigMapping")
                .ifPresent(told -> mapping(told.get("prefix"), type, nested(type), true));
        return super.visitClass(type, null);
    }

    private static Map<String, ClassTree> nested(ClassTree type) {
        return type.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.INTERFACE)
                .map(ClassTree.class::cast)
                .collect(
                        Collectors.toMap(
                                one -> one.getSimpleName().toString(), Function.identity()));
    }

    private void mapping(
            String prefix, ClassTree type, Map<String, ClassTree> nested, boolean required) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                setting(prefix, method, nested, required);
            }
        }
    }

    private void setting(
            String prefix, MethodTree method, Map<String, ClassTree> nested, boolean required) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        String own =
                arguments(annotations, "WithName")
                        .map(told -> told.get("value"))
                        .orElseGet(() -> kebab(method.getName().toString()));
        String name =
                arguments(annotations, "WithParentName").isPresent() ? prefix : prefix + "." + own;
        String type = method.getReturnType().toString();
        if (type.startsWith("Map<")) {
            type = type.substring(type.indexOf(',') + 1, type.length() - 1).strip();
            name += ".*";
        }
        boolean free = name.endsWith("*") || type.startsWith("Optional");
        if (nested.containsKey(type)) {
            mapping(name, nested.get(type), nested, required && !free);
        } else {
            Optional<String> byDefault =
                    arguments(annotations, "WithDefault").map(told -> told.get("value"));
            found.add(new Setting(name, required && !free && byDefault.isEmpty(), byDefault));
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Optional<Map<String, String>> arguments(
            List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .filter(one -> one.getAnnotationType().toString().equals(name))
                .findAny()
                .map(one ->
                        one.getArguments().stream()
                                .collect(
                                        Collectors.toMap(
                                                SettingsInCode::argument,
                                                SettingsInCode::literal)));
    }

    private static String argument(ExpressionTree given) {
        return given instanceof AssignmentTree named ? named.getVariable().toString() : "value";
    }

    private static String literal(ExpressionTree given) {
        ExpressionTree value =
                given instanceof AssignmentTree named ? named.getExpression() : given;
        return value instanceof LiteralTree text ? text.getValue().toString() : value.toString();
    }
}
