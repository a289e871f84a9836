package org.redress.intake.registration;

/** What the OpenAPI document shows; the tests send these very texts. */
final class Examples {

    static final String HOTLINE_ZH =
            """
            {
              "channel": "HOTLINE",
              "cti": {
                "callId": "cc-20251121-8841",
                "callerNumber": "13800138000",
                "agentId": "A1024",
                "queueSeconds": 18,
                "recordingUrl": "https://recordings.example.com/cc-20251121-8841"
              },
              "customer": {
                "name": "李娜",
                "phone": "138 0013 8000",
                "email": "li.na@example.com",
                "language": "zh-CN",
                "tier": "STANDARD"
              },
              "subject": "电热水壶漏电，手被电麻",
              "description": "昨晚烧水时手碰到壶身被电了一下，手臂发麻，现在不敢再用。要求尽快派人检查并退货。",
              "incident": {
                "occurredAt": "2025-11-20T19:30:00+08:00",
                "place": "长沙市岳麓区家中",
                "personsInvolved": "本人"
              },
              "product": {
                "model": "KT-200",
                "serial": "SN20250911-00417",
                "batch": "B2509",
                "orderNumber": "D202510087731"
              },
              "preliminaryCause": "疑似底座绝缘不良",
              "desiredRemedy": "上门检查、退货并赔偿",
              "flags": { "injuryOrDanger": true }
            }
            """;

    static final String EMAIL_EN =
            """
            {
              "channel": "EMAIL",
              "channelRef": "<20251120.1182@mail.example.com>",
              "customer": {
                "name": "Emily Carter",
                "email": "emily.carter@example.com",
                "language": "en"
              },
              "subject": "Charged twice for one order",
              "description": "My card was charged twice for the same order and nobody answers the phone.",
              "product": { "orderNumber": "W-88213" },
              "desiredRemedy": "Refund of the second charge",
              "flags": { "propertyLoss": { "amount": 129.90, "currency": "USD" } }
            }
            """;

    static final String SUGGESTION_ZH =
            """
            {
              "channel": "SUGGESTION_BOX",
              "customer": { "name": "热心顾客" },
              "description": "建议在东门店增设自助取货柜，晚上下班后也能取件。"
            }
            """;

    static final String ANSWER =
            """
            {
              "caseId": "019aa5f2-7c3e-7d10-9a41-5b0f6c2d8e11",
              "caseNumber": "C-20251121-000426",
              "customerId": "019aa5f2-7c3d-7a02-8f6e-2d94b1c07a55",
              "registeredAt": "2025-11-21T02:15:07.412Z",
              "safety": "请先确保人身安全：停止使用，电器请断开电源；如有受伤或不适，请立即就医。",
              "timetable": [
                {
                  "milestone": "ACKNOWLEDGMENT",
                  "dueAt": "2025-11-21T02:21:00Z",
                  "by": "CUSTOMER_SERVICE",
                  "text": "客服中心将在11月21日10:21前通过电子邮件向您确认已收到您的反馈。"
                },
                {
                  "milestone": "FIRST_RESPONSE",
                  "dueAt": "2025-11-21T04:16:00Z",
                  "by": "RESPONSIBLE_UNIT",
                  "text": "责任部门将在11月21日12:16前与您联系，给您初步答复。"
                },
                {
                  "milestone": "RESOLUTION",
                  "dueAt": "2025-11-22T02:16:00Z",
                  "by": "RESPONSIBLE_UNIT",
                  "text": "责任部门将在11月22日10:16前告诉您处理结果。"
                }
              ]
            }
            """;

    private Examples() {}
}
