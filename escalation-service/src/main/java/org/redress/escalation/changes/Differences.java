package org.redress.escalation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.OrganisationJson;

/** What makes two documents different, a sentence for each entry. */
final class Differences {

    private static final Map<String, Names> LISTS =
            Map.ofEntries(
                    Map.entry("units", new Names("部门", "Unit")),
                    Map.entry("persons", new Names("人员", "Person")),
                    Map.entry("duties", new Names("职责", "Duty")),
                    Map.entry("rosters", new Names("轮值表", "Roster")),
                    Map.entry("absences", new Names("缺勤", "Absence")),
                    Map.entry("holidays", new Names("节假日", "Holidays")),
                    Map.entry("calendars", new Names("日历", "Calendar")),
                    Map.entry("clocks", new Names("时限", "Clock")),
                    Map.entry("policies", new Names("预案", "Policy")),
                    Map.entry("authorities", new Names("赔付权限", "Authority")),
                    Map.entry("plans", new Names("方案审批", "Plan rule")));

    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "units", List.of("path"),
                    "persons", List.of("id"),
                    "duties", List.of("role", "unit", "from"),
                    "absences", List.of("person", "from"),
                    "clocks",
                            List.of(
                                    "clock",
                                    "pack",
                                    "severities",
                                    "classes",
                                    "categories",
                                    "channels",
                                    "tiers",
                                    "units",
                                    "levels"),
                    "policies", List.of("id"),
                    "authorities", List.of("role", "currency"));

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("name", "名称"),
                    Map.entry("unit", "部门"),
                    Map.entry("language", "语言"),
                    Map.entry("superior", "上级"),
                    Map.entry("from", "起"),
                    Map.entry("until", "止"),
                    Map.entry("role", "角色"),
                    Map.entry("a", "A 角"),
                    Map.entry("b", "B 角"),
                    Map.entry("roster", "轮值表"),
                    Map.entry("zone", "时区"),
                    Map.entry("start", "起始"),
                    Map.entry("every", "周期"),
                    Map.entry("persons", "人员"),
                    Map.entry("overrides", "换班"),
                    Map.entry("deputy", "代理人"),
                    Map.entry("reason", "事由"),
                    Map.entry("hours", "工作时间"),
                    Map.entry("holidays", "节假日"),
                    Map.entry("days", "放假日"),
                    Map.entry("workdays", "调休上班日"),
                    Map.entry("source", "依据"),
                    Map.entry("asOf", "截至"),
                    Map.entry("provisional", "暂定"),
                    Map.entry("within", "时限"),
                    Map.entry("shares", "按优先级的份额"),
                    Map.entry("calendar", "日历"),
                    Map.entry("currency", "币种"),
                    Map.entry("upTo", "上限"),
                    Map.entry("warnAfter", "预警"),
                    Map.entry("warn", "预警对象"),
                    Map.entry("breach", "超时对象"),
                    Map.entry("triggers", "触发"),
                    Map.entry("severities", "严重程度"),
                    Map.entry("classes", "类型"),
                    Map.entry("categories", "类别"),
                    Map.entry("levels", "响应级别"),
                    Map.entry("stillOnIt", "跟进询问"),
                    Map.entry("snooze", "暂缓"),
                    Map.entry("repeat", "重复"),
                    Map.entry("steps", "步骤"),
                    Map.entry("version", "版本"));

    private final List<Names> told = new ArrayList<>();

    private Differences() {}

    static List<Names> between(Document before, Document after) {
        var differences = new Differences();
        JsonNode was = OrganisationJson.tree(before);
        JsonNode is = OrganisationJson.tree(after);
        for (String field : fields(was, is)) {
            if (was.path(field).isArray() || is.path(field).isArray()) {
                differences.lists(field, was.path(field), is.path(field));
            } else if (!was.path(field).equals(is.path(field))) {
                differences.told.add(
                        new Names(
                                "受理部门由 %s 改为 %s。"
                                        .formatted(text(was, field, "zh"), text(is, field, "zh")),
                                "The %s is %s, was %s."
                                        .formatted(
                                                field,
                                                text(is, field, "en"),
                                                text(was, field, "en"))));
            }
        }
        return List.copyOf(differences.told);
    }

    private void lists(String list, JsonNode was, JsonNode is) {
        Map<String, JsonNode> before = byKey(list, was);
        Map<String, JsonNode> after = byKey(list, is);
        Names word = LISTS.getOrDefault(list, new Names(list, list));
        after.forEach((key, entry) -> {
            JsonNode old = before.get(key);
            if (old == null) {
                tell(word, key, "新增%s %s：%s。", "%s %s is new: %s.", fieldsOf(list, entry));
            } else if (!old.equals(entry)) {
                tell(word, key, "%s %s：%s。", "%s %s: %s.", changesOf(old, entry));
            }
        });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key ->
                        told.add(
                                new Names(
                                        "移除%s %s。".formatted(word.zh(), key),
                                        "%s %s is gone.".formatted(word.en(), key))));
    }

    private void tell(Names word, String key, String zh, String en, List<Names> details) {
        told.add(
                new Names(
                        zh.formatted(word.zh(), key, joined(details.stream().map(Names::zh), "，")),
                        en.formatted(
                                word.en(), key, joined(details.stream().map(Names::en), ", "))));
    }

    private static String joined(Stream<String> texts, String by) {
        return texts.collect(Collectors.joining(by));
    }

    private static Map<String, JsonNode> byKey(String list, JsonNode entries) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode entry : entries) {
            String key =
                    keys(list).stream()
                            .map(field -> text(entry, field, "en"))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" "));
            found.put(key, entry);
        }
        return found;
    }

    private static List<String> keys(String list) {
        return KEYS.getOrDefault(list, List.of("name"));
    }

    private static List<Names> fieldsOf(String list, JsonNode entry) {
        return entry.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !keys(list).contains(field))
                .map(field ->
                        new Names(
                                word(field) + " " + text(entry, field, "zh"),
                                field + " " + text(entry, field, "en")))
                .toList();
    }

    private static List<Names> changesOf(JsonNode was, JsonNode is) {
        return fields(was, is).stream()
                .filter(field -> !was.path(field).equals(is.path(field)))
                .map(field ->
                        new Names(
                                "%s由 %s 改为 %s"
                                        .formatted(
                                                word(field),
                                                or(text(was, field, "zh"), "无"),
                                                or(text(is, field, "zh"), "无")),
                                "%s is %s, was %s"
                                        .formatted(
                                                field,
                                                or(text(is, field, "en"), "none"),
                                                or(text(was, field, "en"), "none"))))
                .toList();
    }

    private static Set<String> fields(JsonNode was, JsonNode is) {
        Set<String> names = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(JsonNode entry, String field, String language) {
        JsonNode value = entry.path(field);
        JsonNode spoken = value.has("zh") ? value.path(language) : value;
        return spoken.isValueNode() || spoken.isMissingNode() ? spoken.asText() : spoken.toString();
    }

    private static String word(String field) {
        return FIELDS.getOrDefault(field, field);
    }

    private static String or(String text, String none) {
        return text.isEmpty() ? none : text;
    }
}
