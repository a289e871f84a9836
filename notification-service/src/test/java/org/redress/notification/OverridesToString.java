package org.redress.notification;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That a record's own {@code toString} does not list its components. */
final class OverridesToString extends ArchCondition<JavaClass> {
    OverridesToString() {
        super("say in toString who they are and not what they hold");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var listsComponents =
                type.getMethod("toString").getAccessesFromSelf().stream()
                        .anyMatch(access ->
                                access.getTarget().getName().equals("toString")
                                        && access.getTargetOwner()
                                                .getName()
                                                .equals("java.lang.runtime.ObjectMethods"));
        events.add(
                new SimpleConditionEvent(
                        type, !listsComponents, type.getName() + " prints what it holds"));
    }
}
