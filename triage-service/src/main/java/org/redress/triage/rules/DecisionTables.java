package org.redress.triage.rules;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * The DMN tables, evaluated one model after the other, each with what the ones before decided. A
 * model that does not compile, or holds a rule without an id, stops the service at its start. About
 * a millisecond per case.
 */
@ApplicationScoped
public class DecisionTables {

    private static final List<String> MODELS = List.of("category", "gravity", "routing");
    private static final String FIRED = "fired";

    private final DMNRuntime runtime;
    private final List<DMNModel> models;
    private final Map<String, TableRule> rules = new HashMap<>();
    private final String version;

    DecisionTables() {
        var files = MODELS.stream().map(DecisionTables::file).toList();
        runtime =
                DMNRuntimeBuilder.fromDefaults()
                        .buildConfiguration()
                        .fromResources(files.stream().map(DecisionTables::resource).toList())
                        .getOrElseThrow(
                                e -> new IllegalStateException("The tables do not compile", e));
        runtime.addListener(new FiredRules());
        models = MODELS.stream().map(this::model).toList();
        models.forEach(model -> TableRule.ofModel(model).forEach(this::add));
        version = TableVersion.of(models, files);
    }

    /** The version and content hash of the tables, such as {@code 2026.1+0f3a9b21}. */
    public String version() {
        return version;
    }

    List<TableRule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * Decides all that the models of these names decide.
     *
     * @param input what the tables ask for, by name; texts for enums
     * @throws IllegalStateException when a table fails or comes to no result
     */
    Decisions decide(List<String> modelNames, Map<String, Object> input) {
        var values = new HashMap<>(input);
        var fired = new ArrayList<TableRule>();
        for (var model : models) {
            if (modelNames.contains(model.getName())) {
                values.putAll(evaluate(model, values, fired));
            }
        }
        return new Decisions(values, fired);
    }

    private Map<String, Object> evaluate(
            DMNModel model, Map<String, Object> input, List<TableRule> fired) {
        var context = runtime.newContext();
        model.getInputs().forEach(node -> context.set(node.getName(), input.get(node.getName())));
        context.getMetadata().set(FIRED, fired);
        var result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(model.getName() + ": " + result.getMessages());
        }
        var decided = new HashMap<String, Object>();
        for (var decision : result.getDecisionResults()) {
            if (decision.getResult() == null) {
                throw new IllegalStateException(decision.getDecisionName() + " has no result");
            }
            decided.put(decision.getDecisionName(), decision.getResult());
        }
        return decided;
    }

    private void add(TableRule rule) {
        if (rules.put(rule.id(), rule) != null) {
            throw new IllegalStateException("Two rules are called " + rule.id());
        }
    }

    private DMNModel model(String name) {
        return runtime.getModels().stream()
                .filter(model -> model.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] file(String model) {
        var name = "/rules/" + model + ".dmn";
        try (InputStream in = DecisionTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no table " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource resource(byte[] file) {
        return ResourceFactory.newInputStreamResource(new ByteArrayInputStream(file), "UTF-8");
    }

    /** Notes the rules that fired with the evaluation that they belong to. */
    private final class FiredRules implements DMNRuntimeEventListener {

        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            if (event.getResult().getContext().getMetadata().get(FIRED) instanceof List<?> list) {
                @SuppressWarnings("unchecked") // only evaluate() puts it there
                var fired = (List<TableRule>) list;
                fired.addAll(
                        TableRule.decisive(
                                event.getMatchesIds().stream().map(rules::get).toList(),
                                event.getSelectedIds().stream().map(rules::get).toList()));
            }
        }
    }
}
