package org.redress.notification.mails;

/** Who writes, in tests without a configuration. */
public record OurContact() implements Contact {
    @Override
    public String nameZh() {
        return "回应客户服务中心";
    }

    @Override
    public String nameEn() {
        return "Redress Customer Care";
    }

    @Override
    public String phone() {
        return "400-000-0000";
    }

    @Override
    public String email() {
        return "care@redress.example";
    }
}
