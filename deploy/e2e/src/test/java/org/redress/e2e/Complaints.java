package org.redress.e2e;

/** What customers bring. */
final class Complaints {

    private Complaints() {}

    /** CRITICAL: somebody was hurt. Belongs to a unit whose policy waits five minutes. */
    static String electricShock(String email) {
        return """
        {
          "channel": "HOTLINE",
          "cti": {"callId": "e2e-1", "callerNumber": "+8613800138000", "agentId": "A7"},
          "customer": {"name": "测试 顾客", "phone": "+8613800138000", "email": "%s", "language": "zh-CN"},
          "subject": "电热水壶漏电，母亲被电伤",
          "description": "昨晚烧水时我母亲触电，手臂烧伤，现在在医院。请立即联系我们！",
          "product": {"model": "KT-200", "batch": "B2509"},
          "flags": {"injuryOrDanger": true}
        }
        """
                .formatted(email);
    }

    /** HIGH: money and a regulator. Belongs to finance, where the policy waits three seconds. */
    static String doubleCharge(String email) {
        return """
        {
          "channel": "EMAIL",
          "customer": {"name": "Test Customer", "email": "%s", "language": "en"},
          "subject": "Charged twice on my credit card",
          "description": "My card was charged twice for one order. I want a refund of the double charge and have filed a complaint with the regulator.",
          "flags": {"regulatorInvolved": true}
        }
        """
                .formatted(email);
    }

    /** Nothing grave: nobody is paged for it. */
    static String lateParcel(String email) {
        return """
        {
          "channel": "EMAIL",
          "customer": {"name": "Test Customer", "email": "%s", "language": "en"},
          "subject": "Parcel is late",
          "description": "My parcel has not arrived yet. Where is it?"
        }
        """
                .formatted(email);
    }
}
