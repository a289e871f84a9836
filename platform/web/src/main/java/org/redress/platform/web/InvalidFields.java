package org.redress.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.redress.platform.web.parameters.Declared;

/** Names what a constraint complains about as the caller wrote it, not as Java calls it. */
final class InvalidFields {

    private InvalidFields() {}

    static String nameOf(ConstraintViolation<?> violation) {
        var steps = new ArrayList<String>();
        Path.MethodNode method = null;
        boolean inBody = false;
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                var parameter = parameter(violation, method, node.as(Path.ParameterNode.class));
                inBody = Declared.isBody(parameter);
                if (!inBody) {
                    steps.add(Declared.nameOf(parameter));
                }
            } else {
                steps.add(node.toString());
            }
        }
        steps.removeIf(String::isEmpty);
        return inBody && steps.isEmpty() ? "body" : String.join(".", steps);
    }

    /** Of the class as it was written: what the framework derives from it has no annotations. */
    private static Parameter parameter(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode node) {
        var types = method.getParameterTypes().toArray(Class[]::new);
        Parameter written = null;
        for (Class<?> type = violation.getRootBeanClass();
                type != null;
                type = type.getSuperclass()) {
            written =
                    Arrays.stream(type.getDeclaredMethods())
                            .filter(m -> m.getName().equals(method.getName()))
                            .filter(m -> Arrays.equals(m.getParameterTypes(), types))
                            .findFirst()
                            .map(m -> m.getParameters()[node.getParameterIndex()])
                            .orElse(written);
        }
        return Objects.requireNonNull(written, method::getName);
    }
}
